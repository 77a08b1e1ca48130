import { listed, suggest } from '../nearest.ts';
import { mention, report } from '../reading.ts';
import type { MentionKind, Reading } from '../reading.ts';
import type { Piece } from './markdown.ts';

/** What stands in braces after a heading: `{.kind #id key="value" flag}`. */
export interface Attributes {
	/** Offset of the brace, or of the heading if it has none. */
	at: number;
	kinds: Piece[];
	id?: Piece;
	values: Map<string, Piece & { keyAt: number }>;
	flags: Piece[];
	/** Could not be read to their end; what seems to be missing may stand in the rest. */
	broken: boolean;
}

const none = (at: number): Attributes => ({ at, kinds: [], values: new Map(), flags: [], broken: false });

/** Takes the braces off a heading's text, which stands at offset `at`. */
export function readAttributes(reading: Reading, text: string, at: number): { title: Piece; attributes: Attributes } {
	const match = /\s*\{([^{}]*)\}\s*$/d.exec(text);
	const [start, end] = match?.indices?.[1] ?? [];
	if (!match || start === undefined || end === undefined) {
		const brace = text.search(/\{\s*[.#]|\}\s*$/);
		if (brace !== -1) bad(reading, at + brace, text.slice(brace));
		const title = { text: (brace === -1 ? text : text.slice(0, brace)).trim(), at };
		return { title, attributes: { ...none(at), broken: brace !== -1 } };
	}
	const attributes = none(at + start - 1);
	const inner = text.slice(start, end);
	const part = /\s*(?:\.([\w-]+)|#([\w-]+)|([\w-]+)=(?:"([^"]*)"|([^\s"“”]+))|([\w-]+))(?=\s|$)/dy;
	while (inner.slice(part.lastIndex).trim() !== '') {
		const from = part.lastIndex;
		const found = part.exec(inner);
		const spans = found?.indices;
		if (!found || !spans) {
			const rest = inner.slice(from);
			bad(reading, at + start + from + (rest.length - rest.trimStart().length), rest.trim());
			attributes.broken = true;
			break;
		}
		const piece = (group: number): Piece => ({ text: found[group] ?? '', at: at + start + (spans[group]?.[0] ?? 0) });
		if (found[1] !== undefined) attributes.kinds.push(piece(1));
		else if (found[2] !== undefined) attributes.id = piece(2);
		else if (found[3] !== undefined)
			attributes.values.set(found[3], { ...piece(found[4] === undefined ? 5 : 4), keyAt: piece(3).at });
		else attributes.flags.push(piece(6));
	}
	return { title: { text: text.slice(0, match.index).trim(), at }, attributes };
}

function bad(reading: Reading, at: number, found: string): void {
	report(reading, at, {
		code: 'bad-attributes',
		found: `\`${found}\``,
		expected: 'at the end of the heading: `{.kind #id key="value" flag}`',
		mend: 'Use one pair of braces and straight quotation marks, with spaces between the parts.'
	});
}

/** What a heading of some sort may carry. */
export interface Allowed {
	kinds?: readonly string[];
	id?: boolean;
	values?: readonly string[];
	flags?: readonly string[];
}

/** Reports each part in the braces that a heading of this sort does not know. */
export function allowAttributes(reading: Reading, attributes: Attributes, allowed: Allowed): void {
	const { kinds = [], id = false, values = [], flags = [] } = allowed;
	const all = [...kinds.map((k) => `.${k}`), ...(id ? ['#id'] : []), ...values.map((v) => `${v}=…`), ...flags];
	const refuse = (found: string, at: number): void =>
		report(reading, at, {
			code: 'unknown-attribute',
			found: `\`${found}\``,
			expected: all.length === 0 ? 'a heading without braces' : listed(all),
			mend: suggest(
				found,
				all.map((one) => one.replace('=…', '')),
				'Take it out, or look for a slip of the pen.'
			)
		});
	for (const [index, kind] of attributes.kinds.entries())
		if (index > 0 || !kinds.includes(kind.text)) refuse(`.${kind.text}`, kind.at - 1);
	if (attributes.id && !id) refuse(`#${attributes.id.text}`, attributes.id.at - 1);
	for (const [key, { keyAt }] of attributes.values) if (!values.includes(key)) refuse(key, keyAt);
	for (const flag of attributes.flags) if (!flags.includes(flag.text)) refuse(flag.text, flag.at);
}

/** Ids divided by spaces or commas; `—` and nothing stand for none. With `kind`, each must exist. */
export function readIds(reading: Reading, piece: Piece | undefined, kind?: MentionKind): string[] {
	if (!piece) return [];
	return [...piece.text.matchAll(/[^\s,]+/g)].flatMap((match) => {
		// Sources are often set in backticks; the id is what they hold.
		const id = match[0].replace(/`/g, '');
		if (id === '' || id === '—' || id === '–' || id === '-') return [];
		const at = piece.at + match.index + match[0].indexOf(id);
		if (kind) mention(reading, kind, id, at);
		return [id];
	});
}

/** A whole number ≥ 1 from an attribute; `otherwise` when it is left out (null: it must be there). */
export function readCount(reading: Reading, attributes: Attributes, key: string, otherwise: number | null): number {
	const value = attributes.values.get(key);
	const count = Number(value?.text);
	if (value && /^\d+$/.test(value.text) && count >= 1 && count <= 100) return count;
	if (!value && (otherwise !== null || attributes.broken)) return otherwise ?? 1;
	report(reading, value?.at ?? attributes.at, {
		code: value ? 'bad-number' : 'missing-attribute',
		found: value ? `\`${value.text}\`` : `no \`${key}=\``,
		expected: `${key}= a whole number from 1 to 100`,
		mend: `Write for example \`${key}=${otherwise ?? 4}\`.`
	});
	return otherwise ?? 1;
}

/** The text of an attribute that must be there. */
export function readText(reading: Reading, attributes: Attributes, key: string, example: string): Piece {
	const value = attributes.values.get(key);
	if (value && value.text.trim() !== '') return value;
	if (attributes.broken) return { text: '', at: attributes.at };
	report(reading, value?.at ?? attributes.at, {
		code: 'missing-attribute',
		found: `no \`${key}=\``,
		expected: `\`${key}="${example}"\` in the braces of the heading`,
		mend: `Add \`${key}=\` with its value.`
	});
	return { text: '', at: attributes.at };
}
