import type { Assignment, Delivery, Extra } from '#lib/domain/classroom/model.ts';
import type { AssignmentSession } from '#lib/state/assignment/assignment-session.svelte.ts';
import type { OpenProblem } from '#lib/state/assignment/open-text.ts';
import type { Taken } from '#lib/state/assignment/shelf.svelte.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

const format = (options: Intl.DateTimeFormatOptions, at: number): string =>
	new Intl.DateTimeFormat(getLocale() === 'zh' ? 'zh-Hans' : 'en', options).format(at);

/** A moment where the reader is, with the zone, so that nobody takes it for the instructor's clock. */
export const momentInWords = (at: number): string =>
	format(
		{
			weekday: 'long',
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			timeZoneName: 'short'
		},
		at
	);
/** The same, where there is little room. */
export const momentInShort = (at: number): string =>
	format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, at);

export const extraName: Record<Extra, () => string> = {
	stances: m.assigned_extra_stances,
	reflections: m.assigned_extra_reflections,
	notes: m.assigned_extra_notes
};

export const deliveryWords: Record<Delivery, () => string> = {
	shared: m.assigned_via_shared,
	downloaded: m.assigned_via_downloaded,
	copied: m.assigned_via_copied
};

/** How the assignment is taken and marked: one sentence each, none for what is as usual. */
export function assignmentPolicyWords({ attempts, counts, marking, policy }: Assignment): string[] {
	const feedback = {
		'at-once': '',
		'after-attempt': m.policy_after_attempt(),
		'after-due': m.policy_after_due(),
		never: m.policy_never()
	};
	return [
		marking === 'instructor' ? m.assigned_unmarked() : m.assigned_marked_here(),
		attempts === 0 ? m.assigned_hand_in_often() : m.assigned_hand_in_times({ count: attempts }),
		attempts === 1 ? '' : counts === 'best' ? m.assigned_counts_best() : m.assigned_counts_last(),
		policy.attempts ? m.assigned_quiz_attempts({ count: policy.attempts }) : '',
		policy.minutes ? m.assigned_quiz_minutes({ minutes: policy.minutes }) : '',
		marking === 'app' && policy.feedback ? feedback[policy.feedback] : ''
	].filter((words) => words !== '');
}

/** Whether it is handed in, in a few words. */
export function standingWords({ isHandedIn, work }: AssignmentSession): string {
	const last = work.receipts.findLast(({ via }) => via.length > 0);
	if (last && isHandedIn) return m.assigned_handed_in_at({ when: momentInShort(last.madeAt) });
	if (work.file && !isHandedIn) return m.assigned_sealed_not_sent();
	if (last) return m.assigned_not_anew({ when: momentInShort(last.madeAt) });
	return m.assigned_not_handed_in();
}

/** What became of an assignment that was here before; nothing for a new one. */
export const takenWords: Partial<Record<Taken, () => string>> = {
	renewed: m.assigned_renewed,
	differs: m.assigned_kept_first
};

/** Why what was followed, pasted or chosen cannot be opened, and the way out. */
export const openWords: Record<OpenProblem, () => string> = {
	empty: m.assigned_problem_empty,
	newer: m.assigned_problem_newer,
	damaged: m.assigned_problem_damaged,
	'not-an-assignment': m.assigned_problem_foreign,
	'too-large': m.assigned_problem_large,
	unreadable: m.assigned_problem_unreadable,
	'no-crypto': m.assigned_problem_no_crypto,
	'other-device': m.assigned_problem_other_device,
	result: m.assigned_problem_result
};
