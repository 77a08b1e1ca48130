const marks = /[\u0304\u0301\u030c\u0300]/;

/** Letters of pinyin with tone marks, ü as ü, apostrophes and spaces; nothing else. */
export const isPinyin = (text: string): boolean =>
	text !== '' &&
	/^[a-zü\s'’·,-]+$/i.test(
		text
			.normalize('NFD')
			.replace(/u\u0308/gi, 'ü')
			.replace(/[\u0300-\u0304\u030c]/g, '')
	);

/** Whether any syllable carries its tone. A word all of whose syllables are neutral does not occur on its own. */
export const hasTones = (text: string): boolean => marks.test(text.normalize('NFD'));

/**
 * The number of syllables: one a run of vowels, since an apostrophe parts a syllable that begins with a, e or o from
 * the one before (GB/T 16159-2012, 7.4). A syllable of the sound alone, as `ng`, is not counted.
 */
export function syllables(text: string): number {
	const bare = text
		.normalize('NFD')
		.replace(/u\u0308/gi, 'v')
		.replace(/[\u0300-\u0304\u030c]/g, '')
		.toLowerCase();
	return bare.match(/[aeiouv]+/g)?.length ?? 0;
}
