import type { ArgumentMap, Card, Kit } from '#lib/domain/argument/model.ts';
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
 * on this device, which say no more of themselves than the map's own page does by now. Never rejects.
 */
export async function kitOf(
	lesson: AssignedLesson,
	{ assignment, feedback, late }: { assignment: Assignment; feedback: FeedbackFile; late: boolean }
): Promise<Found<{ kit: Kit }>> {
	const { content } = lesson;
	const known = revealedIn(feedback, lesson.asked.id)?.steps.find((step) => step.id === 'weigh');
	if (known) return { is: 'here', kit: known.kit };
	if (!content.outline.steps.some(({ id }) => id === 'weigh')) return { is: 'gone' };
	try {
		const { step } = await content.documentOf('weigh');
		if (step.id !== 'weigh') return { is: 'gone' };
		const told = isTold(assignedPolicy(assignment), true, { due: late });
		return { is: 'here', kit: told ? step.kit : { ...step.kit, cards: step.kit.cards.map(untold) } };
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
