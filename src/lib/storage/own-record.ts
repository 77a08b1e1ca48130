import * as v from 'valibot';
import { instant } from './instant.ts';
import { kindOf } from './kinds.ts';
import { parse } from '#lib/domain/parsed/parse.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';

/*
 * What is the learner's own beside the steps: notes, and answers that a merge would else have lost. One table for all
 * kinds, so that a new one (kinds.ts) needs no new version of the database.
 */

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(400));

const ownRecord = v.strictObject({
	format: v.literal(1),
	/** One of kinds.ts. What a newer version of the app has put here is carried along as it is. */
	kind: name,
	id: name,
	/** Counts the writes of this record: 1 for the first. */
	rev: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1)),
	savedAt: instant,
	/** Plain JSON that the kind's own schema knows; null for what was deleted, so that no older copy brings it back. */
	data: v.unknown()
});
export type OwnRecord = v.InferOutput<typeof ownRecord>;

/** What is saved: a record without what the store adds. `rev` is the one last seen, 0 for none. */
export type OwnSave = Omit<OwnRecord, 'format' | 'savedAt'>;

/** A record from disk or file. Refuses another format, unknown keys, `__proto__`, and data that its kind does not know. */
export function parseOwnRecord(input: unknown): Parsed<OwnRecord> {
	const outer = parse(ownRecord, input);
	if (!outer.ok) return outer;
	const schema = kindOf(outer.value.kind).schema;
	const data = outer.value.data === null || !schema ? null : parse(v.strictObject({ data: schema }), dataOf(input));
	return data && !data.ok ? data : outer;
}

const dataOf = (input: unknown): unknown => ({ data: (input as { data: unknown }).data });

/** The record that `save` becomes on disk, at `at` (ms since 1970). Throws on what could not be read back. */
export function toOwnRecord({ kind, id, rev, data }: OwnSave, at: number): OwnRecord {
	const parsed = parseOwnRecord({ format: 1, kind, id, rev: rev + 1, savedAt: at, data });
	if (parsed.ok) return parsed.value;
	const { path, expected, found } = parsed.problem;
	throw new TypeError(`Not a ${kind} to save. At ${path} -- expected ${expected}, but got ${found}.`);
}
