import * as v from 'valibot';
import { policyEntries } from '../quiz/parse-policy.ts';
import { usualPolicy, withPolicy } from '../quiz/policy.ts';
import { placed, report } from './reading.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import type { Reading } from './reading.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;
const dueWords = 'a day, as `2026-12-01`, or a moment with its time zone, as `2026-12-01T18:00Z`';

/** A day ends when it has ended everywhere but in the westernmost zone: at its last second by UTC. */
const momentOf = (text: string): number => Date.parse(day.test(text) ? `${text}T23:59:59Z` : text);

/** A policy as front matter has it: `due` is written as a date. */
export const policyShape = v.strictObject({
	...policyEntries,
	due: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => (day.test(text) || moment.test(text)) && !Number.isNaN(momentOf(text)), dueWords),
			v.transform(momentOf)
		)
	)
});

/** The policy of one step. What contradicts itself is reported; `at` tells where a field stands. */
export function readPolicy(
	reading: Reading,
	said: v.InferOutput<typeof policyShape>,
	at: (key?: string) => number
): QuizPolicy {
	const policy = withPolicy(usualPolicy, said);
	const refuse = (key: string, found: string, expected: string, mend: string): void =>
		report(reading, at(key), { code: 'bad-policy', found, expected, mend });
	if (policy.key === 'last-attempt' && policy.attempts < 2)
		refuse(
			'key',
			`the key on the last attempt of ${policy.attempts === 0 ? 'as many as one likes' : 'one'}`,
			'`attempts: 2` or more: the key is never shown on the first try',
			'Say how many attempts there are, or show the key `after-due` or `never`.'
		);
	for (const key of ['feedback', 'key'] as const)
		if (policy[key] === 'after-due' && policy.due === null)
			refuse(
				key,
				`\`${key}: after-due\` without a due date`,
				'`due:` with the date, beside it',
				'Add `due: 2026-12-01`; if only your class has a date, leave this to the assignment.'
			);
	return placed(reading, policy, at());
}
