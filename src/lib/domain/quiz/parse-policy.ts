import * as v from 'valibot';
import { feedbackTimes, keyTimes, retries, shuffles } from './policy.ts';
import type { QuizPolicy } from './policy.ts';

const whole = (least: number, most: number) =>
	v.pipe(
		v.number(),
		v.check(
			(value) => Number.isInteger(value) && value >= least && value <= most,
			`a whole number from ${least} to ${most}`
		)
	);

/** The fields of a policy, each of which may be left out. `due` is in milliseconds. */
export const policyEntries = {
	attempts: v.optional(whole(0, 100)),
	feedback: v.optional(v.picklist(feedbackTimes)),
	key: v.optional(v.picklist(keyTimes)),
	shuffle: v.optional(v.picklist(shuffles)),
	draw: v.optional(v.record(v.pipe(v.string(), v.nonEmpty()), whole(1, 100))),
	hintCost: v.optional(whole(0, 100)),
	minutes: v.optional(whole(0, 600)),
	extra: v.optional(v.union([v.literal('own'), whole(0, 900)])),
	retry: v.optional(v.picklist(retries)),
	due: v.optional(v.nullable(v.pipe(v.number(), v.integer())))
};
const schema = v.strictObject(policyEntries);

/** What an assignment says of a quiz's policy, or null for what is no such thing: an unknown field is refused. */
export function parsePolicy(stored: unknown): Partial<QuizPolicy> | null {
	const parsed = v.safeParse(schema, stored);
	if (!parsed.success) return null;
	return Object.fromEntries(Object.entries(parsed.output).filter(([, value]) => value !== undefined));
}
