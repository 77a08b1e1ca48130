import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import type { QuizWork } from '#lib/domain/quiz/work.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

const moment = (due: number): string =>
	new Intl.DateTimeFormat(getLocale() === 'zh' ? 'zh-Hans' : 'en', { dateStyle: 'long', timeStyle: 'short' }).format(
		due
	);

const feedback: Record<QuizPolicy['feedback'], (policy: QuizPolicy) => string> = {
	'at-once': () => '',
	'after-attempt': () => m.policy_after_attempt(),
	'after-due': ({ due }) => (due === null ? m.policy_after_due() : m.policy_after_date({ date: moment(due) })),
	never: () => m.policy_never()
};

/** How this quiz is taken, before it is: one sentence each, none for what is as usual. */
export function policyWords(
	policy: QuizPolicy,
	{ attempt }: QuizWork,
	items: readonly PublicItem[],
	unmarked = false
): string[] {
	const { attempts, due } = policy;
	return [
		attempts > 0 ? m.policy_attempts({ attempt, attempts, left: Math.max(0, attempts - attempt) }) : '',
		unmarked ? m.assigned_unmarked() : feedback[policy.feedback](policy),
		due !== null && policy.feedback !== 'after-due' ? m.policy_due({ date: moment(due) }) : '',
		Object.keys(policy.draw).length > 0 ? m.policy_drawn() : '',
		items.some(({ hintCount }) => hintCount) ? m.policy_hints({ percent: policy.hintCost }) : ''
	].filter((words) => words !== '');
}

/** Why an attempt that is over is not told about. */
export const withheldWords = (policy: QuizPolicy): string => feedback[policy.feedback](policy);
