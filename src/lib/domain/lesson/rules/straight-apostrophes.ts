import { problemAt } from '../problem.ts';
import type { Doc } from '../doc.ts';
import type { LibraryRule } from './rule.ts';

const blank = (match: string): string => ' '.repeat(match.length);
/** As long as it was, so that places stay what they are. */
const hide = (text: string, parts: RegExp): string => text.replace(parts, blank);

/**
 * The offsets of apostrophes as a keyboard writes them, in what a reader sees: not in code, addresses, readings and
 * words to be searched for, nor where they quote, in YAML or in a text.
 */
export function straightApostrophesIn({ file, text }: Pick<Doc, 'file' | 'text'>): number[] {
	const written = file.endsWith('.md')
		? hide(hide(text, /```[\s\S]*?```|`[^`\n]*`/g), /\][({][^)}\n]*[)}]/g)
		: hide(text, /(?<=^|[\s{])(?:locator|pinyin|url): [^,}\n]*/g);
	const prose = hide(written, /(?<![\p{L}\p{N}*_”)'])'(?:[^']|'')*'(?!\p{L})/gu);
	return [...prose.matchAll(/(?<=[\p{L}\p{N}])'(?=\p{L})|(?<=[*_”)])'(?=s\b)|(?<=\p{L})'(?!['\p{L}\p{N}])/gu)].map(
		({ index }) => index
	);
}

/** Told once a file: whoever writes one writes many. */
export const straightApostrophes: LibraryRule = {
	code: 'straight-apostrophes',
	about: 'An apostrophe is ’, as the quotation marks are “ ”; `check --fix` sets it.',
	check(_library, { doc }) {
		const all = straightApostrophesIn(doc);
		const [first] = all;
		if (first === undefined) return [];
		const before = /[\p{L}\p{N}]*[*_”)]?$/u.exec(doc.text.slice(0, first))?.[0] ?? '';
		const after = /^'\p{L}*/u.exec(doc.text.slice(first))?.[0] ?? '';
		return [
			problemAt(doc, first, {
				code: this.code,
				severity: 'warning',
				found: `\`${before}${after}\`${all.length > 1 ? `, and ${all.length - 1} more in this file` : ''}`,
				expected: '’ for an apostrophe',
				mend: 'Write ’; `check --fix` does it in the whole file.'
			})
		];
	}
};
