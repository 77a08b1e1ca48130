import * as v from 'valibot';
import type { Contents } from './contents.ts';
import { instant, parseLessonRecord, parseQuarantined, parseStepRecord } from './envelopes.ts';
import type { Failure } from './failure.ts';
import { inside, parseShape } from './parsed.ts';
import { parseReviewRecord } from './review-record.ts';
import type { Mismatch, Parsed } from './parsed.ts';
import { toSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface Backup extends Contents {
	app: 'parallax';
	format: 2;
	savedAt: number;
	settings?: Settings;
}

const envelope = v.strictObject({
	app: v.literal('parallax'),
	/** 1 had no cards. */
	format: v.picklist([1, 2]),
	savedAt: instant,
	steps: v.array(v.unknown()),
	lessons: v.array(v.unknown()),
	quarantine: v.array(v.unknown()),
	review: v.optional(v.array(v.unknown()), []),
	settings: v.optional(v.unknown())
});

/** `imported + kept + refused` is the number of entries in the backup, unless its envelope was refused. */
export interface ImportReport {
	/** Entries now in the store. */
	imported: number;
	/** Entries left out, because what the store (or the backup itself) has is as new or newer. */
	kept: number;
	/** Entries that do not parse; with the envelope's own mismatch nothing at all was changed. */
	refused: Mismatch[];
	/** Nothing was changed, because the store could not be written. */
	failed: Failure | null;
	/** The backup's settings, for the caller to apply. */
	settings: Settings | null;
}

/** What can be brought in from `input`, and what is refused; a mismatch in the envelope refuses the whole. */
export function parseBackup(
	input: unknown
): Parsed<{ contents: Contents; refused: Mismatch[]; settings: Settings | null }> {
	if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__'))
		return { ok: false, problem: { path: '__proto__', expected: 'no such key', found: '"__proto__"' } };
	// Only the outer shape: an entry that is bad inside is refused alone.
	const outer = parseShape(envelope, input);
	if (!outer.ok) return outer;
	const refused: Mismatch[] = [];
	const each = <T>(name: string, inputs: unknown[], one: (input: unknown) => Parsed<T>): T[] =>
		inputs.flatMap((entry, at) => {
			const parsed = one(entry);
			if (parsed.ok) return [parsed.value];
			refused.push(inside(`${name}[${at}]`, parsed.problem));
			return [];
		});
	const { steps, lessons, quarantine, review, settings } = outer.value;
	const contents = {
		steps: each('steps', steps, parseStepRecord),
		lessons: each('lessons', lessons, parseLessonRecord),
		quarantine: each('quarantine', quarantine, parseQuarantined),
		review: each('review', review, parseReviewRecord)
	};
	return { ok: true, value: { contents, refused, settings: settings === undefined ? null : toSettings(settings) } };
}

export function toBackup(contents: Contents, savedAt: number, settings?: Settings): Backup {
	return { app: 'parallax', format: 2, savedAt, ...contents, ...(settings && { settings }) };
}

/** The report of an import that changed nothing. */
export const refusal = (why: Partial<ImportReport>): ImportReport => ({
	imported: 0,
	kept: 0,
	refused: [],
	failed: null,
	settings: null,
	...why
});
