const key = 'parallax:draw';

/** A number that was drawn once on this device; only for this page where it cannot be kept. */
function drawn(): number {
	try {
		const kept = Number(localStorage.getItem(key));
		if (Number.isInteger(kept) && kept > 0) return kept;
	} catch {
		// Storage is blocked: drawn anew below.
	}
	const [fresh = 1] = crypto.getRandomValues(new Uint32Array(1));
	try {
		localStorage.setItem(key, String(fresh || 1));
	} catch {
		// The same.
	}
	return fresh || 1;
}

/**
 * Whether, on this device, the last of a lesson's sides comes first. Drawn at random so that neither side has the
 * place of honour, and the same whenever the lesson is opened again.
 */
export function isTurned(lessonId: string): boolean {
	let mixed = drawn();
	// FNV-1a: one bit of it is as good as any other.
	for (const unit of lessonId) mixed = Math.imul(mixed ^ (unit.codePointAt(0) ?? 0), 16777619);
	return ((mixed >>> 15) & 1) === 1;
}
