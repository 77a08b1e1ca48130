import * as v from 'valibot';
import { stepIds } from '#lib/domain/lesson/model.ts';
import { instant } from './instant.ts';
import { parse } from '#lib/domain/parsed/parse.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';
import { idPattern } from './records.ts';
import { stepResult } from './step-result.ts';

/*
 * What is on disk, one record a step and one a lesson. A change to either is a new `format`, a new
 * version of the database (database.ts) and a new frozen file in tests/storage/frozen.
 *
 * A page loads this, and the schema library with it, when there is a record to read: a first visit has none.
 */

/** What can stand in an address, as the lesson compiler has it too. */
const id = v.pipe(
	v.string(),
	v.maxLength(100, 'at most 100 characters'),
	v.regex(idPattern, 'letters and digits, in parts joined by hyphens')
);
const positive = v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1));

const stepRecord = v.strictObject({
	format: v.literal(1),
	lessonId: id,
	stepId: v.picklist(stepIds),
	/** The lesson's version that the work was done on. */
	lessonVersion: positive,
	/** Counts the writes of this record: 1 for the first. */
	rev: positive,
	savedAt: instant,
	/** The learner's answers: plain versioned JSON that the step's own parser knows. */
	work: v.unknown(),
	/** The machine's persisted snapshot; null when there is none. A place that is lost is rebuilt from the work. */
	place: v.unknown()
});
export type StepRecord = v.InferOutput<typeof stepRecord>;

const lessonRecord = v.strictObject({
	format: v.literal(1),
	lessonId: id,
	lessonVersion: positive,
	rev: positive,
	savedAt: instant,
	lastStep: v.picklist(stepIds),
	place: v.unknown(),
	results: v.record(v.picklist(stepIds), stepResult)
});
export type LessonRecord = v.InferOutput<typeof lessonRecord>;

/** A step's record from disk or file. Refuses another format, unknown keys, `__proto__`, and ids fit for no address. */
export const parseStepRecord = (input: unknown): Parsed<StepRecord> => parse(stepRecord, input);

/** A lesson's record from disk or file; refuses the same. */
export const parseLessonRecord = (input: unknown): Parsed<LessonRecord> => parse(lessonRecord, input);

const quarantined = v.strictObject({
	from: v.picklist(['steps', 'lessons', 'own', 'review']),
	/** `lesson-id/step-id`, `lesson-id`, `kind/id`, or the id of a record of the review. */
	key: v.string(),
	foundAt: instant,
	problem: v.strictObject({ path: v.string(), expected: v.string(), found: v.string() }),
	/** As it was found. */
	record: v.unknown()
});
/** A record that did not parse, set aside with the reason. */
export type Quarantined = v.InferOutput<typeof quarantined>;
export const parseQuarantined = (input: unknown): Parsed<Quarantined> => parse(quarantined, input);
