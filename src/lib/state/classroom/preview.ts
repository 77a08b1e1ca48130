import { makeAssignment, type AssignmentDraft } from '#lib/domain/classroom/assignment/make.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';

/** Where the student's page finds what it is to show as a preview; of this tab, and of one that this tab opens. */
export const previewKey = 'parallax:assignment-preview';

const isDraft = (shown: AssignmentDraft | Assignment): shown is AssignmentDraft => !('id' in shown);

/** What a draft would be, whatever is still missing: a preview is looked at before the rest is filled in. */
export function previewOf(draft: AssignmentDraft, now: number): Assignment {
	const { due, policy } = draft;
	const late = due !== null && due <= now;
	const { feedback, key, ...rest } = policy;
	const kept = {
		...rest,
		...(feedback && (due !== null || feedback !== 'after-due') && { feedback }),
		...(key && (due !== null || key !== 'after-due') && { key })
	};
	const filled: AssignmentDraft = {
		...draft,
		class: { ...draft.class, backedUpAt: now, archived: false },
		title: draft.title.trim() === '' ? '…' : draft.title,
		due: late ? null : due,
		policy: due === null || late ? kept : policy
	};
	return makeAssignment(filled, { now, random: (count) => crypto.getRandomValues(new Uint8Array(count)) });
}

/** Puts down what the student's page is to show, before a link opens it in a new tab. */
export function leavePreview(shown: AssignmentDraft | Assignment): void {
	const assignment = isDraft(shown) ? previewOf(shown, Date.now()) : shown;
	sessionStorage.setItem(previewKey, JSON.stringify(assignment));
}
