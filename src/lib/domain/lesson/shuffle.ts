/** FNV-1a over UTF-16 units, 32 bits (Fowler, Noll and Vo; RFC 9923). */
function hash(seed: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193);
	return h >>> 0;
}

/** An id that depends only on `name` and does not tell it at sight. */
export const opaque = (name: string): string => `o${hash(name).toString(36)}`;

/** mulberry32 (Tommy Ettinger): numbers in 0…1 that depend on the seed alone. */
function random(seed: string): () => number {
	let state = hash(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A number in 0…1 that depends on `seed` alone. */
export const chanceOf = (seed: string): number => random(seed)();

/**
 * A new array in an order that depends only on `seed` and the length (Fisher and Yates). If `refused` is given, the
 * result is turned by one place at a time until it is no longer refused; when every turn is refused, the first stays.
 */
export function shuffle<T>(all: readonly T[], seed: string, refused: (order: T[]) => boolean = () => false): T[] {
	const next = random(seed);
	const order = [...all];
	for (let i = order.length - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		const [a, b] = [order[i], order[j]] as [T, T];
		[order[i], order[j]] = [b, a];
	}
	for (let turn = 0; turn < order.length; turn++) {
		const turned = [...order.slice(turn), ...order.slice(0, turn)];
		if (!refused(turned)) return turned;
	}
	return order;
}
