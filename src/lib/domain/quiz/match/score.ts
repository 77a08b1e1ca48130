import { fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { MatchItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

type Left = MatchItem['left'][number];
type Pairs = ResponseOf<'match'>['pairs'];

// An id such as `toString` must not find what every object inherits.
const isPaired = ({ id }: Left, pairs: Pairs): boolean => Object.hasOwn(pairs, id);
const isRight = (left: Left, pairs: Pairs): boolean => pairs[left.id] === left.partner;

/** Right pairs / pairs, "no partner" being a pair like another. A part is a left entry with what it was paired with. */
export function scoreMatch(item: MatchItem, { pairs }: ResponseOf<'match'>): Score {
	const parts = item.left.map((left) => ({ id: left.id, right: isRight(left, pairs) }));
	const share = fraction(parts.filter((part) => part.right).length, parts.length);
	return pointsScore(item.points, share, parts);
}

export function feedbackMatch(item: MatchItem, { pairs }: ResponseOf<'match'>): Feedback[] {
	return item.left.map((left) => ({
		id: left.id,
		right: isRight(left, pairs),
		chosen: isPaired(left, pairs),
		html: left.feedback
	}));
}
