import { assignedPolicy } from '#lib/domain/classroom/assignment/policy.ts';
import type { Assignment, FeedbackFile, ItemFeedback } from '#lib/domain/classroom/model.ts';
import { feedbackFor, validateResponse, type Feedback, type PublicItem } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { isTold } from '#lib/domain/quiz/taking.ts';
import type { AssignedLesson } from './assigned-lesson.svelte.ts';

/** What it is about is on this device, or why it cannot be shown: `gone`: the lesson here is without it. */
export type Found<T> = ({ is: 'here' } & T) | { is: 'gone' | 'unreachable' };

/** A question that feedback speaks of. */
export type Question = Found<{
	item: PublicItem;
	/** The answer is one to the question as it is here. */
	fits: boolean;
	/** Right and wrong, as far as the student may be told; else empty. */
	feedback: Feedback[];
	/** With the key. */
	revealed: boolean;
}>;

/** The lesson with its key, where the instructor has sent it. */
export const revealedIn = ({ revealed }: FeedbackFile, lesson: string) =>
	revealed.flatMap((one) => (one.key && one.lesson.id === lesson ? [one.lesson] : []))[0];

function keyIn(feedback: FeedbackFile, { lesson, step, item }: ItemFeedback): Item | undefined {
	const found = revealedIn(feedback, lesson)?.steps.find(({ id }) => id === step);
	return found && 'items' in found ? found.items.find(({ id }) => id === item) : undefined;
}

/** An answer that the question knows the parts of, if perhaps not all of them. */
function isAnswerTo(item: PublicItem, response: Response): boolean {
	const state = validateResponse(item, response);
	return state.ready || (state.code !== 'unknown-option' && state.code !== 'wrong-kind');
}

/**
 * The question of a mark, as the lesson on this device asks it, and what may be told of the answer that was marked: with
 * the key where the instructor sent it, else no more than the quiz itself tells by now. Never rejects.
 */
export async function questionOf(
	lesson: AssignedLesson,
	about: ItemFeedback,
	{ assignment, feedback, late }: { assignment: Assignment; feedback: FeedbackFile; late: boolean }
): Promise<Question> {
	const { content } = lesson;
	const { response } = about;
	if (!content.outline.steps.some(({ id }) => id === about.step)) return { is: 'gone' };
	try {
		const { step } = await content.quizOf(about.step);
		const item = step.items.find(({ id }) => id === about.item);
		if (!item) return { is: 'gone' };
		const key = keyIn(feedback, about);
		const found: Question & { is: 'here' } = {
			is: 'here',
			item,
			fits: true,
			feedback: [],
			revealed: key !== undefined
		};
		if (!response) return found;
		if (!isAnswerTo(item, response)) return { ...found, fits: false };
		if (!validateResponse(item, response).ready) return found;
		if (key) return { ...found, feedback: feedbackFor(key, response, { revealKey: true }) };
		const over = feedback.items
			.filter((one) => one.lesson === about.lesson && one.step === about.step)
			.every((one) => one.response && !one.unchecked);
		if (about.unchecked || !isTold(assignedPolicy(assignment, step.policy), over, { due: late })) return found;
		const marking = (await content.keyOf(about.step).catch(() => null))?.items.find(({ id }) => id === about.item);
		return { ...found, feedback: marking ? feedbackFor(marking, response, { revealKey: false }) : [] };
	} catch {
		return { is: 'unreachable' };
	}
}
