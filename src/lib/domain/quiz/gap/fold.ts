const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/**
 * What counts of a spelling: compatibility forms are one (Unicode NFKC: full-width letters and digits are plain ones),
 * case is folded (by way of capitals, so that ß is ss), blanks are single, and typographic apostrophes and hyphens are
 * those of the keyboard.
 */
export const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.toUpperCase()
		.toLowerCase()
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.replace(/[\u2010-\u2015]/g, '-')
		.replace(/\s+/g, ' ')
		.trim()
		.normalize('NFKC');

/** Without the four tone marks of pinyin; the dots of ü stay, since they are a letter's and not a tone's. */
const untoned = (text: string): string => text.normalize('NFD').replace(toneMarks, '').normalize('NFC');

/**
 * Whether an answer is a spelling. With `toneless` pinyin may go without its tone marks, but not with wrong ones: those
 * make another word.
 */
export function isSpelled(answer: string, spelling: string, toneless: boolean): boolean {
	const [given, wanted] = [fold(answer), fold(spelling)];
	return given === wanted || (toneless && given === untoned(wanted));
}
