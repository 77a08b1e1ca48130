import * as v from 'valibot';
import { inside, parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { kitSchema, referenceSchema } from '../carried/weigh-schema.ts';
import { stepSchema } from '../carried/lesson-schema.ts';
import type { LessonKey } from '../carried/model.ts';
import type { Judgement } from '../gradebook/model.ts';
import { parseResult } from '../result/parse-result.ts';
import { code, count, filled, fraction, hash, id, instant, lessonId, publicKey, text } from '../shapes.ts';
import type { KeptResult, WaitingFile } from '../verdict.ts';

const keptId = v.pipe(v.string(), v.regex(/^[0-9a-z]{10,26}(?:~[0-9a-f]{1,64})?$/, 'the id of a kept result'));
const fileName = text(300);

const kept = v.strictObject({
	format: v.literal(1),
	id: keptId,
	result: v.unknown(),
	receivedAt: instant,
	file: fileName,
	late: v.boolean(),
	otherVersions: v.array(lessonId),
	over: v.boolean(),
	device: publicKey
});
/** A result as it is kept, from a copy. */
export function parseKept(input: unknown): Parsed<KeptResult> {
	const outer = parse(kept, input);
	if (!outer.ok) return outer;
	const result = parseResult(outer.value.result);
	return result.ok
		? { ok: true, value: { ...outer.value, result: result.value } }
		: { ok: false, problem: inside('result', result.problem) };
}

const item = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const place = v.union([
	v.strictObject({ lesson: lessonId, step: v.picklist(['check', 'reverse']), item }),
	v.strictObject({ lesson: lessonId, step: v.literal('weigh') })
]);
const share = v.pipe(
	fraction,
	v.check(({ n, d }) => n >= 0 && n <= d, 'a share of 0 to 1')
);
const judgement = v.strictObject({
	format: v.literal(1),
	result: keptId,
	overrides: v.array(v.strictObject({ place, share, reason: filled(2000), at: instant })),
	comments: v.array(v.strictObject({ place: v.nullable(place), text: text(5000), at: instant }))
}) as unknown as v.GenericSchema<unknown, Judgement>;
/** What an instructor said of a result, from a copy. */
export const parseJudgement = (input: unknown): Parsed<Judgement> => parse(judgement, input);

const waiting = v.strictObject({
	format: v.literal(1),
	id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
	classId: id,
	assignment: id,
	code,
	receivedAt: instant,
	file: fileName,
	text: text(20_000_000)
}) as unknown as v.GenericSchema<unknown, WaitingFile>;
/** A sealed result that waits for its assignment, from a copy. */
export const parseWaiting = (input: unknown): Parsed<WaitingFile> => parse(waiting, input);

const lessonKey = v.strictObject({
	lesson: lessonId,
	version: count(1, 1_000_000),
	hash,
	title: text(20_000),
	check: v.optional(stepSchema),
	reverse: v.optional(stepSchema),
	weigh: v.optional(v.strictObject({ kit: kitSchema, references: v.array(referenceSchema) }))
}) as unknown as v.GenericSchema<unknown, LessonKey>;
/** What marks a lesson, from a copy. */
export const parseLessonKey = (input: unknown): Parsed<LessonKey> => parse(lessonKey, input);
