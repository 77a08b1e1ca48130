/** Groups of three digits with commas between them; `0,123` is a decimal. */
const grouped = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * A number as people write it, or null: digits of any width, blanks anywhere, a decimal point or comma, commas between
 * groups of three, and the unit after it. `3,5` is 3.5; `1,234` is 1234.
 */
export function numberOf(text: string, unit = ''): number | null {
	const bare = (one: string) => one.normalize('NFKC').replace(/\s/g, '').replace('\u2212', '-');
	const [whole, end] = [bare(text), bare(unit)];
	const figure = end && whole.endsWith(end) ? whole.slice(0, -end.length) : whole;
	const plain = grouped.test(figure) ? figure.replaceAll(',', '') : figure.replace(',', '.');
	return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
