/** Levenshtein's edit distance, in UTF-16 units. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

/** The one of `known` that `word` was most likely meant to be: at most about a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	if (word.length > 80) return undefined;
	let best: { id: string; far: number } | undefined;
	for (const id of known) {
		const far = distance(word.toLowerCase(), id.toLowerCase());
		if (far <= Math.floor((id.length + 1) / 3) && (!best || far < best.far)) best = { id, far };
	}
	return best?.id;
}

/** `` Did you mean `x`? `` or what to do if nothing is near. */
export function suggest(word: string, known: readonly string[], otherwise: string): string {
	const id = nearest(word, known);
	return id === undefined ? otherwise : `Did you mean \`${id}\`? If not: ${otherwise}`;
}

/** A list for a message: `` `a`, `b` or `c` ``, cut after twelve. */
export function listed(words: readonly string[], last = 'or'): string {
	const given = words.filter((word) => word !== '');
	const shown = given.slice(0, 12).map((word) => `\`${word}\``);
	if (given.length > shown.length) return `${shown.join(', ')}, …`;
	return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}
