import type { DraftProblem } from '#lib/domain/classroom/assignment/make.ts';
import type { Assignment, Extra } from '#lib/domain/classroom/model.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

export const feedbackWords: Record<QuizPolicy['feedback'], () => string> = {
	'at-once': m.teach_rule_feedback_at_once,
	'after-attempt': m.teach_rule_feedback_after_attempt,
	'after-due': m.teach_rule_feedback_after_due,
	never: m.teach_rule_feedback_never
};
export const keyWords: Record<QuizPolicy['key'], () => string> = {
	'later-attempts': m.teach_rule_key_later_attempts,
	'last-attempt': m.teach_rule_key_last_attempt,
	'after-due': m.teach_rule_key_after_due,
	never: m.teach_rule_key_never
};
export const shuffleWords: Record<QuizPolicy['shuffle'], () => string> = {
	never: m.teach_rule_shuffle_never,
	'later-attempts': m.teach_rule_shuffle_later_attempts,
	always: m.teach_rule_shuffle_always
};
export const extraWords: Record<Extra, () => string> = {
	stances: m.teach_extra_stances,
	reflections: m.teach_extra_reflections,
	notes: m.teach_extra_notes
};
/** Why a draft cannot be assigned, and what to do. */
export const draftWords: Record<DraftProblem, () => string> = {
	'no-backup': m.teach_problem_no_backup,
	archived: m.teach_problem_archived,
	'no-title': m.teach_problem_no_title,
	'title-too-long': m.teach_problem_title_too_long,
	'note-too-long': m.teach_problem_note_too_long,
	'no-lessons': m.teach_problem_no_lessons,
	'too-many-lessons': m.teach_problem_too_many_lessons,
	'no-steps': m.teach_problem_no_steps,
	'due-past': m.teach_problem_due_past,
	'built-in-marked-by-instructor': m.teach_problem_built_in,
	'after-due-without-due': m.teach_problem_after_due
};

export const attemptsWords = (attempts: number): string =>
	({ 0: m.teach_assign_attempts_0(), 1: m.teach_assign_attempts_1() })[attempts] ??
	m.teach_assign_attempts_n({ count: attempts });
export const countsWords: Record<Assignment['counts'], () => string> = {
	last: m.teach_assign_counts_last,
	best: m.teach_assign_counts_best
};

const locale = (): string => (getLocale() === 'zh' ? 'zh-Hans' : 'en');

/** An instant with the zone that it is said in: `Friday, 4 December 2026 at 23:59 CET`. */
export const dueInWords = (due: number): string =>
	new Intl.DateTimeFormat(locale(), {
		weekday: 'long',
		year: 'numeric',
		month: 'long',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short'
	}).format(due);

/** This device's time zone, as `Asia/Shanghai, GMT+8`. */
export function zoneInWords(at: number): string {
	const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
	const offset = new Intl.DateTimeFormat(locale(), { timeZoneName: 'shortOffset' })
		.formatToParts(at)
		.find(({ type }) => type === 'timeZoneName')?.value;
	return [timeZone, offset].filter(Boolean).join(', ');
}

const two = (number: number): string => String(number).padStart(2, '0');
/** An instant as a date-and-time field of this device has it: `2026-12-04T23:59`. */
export function fieldOf(at: number): string {
	const date = new Date(at);
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
