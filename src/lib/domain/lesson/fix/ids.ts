import { lineAndColumn } from '../doc.ts';
import type { Name, Places } from '../reading.ts';

/** A piece of text to put in at an offset. */
export interface Insertion {
	at: number;
	text: string;
	/** What was done, for the author. */
	said: string;
}

const headingEnd = (text: string, at: number): number => {
	const end = text.indexOf('\n', at);
	return end === -1 ? text.length : end;
};

/** Where an id goes in a heading: after the kind, at the front of the braces, or in braces of its own. */
function inBraces(text: string, at: number, id: string): Omit<Insertion, 'said'> {
	const lineStart = text.lastIndexOf('\n', at - 1) + 1;
	const end = headingEnd(text, at);
	const braces = /\{([^{}]*)\}[ \t]*$/.exec(text.slice(lineStart, end));
	if (!braces) return { at: lineStart + text.slice(lineStart, end).trimEnd().length, text: ` {#${id}}` };
	const inner = lineStart + braces.index + 1;
	const kind = /^\s*\.[\w-]+/.exec(braces[1] ?? '')?.[0];
	if (kind === undefined) return { at: inner, text: (braces[1] ?? '').trim() === '' ? `#${id}` : `#${id} ` };
	return { at: inner + kind.length, text: ` #${id}` };
}

/** Where an id goes before a text or into a cell, which is empty when a bar stands there. */
function inBackticks(text: string, at: number, id: string): Omit<Insertion, 'said'> {
	if (text[at] === '|') return { at: at + 1, text: ` \`${id}\` ` };
	return { at, text: `\`${id}\` ` };
}

/**
 * The missing ids of a file, each made from its text and unique where it must be. The same file always gives the same
 * ids; an id that stands is never touched.
 */
export function missingIds({ doc, names }: Places): Insertion[] {
	const taken = new Set(names.map(({ scope, id }) => `${scope} ${id}`));
	const free = ({ scope, proposal, what }: Name): string => {
		const stem = proposal === '' ? what : proposal;
		let id = proposal === '' ? `${stem}-1` : stem;
		for (let number = 2; taken.has(`${scope} ${id}`); number++) id = `${stem}-${number}`;
		taken.add(`${scope} ${id}`);
		return id;
	};
	return (
		names
			// In empty backticks the author had something in mind: they are left to be filled by hand.
			.filter(({ id, form, at }) => id === '' && form !== undefined && doc.text[at - 1] !== '`')
			.map((name) => {
				const id = free(name);
				const put =
					name.form === 'braces' ? inBraces(doc.text, name.at, id) : inBackticks(doc.text, name.spot ?? name.at, id);
				return { ...put, said: `line ${lineAndColumn(doc, name.at).line}: ${name.what} \`${id}\`` };
			})
	);
}
