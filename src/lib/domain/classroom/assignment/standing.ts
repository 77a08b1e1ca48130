import type { AssignmentWork, Receipt } from '../model.ts';

/** The receipts of files that left the app. */
export const delivered = ({ receipts }: Pick<AssignmentWork, 'receipts'>): Receipt[] =>
	receipts.filter(({ via }) => via.length > 0);

/** How many more times may be handed in; null: as often as one likes. */
export function attemptsLeft({ assignment, receipts }: Pick<AssignmentWork, 'assignment' | 'receipts'>): number | null {
	return assignment.attempts === 0 ? null : Math.max(0, assignment.attempts - delivered({ receipts }).length);
}

/**
 * Whether the work may be gone on with after it was handed in: attempts are left, and no key has been shown for good, as
 * after the due date where the assignment shows it then.
 */
export function mayGoOn(work: Pick<AssignmentWork, 'assignment' | 'receipts' | 'late'>): boolean {
	const { policy } = work.assignment;
	const isTold = work.late && (policy.feedback === 'after-due' || policy.key === 'after-due');
	return attemptsLeft(work) !== 0 && !(isTold && delivered(work).length > 0);
}

/** The work on an assignment that was just opened, at `now` (ms since 1970). */
export const openedWork = (assignment: AssignmentWork['assignment'], now: number): AssignmentWork => ({
	format: 1,
	assignment,
	openedAt: now,
	offline: false,
	code: null,
	startedAt: null,
	late: false,
	ticked: [],
	receipts: [],
	file: null,
	feedback: []
});
