import { fold } from '#lib/domain/search/fold.ts';

const longest = 180;

/** About 180 characters of a text, from a little before the first word of the query that stands in it. */
export function snippetOf(text: string, query: string): string {
	if (text.length <= longest) return text;
	// Folding keeps most lengths, and a few characters off do no harm here.
	const folded = fold(text);
	const places = fold(query)
		.split(' ')
		.map((word) => folded.indexOf(word))
		.filter((place) => place > 0);
	const about = places.length > 0 ? Math.min(...places) : 0;
	const start = about < 60 ? 0 : text.indexOf(' ', about - 60) + 1;
	const cut = text.slice(start, start + longest);
	return `${start > 0 ? '… ' : ''}${cut}${start + longest < text.length ? '…' : ''}`;
}
