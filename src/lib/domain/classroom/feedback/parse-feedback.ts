import * as v from 'valibot';
import { inside, parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { certainties } from '../../quiz/model.ts';
import type { Response } from '../../quiz/model.ts';
import { parseResponse } from '../../quiz/parse.ts';
import { parseCarried } from '../carried/parse-carried.ts';
import { mapSchema } from '../carried/weigh-schema.ts';
import type { FeedbackFile } from '../model.ts';
import { app, code, count, id, instant, lessonId, text } from '../shapes.ts';

const number = v.pipe(v.number(), v.finite('a number'));
const percent = v.nullable(v.pipe(v.number(), v.minValue(-1000), v.maxValue(100)));
const response: v.GenericSchema<unknown, Response> = v.pipe(
	v.unknown(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseResponse(dataset.value);
		if (parsed) return parsed;
		addIssue({ message: 'an answer to a question', received: 'something else' });
		return NEVER;
	})
);
const said = { reason: v.optional(text(5000)), comment: v.optional(text(20_000)) };
const schema = v.strictObject({
	app,
	kind: v.literal('feedback'),
	version: v.literal(1),
	result: id,
	assignment: id,
	class: id,
	code,
	attempt: count(1, 10_000),
	madeAt: instant,
	marks: v.strictObject({ western: percent, chinese: percent, overall: percent, map: percent }),
	items: v.array(
		v.strictObject({
			lesson: lessonId,
			step: v.picklist(['check', 'reverse']),
			item: text(200),
			response: v.optional(v.nullable(response)),
			unchecked: v.optional(v.literal(true)),
			certainty: v.optional(v.picklist(certainties)),
			hints: v.optional(count(1, 1000)),
			earned: number,
			total: number,
			...said
		})
	),
	maps: v.array(
		v.strictObject({
			lesson: lessonId,
			total: v.nullable(number),
			band: v.nullable(v.picklist(['beginning', 'developing', 'sound', 'strong'])),
			map: v.optional(v.nullable(mapSchema)),
			last: v.optional(mapSchema),
			...said
		})
	),
	comment: text(20_000),
	revealed: v.array(v.unknown())
});

/** Feedback out of a sealed file, or from the disk. */
export function parseFeedback(input: unknown): Parsed<FeedbackFile> {
	const outer = parse(schema, input);
	if (!outer.ok) return outer;
	const revealed: FeedbackFile['revealed'] = [];
	for (const [at, one] of outer.value.revealed.entries()) {
		const parsed = parseCarried(one);
		if (!parsed.ok) return { ok: false, problem: inside(`revealed[${at}]`, parsed.problem) };
		revealed.push(parsed.value);
	}
	return { ok: true, value: { ...(outer.value as unknown as FeedbackFile), revealed } };
}
