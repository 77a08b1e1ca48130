import * as v from 'valibot';
import { parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { filled, fraction, instant, lessonId, text } from '../shapes.ts';
import type { Judgement } from './model.ts';

const place = v.union([
	v.strictObject({ lesson: lessonId, step: v.picklist(['check', 'reverse']), item: text(200) }),
	v.strictObject({ lesson: lessonId, step: v.literal('weigh') })
]);
const share = v.pipe(
	fraction,
	v.check(({ n, d }) => n >= 0 && n <= d, 'a share of 0 to 1')
);
const schema = v.strictObject({
	format: v.literal(1),
	result: text(60),
	overrides: v.array(v.strictObject({ place, share, reason: filled(5000), at: instant })),
	comments: v.array(v.strictObject({ place: v.nullable(place), text: filled(20_000), at: instant }))
}) as unknown as v.GenericSchema<unknown, Judgement>;

/** What an instructor said of a result, from the disk or a copy. */
export const parseJudgement = (input: unknown): Parsed<Judgement> => parse(schema, input);
