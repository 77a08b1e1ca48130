import type { ArgumentMap, Card, Kit } from '#lib/domain/argument/model.ts';
import type { ClaimChecks } from '#lib/content/documents.ts';
import { assignedPolicy } from '#lib/domain/classroom/assignment/policy.ts';
import type { Assignment, FeedbackFile } from '#lib/domain/classroom/model.ts';
import { isTold } from '#lib/domain/quiz/taking.ts';
import type { AssignedLesson } from './assigned-lesson.svelte.ts';
import { revealedIn, type Found } from './question.ts';

function untold(card: Card): Card {
	const { distractor: _, ...rest } = card;
	return rest;
}

/**
 * The cards that a map in feedback is made of: those of the lesson with its key, where the instructor sent it, else those
 * on this device, which say no more of themselves than the map's own page does by now; and what checking showed of the
 * claims that they rest on, as far as that page tells it. Never rejects.
 */
export async function kitOf(
	lesson: AssignedLesson,
	{ assignment, feedback, late }: { assignment: Assignment; feedback: FeedbackFile; late: boolean }
): Promise<Found<{ kit: Kit; checks: ClaimChecks }>> {
	const { content } = lesson;
	const revealed = revealedIn(feedback, lesson.asked.id);
	const known = revealed?.lesson.steps.find((step) => step.id === 'weigh');
	if (revealed && known) return { is: 'here', kit: known.kit, checks: revealed.library };
	if (!content.outline.steps.some(({ id }) => id === 'weigh')) return { is: 'gone' };
	try {
		const document = await content.documentOf('weigh');
		const { step } = document;
		if (step.id !== 'weigh') return { is: 'gone' };
		const told = isTold(assignedPolicy(assignment), true, { due: late });
		const kit = told ? step.kit : { ...step.kit, cards: step.kit.cards.map(untold) };
		return { is: 'here', kit, checks: document };
	} catch {
		return { is: 'unreachable' };
	}
}

/** Whether all cards of the map are in the kit: else it was built from another version of the lesson. */
export function isBuiltFrom({ root, cards }: Kit, { groups, evidence }: ArgumentMap): boolean {
	const known = new Set([root.id, ...cards.map(({ id }) => id)]);
	const used = [
		...groups.flatMap(({ premises, target }) => ('card' in target ? [...premises, target.card] : premises)),
		...evidence.flatMap((pair) => [pair.claim, pair.evidence])
	];
	return used.every((card) => known.has(card));
}
