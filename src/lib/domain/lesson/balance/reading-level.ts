/** What a reading level is worked out from. */
export interface TextCounts {
	/** Words with a Latin letter or a digit; Chinese is read by its lens and not counted. */
	words: number;
	letters: number;
	sentences: number;
}

/** Counts a plain text. A sentence ends with a full stop, a question or an exclamation mark, and with the text. */
export function countText(text: string): TextCounts {
	const words = text.match(/[\p{Script=Latin}\p{N}]+(?:[’'.,-][\p{Script=Latin}\p{N}]+)*/gu) ?? [];
	const letters = words.join('').match(/\p{Script=Latin}/gu)?.length ?? 0;
	const sentences = text.split(/[.!?…]+[”’)\]]*(?=\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
	return { words: words.length, letters, sentences };
}

/**
 * The school year (US grade) from which a text can be read: 0.0588·L − 0.296·S − 15.8, with L letters and S sentences
 * per 100 words (Coleman and Liau 1975, “A computer readability formula designed for machine scoring”, Journal of
 * Applied Psychology 60(2), 283–284). It needs no syllables, which cannot be counted reliably in names. Null for a
 * text of fewer than 30 words, of which it says nothing.
 */
export function readingLevel({ words, letters, sentences }: TextCounts): number | null {
	if (words < 30) return null;
	return 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8;
}
