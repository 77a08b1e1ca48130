/** About how wide a character is, in ems of a sans serif: a little too much rather than too little. */
function estimate(character: string): number {
	if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character)) return /[“”‘’]/.test(character) ? 0.5 : 1;
	if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.36;
	if (/[mwMW@%]/.test(character)) return 0.92;
	return /\p{Lu}/u.test(character) ? 0.7 : 0.58;
}

const known = new Map<string, number>();
function widthOf(character: string): number {
	let width = known.get(character);
	if (width === undefined) known.set(character, (width = estimate(character)));
	return width;
}

export function textWidth(text: string): number {
	let sum = 0;
	for (const character of text) sum += widthOf(character);
	return sum;
}

/** Where a line may break: after a space or a hyphen, and beside a Chinese character, but not before its full stop. */
const piece = /[^\s\p{Script=Han}-]*(?:\p{Script=Han}[，。；：、！？）》”]*|-|\s+|$)/gu;

/**
 * Breaks a text into lines of at most `width` ems, by estimate, without measuring: a drawing must come out the same in
 * a browser, in a file and in a test. A word that is wider than a line is cut. Never empty.
 */
export function wrapText(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	let used = 0;
	const flush = (): void => {
		if (line.trim() !== '') lines.push(line.trim());
		line = '';
		used = 0;
	};
	for (const [word] of text.normalize('NFC').matchAll(piece)) {
		if (word === '') continue;
		const wide = textWidth(word);
		if (used + wide > width && used + textWidth(word.trimEnd()) > width) flush();
		line += word;
		used += wide;
		while (used > width && textWidth(line.trimEnd()) > width) {
			const characters = [...line];
			let end = 1;
			while (end < characters.length && textWidth(characters.slice(0, end + 1).join('')) <= width) end++;
			lines.push(characters.slice(0, end).join('').trim());
			line = characters.slice(end).join('');
			used = textWidth(line);
		}
	}
	flush();
	return lines.length > 0 ? lines : [''];
}
