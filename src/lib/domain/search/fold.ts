/**
 * Text as it is compared in a search: lower case, without accents, tone marks and full-width forms, with straight
 * quotation marks, and each run of white space as one space.
 */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/\s+/g, ' ')
		.trim();

/** Folded text without anything between its letters; tone numbers (`wang3luo4`) go too. */
export const squeeze = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '');

/** What is looked through, made once for many searches. */
export interface Haystack {
	text: string;
	/** Pinyin in one piece, so that spaces in a query do not matter. */
	pinyin: string;
}

/** `pinyin` may have tone marks and spaces. */
export const haystackOf = (texts: readonly string[], pinyin = ''): Haystack => ({
	text: fold(texts.join(' \n ')),
	pinyin: squeeze(pinyin)
});

/**
 * Whether each word of a query stands somewhere in the text, or the query as a whole is part of the pinyin: with or
 * without tones, tone numbers and spaces, and with `v` for `ü`. An empty query is found everywhere.
 */
export function isFound(query: string, { text, pinyin }: Haystack): boolean {
	const words = fold(query).split(' ');
	if (words.every((word) => text.includes(word))) return true;
	const whole = squeeze(query).replaceAll('v', 'u');
	return whole !== '' && pinyin.includes(whole);
}
