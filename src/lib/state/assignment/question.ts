import type { ClaimChecks } from '#lib/content/documents.ts';
import { assignedPolicy } from '#lib/domain/classroom/assignment/policy.ts';
import type { Assignment, FeedbackFile, ItemFeedback } from '#lib/domain/classroom/model.ts';
import { checkedIn, withChecked } from '#lib/domain/lesson/checked.ts';
import { feedbackFor, validateResponse, type PublicItem } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { isTold } from '#lib/domain/quiz/taking.ts';
import type { Checked, Told } from '../marking.ts';
import type { AssignedLesson } from './assigned-lesson.svelte.ts';

/** What it is about is on this device, or why it cannot be shown: `gone`: the lesson here is without it. */
export type Found<T> = ({ is: 'here' } & T) | { is: 'gone' | 'unreachable' };

/** A question that feedback speaks of. */
export type Question = Found<{
	item: PublicItem;
	/** The answer is one to the question as it is here. */
	fits: boolean;
	/** Right and wrong, as far as the student may be told; else empty. */
	feedback: Told[];
	/** What the question rests on, where that may be told; else empty. */
	checked: Checked;
	sources: ClaimChecks['sources'];
	/** With the key. */
	revealed: boolean;
}>;

/** The lesson with its key, where the instructor has sent it. */
export const revealedIn = ({ revealed }: FeedbackFile, lesson: string) =>
	revealed.flatMap((one) => (one.key && one.lesson.id === lesson ? [one] : []))[0];

/** What marks a question, with what it rests on. */
interface Known {
	key: Item;
	checks: ClaimChecks;
}

function keyIn(feedback: FeedbackFile, { lesson, step, item }: ItemFeedback): Known | undefined {
	const revealed = revealedIn(feedback, lesson);
	const found = revealed?.lesson.steps.find(({ id }) => id === step);
	const key = found && 'items' in found ? found.items.find(({ id }) => id === item) : undefined;
	return revealed && key && { key, checks: revealed.library };
}

/** An answer that the question knows the parts of, if perhaps not all of them. */
function isAnswerTo(item: PublicItem, response: Response): boolean {
	const state = validateResponse(item, response);
	return state.ready || (state.code !== 'unknown-option' && state.code !== 'wrong-kind');
}

interface Marked {
	assignment: Assignment;
	feedback: FeedbackFile;
	late: boolean;
}

/** What marks an answer on this device, as far as the quiz itself tells right and wrong by now. */
async function toldOf(
	{ content }: AssignedLesson,
	about: ItemFeedback,
	policy: QuizPolicy | undefined,
	{ assignment, feedback, late }: Marked
): Promise<Known | undefined> {
	const over = feedback.items
		.filter((one) => one.lesson === about.lesson && one.step === about.step)
		.every((one) => one.response && !one.unchecked);
	if (about.unchecked || !isTold(assignedPolicy(assignment, policy), over, { due: late })) return undefined;
	const checks = await content.keyOf(about.step).catch(() => null);
	const key = checks?.items.find(({ id }) => id === about.item);
	return checks && key ? { key, checks } : undefined;
}

/**
 * The question of a mark, as the lesson on this device asks it, and what may be told of the answer that was marked: with
 * the key where the instructor sent it, else no more than the quiz itself tells by now. Never rejects.
 */
export async function questionOf(lesson: AssignedLesson, about: ItemFeedback, marked: Marked): Promise<Question> {
	const { content } = lesson;
	const { response } = about;
	if (!content.outline.steps.some(({ id }) => id === about.step)) return { is: 'gone' };
	try {
		const { step } = await content.quizOf(about.step);
		const item = step.items.find(({ id }) => id === about.item);
		if (!item) return { is: 'gone' };
		const fits = !response || isAnswerTo(item, response);
		const answer = response && fits && validateResponse(item, response).ready ? response : undefined;
		const revealed = keyIn(marked.feedback, about);
		const known = revealed ?? (answer && (await toldOf(lesson, about, step.policy, marked)));
		const feedback = known && answer ? feedbackFor(known.key, answer, { revealKey: revealed !== undefined }) : [];
		return {
			is: 'here',
			item,
			fits,
			feedback: known ? withChecked(known.key, feedback, known.checks) : [],
			checked: checkedIn(known?.checks, known?.key.claims ?? []),
			sources: known?.checks.sources ?? {},
			revealed: revealed !== undefined
		};
	} catch {
		return { is: 'unreachable' };
	}
}
