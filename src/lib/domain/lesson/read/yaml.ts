import { isMap, isPair, isScalar, parseDocument } from 'yaml';
import { report } from '../reading.ts';
import { suggest } from '../nearest.ts';
import * as v from 'valibot';
import type { Document } from 'yaml';
import type { Reading } from '../reading.ts';

export type Path = readonly (string | number)[];

/** A YAML text as plain data, with the place of each part. */
export interface YamlData {
	value: unknown;
	/** Offset of the value at a path; of the nearest part around it when it is not there. */
	at(path: Path): number;
	/** Offset of the key at a path. */
	keyAt(path: Path): number;
}

/** Reads YAML 1.2 (core schema, no aliases). Mistakes of form are reported; `null` if there are any. */
export function readYaml(reading: Reading, text: string, from: number): YamlData | null {
	const fail = (at: number, found: string): null => {
		report(reading, at, {
			code: /unique/i.test(found) ? 'duplicate-id' : 'bad-yaml',
			found,
			expected: /unique/i.test(found) ? 'each key once' : 'YAML: `key: value`, nested by two spaces',
			mend: wayOut(found, reading.doc.text, at)
		});
		return null;
	};
	try {
		const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', version: '1.2', schema: 'core' });
		for (const warning of document.warnings) fail(from + warning.pos[0], warning.message);
		// What follows the first mistake of form is mostly its consequence.
		const [first, ...others] = document.errors;
		if (first) fail(from + first.pos[0], first.message);
		for (const other of others)
			if (isTwice(first?.message) && isTwice(other.message)) fail(from + other.pos[0], other.message);
		if (first) return null;
		return { value: document.toJS({ maxAliasCount: 0 }), ...placesOf(document, from) };
	} catch (error) {
		return fail(from, error instanceof Error ? error.message : 'unreadable text');
	}
}

const isTwice = (message: string | undefined): boolean => /unique/i.test(message ?? '');

/** What to do about a message of the YAML parser, which knows what it cannot read and not what was meant. */
function wayOut(message: string, text: string, at: number): string {
	const start = text.lastIndexOf('\n', at - 1) + 1;
	const end = text.indexOf('\n', at);
	const line = text.slice(start, end === -1 ? text.length : end);
	if (isTwice(message)) return 'Rename one of the two, or join them.';
	if (/^[ ]*\t/.test(line) || /tab/i.test(message))
		return 'Indent with spaces, two for each level: tabs cannot stand here.';
	if (/closing/.test(message))
		return 'Look above for a value that begins with a quotation mark, and put one at its end.';
	if (/^\s*(?:- )?[\w-]+:[^\s:]/.test(line)) return 'Put a space after the colon.';
	if (/^\s*(?:- )?[\w-]+:\s+[^"'\s].*(?::\s|:$|\s#)/.test(line))
		return 'Put the value in straight quotation marks, since it has a colon or a `#` in it: `key: "value"`.';
	if (/Nested mappings|Implicit keys|implicit map key|same column|indent/i.test(message))
		return 'Look at the indent here and on the next line: the keys of one entry begin below one another.';
	return 'Text with `: `, `#` or a quotation mark at its front goes in straight quotation marks.';
}

/** Where a node of the YAML tree starts. */
const rangeOf = (node: unknown): number | undefined => {
	if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
	const range = node.range;
	return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
};

function placesOf(document: Document, from: number): Omit<YamlData, 'value'> {
	const at = (path: Path): number => {
		for (let length = path.length; length >= 0; length--) {
			const start = rangeOf(document.getIn(path.slice(0, length), true));
			if (start !== undefined) return from + start;
		}
		return from;
	};
	const keyAt = (path: Path): number => {
		const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
		const items = isMap(parent) ? parent.items : [];
		const pair = items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === path.at(-1));
		const start = rangeOf(pair?.key);
		return start === undefined ? at(path) : from + start;
	};
	return { at, keyAt };
}

/** Says what a value is, for a message. */
function describe(value: unknown): string {
	const text = JSON.stringify(value) ?? typeof value;
	return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

/** The part of `data` at `path`, checked against a schema; each issue is reported with path, expected and found. */
export function readShape<S extends v.GenericSchema>(
	reading: Reading,
	data: YamlData,
	path: Path,
	schema: S
): v.InferOutput<S> | null {
	let value = data.value;
	for (const key of path)
		value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	for (const issue of result.issues) {
		const inner = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
		const full = [...path, ...inner];
		const key = String(full.at(-1) ?? '');
		const strange = issue.type === 'strict_object' && issue.expected === 'never';
		if (strange)
			report(reading, data.keyAt(full), {
				code: 'unknown-key',
				found: `\`${full.join('.')}\`, a key that nothing reads`,
				expected: knownKeys(entriesOf(schema, inner)),
				mend: suggest(key, entriesOf(schema, inner), 'Take it out, or say it under one of these keys.')
			});
		else if (issue.received === 'undefined')
			report(reading, data.at(full), {
				code: 'missing-key',
				found: `no \`${full.join('.')}\``,
				expected: 'this key and its value',
				mend: `Add \`${key}:\`.`
			});
		else
			report(reading, data.at(full), {
				code: 'bad-value',
				found: `${full.join('.') || 'the file'}: ${describe(issue.input)}`,
				expected: inWords(issue.expected ?? issue.message),
				mend: issue.expected === 'string' ? 'Put the value in quotation marks.' : `Correct \`${key || 'it'}\`.`
			});
	}
	return null;
}

const knownKeys = (keys: readonly string[]): string =>
	keys.length === 0 ? 'only known keys' : `one of ${keys.map((key) => `\`${key}\``).join(', ')}`;

/** What a schema expects, as an author would say it. */
function inWords(expected: string): string {
	if (expected === 'string') return 'text';
	if (expected === 'number' || /integer|^>=1$/.test(expected)) return 'a whole number, without a unit';
	if (expected === '"https://"') return 'an address that begins with `https://`';
	if (expected.startsWith('("')) return expected.slice(1, -1).replaceAll('"', '`').replaceAll(' | ', ', ');
	return expected;
}

/** The keys of the object schema that holds the last of the path, to suggest one; none where a list lies between. */
function entriesOf(schema: v.GenericSchema, inner: Path): string[] {
	let at: unknown = schema;
	for (const key of inner.slice(0, -1)) at = fieldsOf(at)[key];
	return Object.keys(fieldsOf(at));
}
function fieldsOf(schema: unknown): Record<string, unknown> {
	const { wrapped, entries } = (schema ?? {}) as { wrapped?: unknown; entries?: Record<string, unknown> };
	return wrapped ? fieldsOf(wrapped) : (entries ?? {});
}
