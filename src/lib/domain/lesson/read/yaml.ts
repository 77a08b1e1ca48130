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
			mend: /unique/i.test(found)
				? 'Rename one of the two, or join them.'
				: 'Text with `: `, `#` or a quotation mark at its front goes in straight quotation marks.'
		});
		return null;
	};
	try {
		const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', version: '1.2', schema: 'core' });
		for (const error of [...document.errors, ...document.warnings]) fail(from + error.pos[0], error.message);
		if (document.errors.length > 0) return null;
		return { value: document.toJS({ maxAliasCount: 0 }), ...placesOf(document, from) };
	} catch (error) {
		return fail(from, error instanceof Error ? error.message : 'unreadable text');
	}
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
				expected: 'only known keys',
				mend: suggest(key, entriesOf(schema, inner), 'Take it out.')
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
				expected: issue.expected ?? issue.message,
				mend: issue.expected === 'string' ? 'Put the value in quotation marks.' : `Correct \`${key || 'it'}\`.`
			});
	}
	return null;
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
