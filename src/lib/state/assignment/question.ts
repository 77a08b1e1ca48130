import type { FeedbackFile, ItemFeedback } from '#lib/domain/classroom/model.ts';
import { feedbackFor, validateResponse, type Feedback, type PublicItem } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import type { AssignedLesson } from './assigned-lesson.svelte.ts';

/** A question that feedback speaks of, with what was answered on this device. */
export interface Question {
	item: PublicItem;
	response: Response | null;
	/** With the key, where the instructor has sent it; else empty. */
	feedback: Feedback[];
}

function keyIn({ revealed }: FeedbackFile, { lesson, step, item }: ItemFeedback): Item | undefined {
	const shown = revealed.find((one) => one.key && one.lesson.id === lesson);
	const found = shown?.key ? shown.lesson.steps.find(({ id }) => id === step) : undefined;
	return found && 'items' in found ? found.items.find(({ id }) => id === item) : undefined;
}

/** Null where the lesson, as it is on this device, has no such question. Never rejects. */
export async function questionOf(
	lesson: AssignedLesson,
	about: ItemFeedback,
	feedback: FeedbackFile
): Promise<Question | null> {
	try {
		const { step } = await lesson.content.quizOf(about.step);
		const item = step.items.find(({ id }) => id === about.item);
		if (!item) return null;
		const work = parseQuizWork((await lesson.readStep(about.step))?.work);
		const response = work?.responses[item.id] ?? null;
		const key = keyIn(feedback, about);
		const isFit = response !== null && validateResponse(item, response).ready;
		return { item, response, feedback: key && isFit ? feedbackFor(key, response, { revealKey: true }) : [] };
	} catch {
		return null;
	}
}
