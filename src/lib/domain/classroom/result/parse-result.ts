import * as v from 'valibot';
import type { QuizWork } from '../../quiz/work.ts';
import { parseQuizWork } from '../../quiz/parse-work.ts';
import { parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { mapSchema } from '../carried/weigh-schema.ts';
import type { Result } from '../model.ts';
import { app, code, count, fraction, hash, id, instant, lessonId, publicKey, step, text } from '../shapes.ts';

/** What no honest attempt exceeds, so that marking stays quick. */
const most = { attempts: 100, items: 500, maps: 200, answers: 500 } as const;

const tooMany = ({ responses, earlier }: QuizWork): boolean =>
	earlier.length > most.attempts ||
	[responses, ...earlier.map((one) => one.responses)].some((all) => Object.keys(all).length > most.items);

const quizWork: v.GenericSchema<unknown, QuizWork> = v.pipe(
	v.unknown(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const work = parseQuizWork(dataset.value);
		if (work && !tooMany(work)) return work;
		addIssue({ message: 'the work on a quiz', received: work ? 'too many answers' : 'something else' });
		return NEVER;
	})
);

const tally = v.strictObject({ earned: fraction, possible: fraction });
const claimed = v.strictObject({
	lesson: lessonId,
	step,
	overall: v.optional(tally),
	map: v.optional(
		v.strictObject({
			total: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
			band: v.picklist(['beginning', 'developing', 'sound', 'strong'])
		})
	)
});
const answers = v.pipe(
	v.array(v.strictObject({ lesson: text(100), step: v.nullable(step), question: text(20_000), answer: text(20_000) })),
	v.maxLength(most.answers, `at most ${most.answers}`)
);
const steps = v.pipe(
	v.array(
		v.variant('step', [
			v.strictObject({ step: v.picklist(['check', 'reverse']), work: quizWork }),
			v.strictObject({
				step: v.literal('weigh'),
				work: v.strictObject({
					map: mapSchema,
					attempts: v.pipe(v.array(mapSchema), v.maxLength(most.maps, `at most ${most.maps} maps`))
				})
			}),
			v.strictObject({ step: v.picklist(['orient', 'speakers', 'framings', 'task', 'close']), done: v.boolean() })
		])
	),
	v.check((all) => new Set(all.map((one) => one.step)).size === all.length, 'each step once')
);

const schema = v.strictObject({
	app,
	kind: v.literal('result'),
	version: v.literal(1),
	id,
	assignment: id,
	class: id,
	code,
	attempt: count(1, 10_000),
	startedAt: v.nullable(instant),
	handedInAt: instant,
	by: text(100),
	lessons: v.pipe(
		v.array(v.strictObject({ id: lessonId, version: count(1, 1_000_000), hash, steps })),
		v.maxLength(40, 'at most 40 lessons'),
		v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'each lesson once')
	),
	claimed: v.pipe(v.array(claimed), v.maxLength(200, 'at most 200')),
	shared: v.strictObject({ stances: answers, reflections: answers, notes: answers }),
	reply: publicKey
}) as unknown as v.GenericSchema<unknown, Result>;

/**
 * A result that came out of a sealed file, or from the disk. Refuses unknown keys, other versions, hostile nesting, and
 * more than any honest attempt holds. An answer of a kind that this version does not know is kept unread (`QuizWork`).
 */
export const parseResult = (input: unknown): Parsed<Result> => parse(schema, input);
