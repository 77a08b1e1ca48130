/** How many words a text has, each Chinese character counting as one: what word counts of mixed texts commonly do. */
export const countWords = (text: string): number =>
	(text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’.,-])*/gu) ?? [])
		.length;

/** Whether a length is near what was asked: a tenth more or less. */
export function lengthOf(count: number, asked: number): 'short' | 'right' | 'long' {
	if (count < asked * 0.9) return 'short';
	return count > asked * 1.1 ? 'long' : 'right';
}
