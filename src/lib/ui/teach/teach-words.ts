import type { RosterProblem } from '#lib/domain/classroom/roster/parse-roster.ts';
import type { TeachTab } from '#lib/state/classroom/teach-place.ts';
import type { BackupCheck } from '#lib/domain/classroom/roster/backup.ts';
import type { Student } from '#lib/domain/classroom/model.ts';
import type { Undo } from '#lib/state/classroom/class-changes.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

export const tabWords: Record<TeachTab, () => string> = {
	students: m.teach_tab_students,
	assignments: m.teach_tab_assignments,
	collect: m.teach_tab_collect,
	gradebook: m.teach_tab_gradebook,
	out: m.teach_tab_out,
	class: m.teach_tab_class
};

export type Checked = BackupCheck;

const checks: Record<Checked, (of: { name: string }) => string> = {
	good: m.teach_key_good,
	'other-class': m.teach_key_other_class,
	damaged: m.teach_key_damaged,
	'wrong-passphrase': m.teach_key_wrong_passphrase,
	'needs-passphrase': m.teach_key_needs_passphrase
};
/** What became of the file that was to prove a backup, and the way on. */
export const checkWords = (is: Checked, name: string): string => checks[is]({ name });

/** A student as a heading or a button names them: by name where there is one. */
export const whoIs = ({ code, name }: Student): string => (name ? `${name} (${code})` : code);

const undone: Record<Undo['what'], (of: { who: string }) => string> = {
	'student-removed': m.teach_undo_removed,
	'student-changed': m.teach_undo_changed,
	renamed: m.teach_undo_renamed,
	archived: m.teach_undo_archived,
	'class-deleted': m.teach_undo_class,
	'assignment-deleted': m.teach_undo_assignment
};
export const undoWords = ({ what, name }: Undo): string => undone[what]({ who: name });

/** Fewer signs than that are guessed too soon. */
export const shortestPassphrase = 8;

/** What is wrong with a passphrase that was typed twice; empty: nothing. */
export function passphraseProblem(once: string, again: string): string {
	if ([...once].length < shortestPassphrase) return m.teach_passphrase_short({ least: shortestPassphrase });
	return once === again ? '' : m.teach_passphrase_differ();
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of an instant by this device's clock, as a date field has it: `2026-11-25`. */
export function dayOf(at: number): string {
	const date = new Date(at);
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
/** The last minute of such a day, in milliseconds since 1970; null for what is no day. */
export function endOfDay(day: string): number | null {
	const at = new Date(`${day}T23:59`).getTime();
	return Number.isNaN(at) ? null : at;
}
/** A day as a reader says it. */
export const dayInWords = (at: number): string =>
	new Intl.DateTimeFormat(getLocale() === 'zh' ? 'zh-Hans' : 'en', { dateStyle: 'long' }).format(at);

const rosterProblems: Record<RosterProblem['code'], (of: { found: string }) => string> = {
	'bad-code': m.teach_roster_bad_code,
	taken: m.teach_roster_taken,
	twice: m.teach_roster_twice,
	'too-long': m.teach_roster_too_long,
	'too-many': m.teach_roster_too_many
};
/** What was noticed in a line of a roster, and what was done. */
export const rosterProblemWords = ({ code, found }: RosterProblem): string => rosterProblems[code]({ found });
