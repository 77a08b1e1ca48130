import * as v from 'valibot';
import { planBounds, ratings, subjectOf } from '#lib/domain/learning/review/model.ts';
import type { ReviewCard, ReviewPlan } from '#lib/domain/learning/review/model.ts';
import { instant } from './instant.ts';
import { parse } from '#lib/domain/parsed/parse.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';
import { idPattern } from './records.ts';

/*
 * What is kept for the review: one record a card, one with what the learner chose for all cards, and one with the place
 * in today's session. Like the records of envelopes.ts they carry a format and a rev.
 */

const times = v.array(instant);
const whole = ({ least, most }: { least: number; most: number }) =>
	v.pipe(v.number(), v.integer('a whole number'), v.minValue(least), v.maxValue(most));

const card: v.GenericSchema<unknown, ReviewCard> = v.strictObject({
	id: v.pipe(
		v.string(),
		v.maxLength(300, 'at most 300 characters'),
		v.check((id) => subjectOf(id) !== null, 'item/lesson/item or term/term')
	),
	lesson: v.pipe(v.string(), v.maxLength(100, 'at most 100 characters'), v.regex(idPattern, 'the id of a lesson')),
	addedAt: instant,
	reviews: v.pipe(
		v.array(v.strictObject({ at: instant, rating: v.picklist(ratings), by: v.picklist(['answer', 'learner']) })),
		v.check((all) => all.every(({ at }, index) => index === 0 || at > all[index - 1]!.at), 'reviews in order of time')
	),
	undone: times,
	suspended: v.boolean(),
	buriedUntil: v.nullable(instant)
});

const plan: v.GenericSchema<unknown, ReviewPlan> = v.strictObject({
	newPerDay: whole(planBounds.newPerDay),
	duePerDay: whole(planBounds.duePerDay),
	retention: v.pipe(v.number(), v.minValue(planBounds.retention.least), v.maxValue(planBounds.retention.most))
});

const envelope = {
	format: v.literal(1),
	id: v.string(),
	rev: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1)),
	savedAt: instant
};

const record = v.pipe(
	v.variant('kind', [
		v.strictObject({ ...envelope, kind: v.literal('card'), card }),
		v.strictObject({ ...envelope, kind: v.literal('plan'), plan }),
		/** Plain data that the review's own parser knows; it is rebuilt where it does not fit. */
		v.strictObject({ ...envelope, kind: v.literal('session'), session: v.unknown() })
	]),
	v.check((one) => one.id === (one.kind === 'card' ? one.card.id : one.kind), 'the id of what is in it')
);

export type ReviewRecord = v.InferOutput<typeof record>;
type Body<R> = R extends unknown ? Omit<R, 'format' | 'id' | 'savedAt'> : never;
/** What a page saves; `rev` is the one last seen, 0 for none. */
export type ReviewSave = Body<ReviewRecord>;

/** A record of the review from disk or file. Refuses another format, unknown keys, `__proto__`, and cards of nothing. */
export const parseReviewRecord = (input: unknown): Parsed<ReviewRecord> => parse(record, input);

export const reviewIdOf = (save: ReviewSave): string => (save.kind === 'card' ? save.card.id : save.kind);

/** The record that `save` becomes on disk, at `at` (ms since 1970). Throws on what could not be read back. */
export function toReviewRecord(save: ReviewSave, at: number): ReviewRecord {
	const parsed = parseReviewRecord({ ...save, format: 1, id: reviewIdOf(save), rev: save.rev + 1, savedAt: at });
	if (parsed.ok) return parsed.value;
	const { path, expected, found } = parsed.problem;
	throw new TypeError(`Not a record of the review. At ${path} -- expected ${expected}, but got ${found}.`);
}
