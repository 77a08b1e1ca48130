import * as v from 'valibot';
import { canonical } from '#lib/domain/canonical.ts';
import { digest } from '#lib/domain/digest.ts';
import type { Contents } from './contents.ts';
import { parseLessonRecord, parseQuarantined, parseStepRecord } from './envelopes.ts';
import type { Failure } from './failure.ts';
import { instant } from './instant.ts';
import { parseOwnRecord } from './own-record.ts';
import { inside, parseShape } from '#lib/domain/parsed/parse.ts';
import type { Mismatch, Parsed } from '#lib/domain/parsed/mismatch.ts';
import { parseReviewRecord } from './review-record.ts';
import { toSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** The newest format that is read. A change to it is a new one, and a new frozen file in tests/storage/frozen. */
export const backupFormat = 3;

export interface Backup extends Contents {
	app: 'parallax';
	format: 3;
	savedAt: number;
	settings?: Settings;
	/** SHA-256 of all the rest, as `canonical` has it: tells a damaged or edited file from one as it was saved. */
	digest: string;
}

/** Asked first, in this order: whose file it is, and of which format. */
const app = v.literal('parallax');
const common = {
	savedAt: instant,
	steps: v.array(v.unknown()),
	lessons: v.array(v.unknown()),
	quarantine: v.array(v.unknown()),
	settings: v.optional(v.unknown())
};
/** 1 had no cards of the review, neither had notes or a digest. */
const older = v.strictObject({
	app,
	format: v.picklist([1, 2]),
	...common,
	review: v.optional(v.array(v.unknown()), [])
});
const newest = v.strictObject({
	app,
	format: v.literal(backupFormat),
	...common,
	review: v.array(v.unknown()),
	own: v.array(v.unknown()),
	digest: v.string()
});

/** `imported + kept + refused` is the number of entries in the backup, unless its envelope was refused. */
export interface ImportReport {
	/** Entries that have changed what is in the store. */
	imported: number;
	/** Entries that changed nothing: what the store (or the backup itself) has is the same, or later. */
	kept: number;
	/** Texts and answers of which there are now two, because neither side had seen the other's. */
	divided: number;
	/** Entries that do not parse; with the envelope's own mismatch nothing at all was changed. */
	refused: Mismatch[];
	/** Nothing was changed, because the store could not be written. */
	failed: Failure | null;
	/** The backup's settings, for the caller to apply. */
	settings: Settings | null;
}

export interface ReadBackup {
	contents: Contents;
	/** Milliseconds since 1970. */
	savedAt: number;
	/** It is as it was saved; null for the older formats, which cannot tell. */
	intact: boolean | null;
	refused: Mismatch[];
	settings: Settings | null;
}

const digestOf = (backup: object): string => digest(canonical({ ...backup, digest: undefined }));

function isIntact(backup: object & { digest: string }): boolean {
	try {
		return digestOf(backup) === backup.digest;
	} catch {
		// So deep that no honest file is.
		return false;
	}
}

/** What can be brought in from `input`, and what is refused; a mismatch in the envelope refuses the whole. */
export function parseBackup(input: unknown): Parsed<ReadBackup> {
	if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__'))
		return { ok: false, problem: { path: '__proto__', expected: 'no such key', found: '"__proto__"' } };
	// Only the outer shape: an entry that is bad inside is refused alone.
	const format = (input as { format?: unknown } | null | undefined)?.format;
	const outer = format === 1 || format === 2 ? parseShape(older, input) : parseShape(newest, input);
	if (!outer.ok) return outer;
	const refused: Mismatch[] = [];
	const each = <T>(name: string, inputs: unknown[], one: (input: unknown) => Parsed<T>): T[] =>
		inputs.flatMap((entry, at) => {
			const parsed = one(entry);
			if (parsed.ok) return [parsed.value];
			refused.push(inside(`${name}[${at}]`, parsed.problem));
			return [];
		});
	const { steps, lessons, quarantine, review, savedAt, settings } = outer.value;
	const contents = {
		steps: each('steps', steps, parseStepRecord),
		lessons: each('lessons', lessons, parseLessonRecord),
		own: 'own' in outer.value ? each('own', outer.value.own, parseOwnRecord) : [],
		quarantine: each('quarantine', quarantine, parseQuarantined),
		review: each('review', review, parseReviewRecord)
	};
	const intact = 'digest' in outer.value ? isIntact(outer.value) : null;
	return {
		ok: true,
		value: { contents, savedAt, intact, refused, settings: settings === undefined ? null : toSettings(settings) }
	};
}

export function toBackup(contents: Contents, savedAt: number, settings?: Settings): Backup {
	const { steps, lessons, own, quarantine, review } = contents;
	const rest = { steps, lessons, own, quarantine, review, ...(settings && { settings }) };
	const backup = { app: 'parallax', format: backupFormat, savedAt, ...rest } as const;
	return { ...backup, digest: digestOf(backup) };
}

/** The report of an import that changed nothing. */
export const refusal = (why: Partial<ImportReport>): ImportReport => ({
	imported: 0,
	kept: 0,
	divided: 0,
	refused: [],
	failed: null,
	settings: null,
	...why
});
