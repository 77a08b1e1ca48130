// Marks as word processors and phones write them. Markdown does not know them, and so takes the line for more of the
// text above it: an option or a heading would be lost without a word.

const ticks = '✓✔√☑vV';

/** Each kind of lost mark: what it looks like, what is meant, and in words what is wrong with it. */
const slips: readonly [RegExp, string, string][] = [
	[/^([ \t>]*(?:[-*+]|\d+[.)]))[\u00A0\u2007\u202F\u3000]+/, '$1 ', 'a space that does not break after the mark'],
	[/^([ \t>]*)[•·‣◦▪●○■□][ \t\u00A0]*(?=\S)/, '$1- ', 'a bullet that Markdown does not know'],
	[
		/^([ \t>]*)[–—−‐][ \t\u00A0]*(?=\[[ xX]?\]|`|(?:because|however|evidence|optional)\b)/,
		'$1- ',
		'a dash that is no hyphen'
	],
	[/^([ \t>]*[-*+])(?=\[[ xX]?\][ `])/, '$1 ', 'no space between the hyphen and the box'],
	[/^([ \t>]*[-*+][ \t]+)\[\](?=[ \t])/, '$1[ ]', 'a box without a space in it'],
	[
		new RegExp(`^([ \\t>]*[-*+][ \\t]+)\\[[${ticks}]\\](?=[ \\t])`, 'u'),
		'$1[x]',
		'a box that is ticked with another sign'
	],
	[/^(#{1,2})(?=[^#\s][^\n]*\{[.#][^{}\n]*\}[ \t]*$)/, '$1 ', 'no space after the `#`'],
	[/^(##)(?=(?:Contention|Cards|Reference:|Equivalent|Misconceptions))/, '$1 ', 'no space after the `#`']
];

/** Code is left alone: fences, with what is in them. */
const fence = /^[ \t>]*(`{3,}|~{3,})/;

/** Walks through lines and tells which of them are fences or stand between two. */
export function codeWatch(): (line: string) => boolean {
	let open = '';
	return (line) => {
		const mark = fence.exec(line)?.[1] ?? '';
		if (open === '' && mark === '') return false;
		if (open === '') open = mark;
		else if (mark.startsWith(open)) open = '';
		return true;
	};
}

/** The line with its mark as Markdown has it, and what was wrong; null for a line that is in order. */
export function mendMark(line: string): { line: string; wrong: string } | null {
	let mended = line;
	let wrong = '';
	for (const [slip, meant, what] of slips) {
		const next = mended.replace(slip, meant);
		if (next !== mended && wrong === '') wrong = what;
		mended = next;
	}
	return wrong === '' ? null : { line: mended, wrong };
}
