import type { ItemId } from './model.ts';
import type { QuizPolicy } from './policy.ts';
import type { QuizAttempt, QuizWork } from './work.ts';

// What a policy says of work as it stands. The machine decides by these, and so does what marks and shows it.

interface Banked {
	id: ItemId;
	bank?: string;
}

/** Whether only some of the items of its bank are given, so that this one may be left out. */
const isDrawn = ({ bank }: Banked, { draw }: QuizPolicy): boolean => bank !== undefined && Object.hasOwn(draw, bank);

/** The items that the learner got, in the order of the lesson; all of them where nothing has been drawn. */
export const givenItems = <T extends Banked>(
	items: readonly T[],
	policy: QuizPolicy,
	{ drawn }: Pick<QuizAttempt, 'drawn'>
): T[] => (drawn.length === 0 ? [...items] : items.filter((item) => !isDrawn(item, policy) || drawn.includes(item.id)));

/** The attempt is over: handed in, or with everything checked. */
export const isOver = (given: readonly Banked[], { ended, checked }: QuizWork): boolean =>
	ended || given.every(({ id }) => checked.includes(id));

/** Whether the learner is told about checked answers; `over`: their attempt is. */
export function isTold(
	{ feedback }: Pick<QuizPolicy, 'feedback'>,
	over: boolean,
	{ due }: Pick<QuizWork, 'due'>
): boolean {
	if (feedback === 'at-once') return true;
	return over && (feedback === 'after-attempt' || (feedback === 'after-due' && due));
}

/** Whether the key is shown beside the answers. On the first try only when that is over and so is the time for more. */
export function isKeyShown({ key, attempts }: QuizPolicy, over: boolean, { attempt, due }: QuizWork): boolean {
	if (key === 'after-due') return over && due;
	return attempt > 1 && (key === 'later-attempts' || (key === 'last-attempt' && attempt === attempts));
}

/** Whether a further attempt is to be had at all: attempts are left, and no key has been shown for good. */
export const hasAttemptsLeft = ({ attempts, feedback, key }: QuizPolicy, { attempt, due }: QuizWork): boolean =>
	(attempts === 0 || attempt < attempts) && !(due && (feedback === 'after-due' || key === 'after-due'));

/** When the time of this attempt is up, in milliseconds since 1970; null: it is not running, or without a limit. */
export function deadlineOf({ minutes }: QuizPolicy, { began, extra }: QuizWork): number | null {
	return minutes === 0 || began === null || extra === null ? null : began + minutes * 600 * (100 + extra);
}
