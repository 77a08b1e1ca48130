import type { OtherFile, Verdict, VerdictCode } from '#lib/domain/classroom/verdict.ts';
import * as m from '../../../messages/compiled/messages.js';

/** How a verdict is marked beside its word: brought in, brought in with a remark, nothing new, kept for later, not brought in. */
export type Standing = 'in' | 'remark' | 'same' | 'waits' | 'out';
export const standings: Record<VerdictCode, Standing> = {
	opened: 'in',
	late: 'remark',
	'other-version': 'remark',
	conflict: 'remark',
	duplicate: 'same',
	'unknown-assignment': 'waits',
	'other-class': 'out',
	'wrong-class': 'out',
	'newer-version': 'out',
	'too-large': 'out',
	'bad-content': 'out',
	'other-file': 'out',
	truncated: 'out',
	empty: 'out',
	bomb: 'out',
	incomplete: 'out',
	damaged: 'out',
	'bad-signature': 'out',
	'not-parallax': 'out',
	unreadable: 'out'
};

const heads: Record<VerdictCode, () => string> = {
	opened: m.verdict_opened,
	late: m.verdict_late,
	'other-version': m.verdict_other_version,
	conflict: m.verdict_conflict,
	duplicate: m.verdict_duplicate,
	'unknown-assignment': m.verdict_unknown_assignment,
	'other-class': m.verdict_other_class,
	'wrong-class': m.verdict_wrong_class,
	'newer-version': m.verdict_newer_version,
	'too-large': m.verdict_too_large,
	'bad-content': m.verdict_bad_content,
	'other-file': m.verdict_other_file,
	truncated: m.verdict_truncated,
	empty: m.verdict_empty,
	bomb: m.verdict_bomb,
	incomplete: m.verdict_incomplete,
	damaged: m.verdict_damaged,
	'bad-signature': m.verdict_bad_signature,
	'not-parallax': m.verdict_not_parallax,
	unreadable: m.verdict_unreadable
};
/** A verdict in a word or two, as it stands beside its mark and in the count of all. */
export const verdictName = (code: VerdictCode): string => heads[code]();

const others: Record<OtherFile, () => string> = {
	assignment: m.verdict_is_assignment,
	feedback: m.verdict_is_feedback,
	copy: m.verdict_is_copy,
	backup: m.verdict_is_backup
};
const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));

/** What was found, what was expected and what to do. Empty for a result that came in without a remark. */
export function verdictWords(verdict: Verdict): string {
	switch (verdict.code) {
		case 'opened':
			return '';
		case 'late':
			return m.verdict_late_way();
		case 'other-version':
			return m.verdict_other_version_way({ lessons: verdict.kept.otherVersions.join(', ') });
		case 'conflict':
			return m.verdict_conflict_way();
		case 'duplicate':
			return m.verdict_duplicate_way({ code: verdict.student });
		case 'unknown-assignment':
			return m.verdict_unknown_assignment_way({ id: verdict.waiting.assignment });
		case 'other-class':
			return m.verdict_other_class_way({ name: verdict.name });
		case 'wrong-class':
			return m.verdict_wrong_class_way({ id: verdict.classId });
		case 'newer-version':
			return m.verdict_newer_version_way({ version: verdict.version });
		case 'too-large':
			return (verdict.zip ? m.verdict_too_large_zip_way : m.verdict_too_large_way)({
				size: megabytes(verdict.size),
				most: megabytes(verdict.most)
			});
		case 'bad-content':
			return m.verdict_bad_content_way();
		case 'other-file':
			return others[verdict.is]();
		case 'truncated':
			return m.verdict_truncated_way();
		case 'empty':
			return m.verdict_empty_way();
		case 'bomb':
			return m.verdict_bomb_way();
		case 'incomplete':
			return verdict.unread === null ? m.verdict_cut_zip_way() : m.verdict_incomplete_way({ count: verdict.unread });
		case 'damaged':
			return m.verdict_damaged_way();
		case 'bad-signature':
			return m.verdict_bad_signature_way();
		case 'not-parallax':
			return m.verdict_not_parallax_way();
		case 'unreadable':
			return m.verdict_unreadable_way();
	}
}
