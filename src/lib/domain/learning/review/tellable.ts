import { compare } from '../../fraction.ts';
import { drawItems } from '../../quiz/draw.ts';
import type { Item, ItemId } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import { hasAttemptsLeft, isKeyShown, isTold } from '../../quiz/taking.ts';
import type { QuizWork } from '../../quiz/work.ts';
import { attemptResult, scoreChecked } from '../results.ts';

/**
 * The items whose key may be told by `now` (milliseconds since 1970) outside their quiz, as Review does: what the quiz
 * tells beside their answers is no secret any more. With attempts without end the key is the learner's to open, by
 * trying again; else it is told where the quiz shows it, or once no attempt is left that it could help. A key that is
 * never shown, or not yet due, is told only to who was told that they are fully right, since that answer holds it.
 */
export function tellableItems(
	items: readonly Item[],
	work: QuizWork,
	policy: QuizPolicy,
	now: number
): ReadonlySet<ItemId> {
	const { key, attempts } = policy;
	const did = { ...work, drawn: drawItems(items, policy, work), due: work.due || now >= (policy.due ?? Infinity) };
	const over = attemptResult(items, did, policy).done;
	if (!isTold(policy, over, did)) return new Set();
	const isForTheAsking = key === 'later-attempts' && attempts === 0;
	const isLast = (key === 'later-attempts' || key === 'last-attempt') && over && !hasAttemptsLeft(policy, did);
	const isShown = isKeyShown(policy, over, did);
	const scores = scoreChecked(items, did.responses, did.checked);
	const isRight = (id: ItemId): boolean => {
		const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
		return score !== undefined && compare(score.earned, score.total) === 0;
	};
	return new Set(
		items.flatMap(({ id }) =>
			// While an attempt is open, the key of what is to be answered in it stays untold.
			isForTheAsking || isLast || (isShown && (over || did.checked.includes(id))) || isRight(id) ? [id] : []
		)
	);
}
