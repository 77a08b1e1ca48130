import { compare, zero } from '../../fraction.ts';
import type { LessonId, TermId } from '../../lesson/model.ts';
import type { Certainty, Item, Score } from '../../quiz/model.ts';
import type { QuizWork } from '../../quiz/work.ts';
import { scoreChecked } from '../results.ts';
import { rate } from './edit.ts';
import { newCard, type Rating, type ReviewCard } from './model.ts';

/**
 * The first rating of an item, from its answer in the lesson: not right is again, part right is hard; of what was right
 * a guess is hard, being certain is easy, anything else good.
 */
export function ratingFrom({ earned, total }: Score, certainty: Certainty | undefined): Rating {
	if (compare(earned, zero) === 0) return 'again';
	if (compare(earned, total) < 0 || certainty === 'guess') return 'hard';
	return certainty === 'certain' ? 'easy' : 'good';
}

/** What a lesson has for its learner to keep: its quiz with the work on it, and the terms of a finished comparison. */
export interface Harvest {
	lesson: LessonId;
	items: readonly Item[];
	work: QuizWork | null;
	/** When the work was saved: milliseconds since 1970. */
	answeredAt: number;
	terms: readonly TermId[];
	comparedAt: number;
}

/**
 * The cards that a lesson gives: one for each answered item, rated by its first answer, and one for each term. What
 * already has a card in `deck` gives none, so that gathering twice changes nothing.
 */
export function cardsFrom(harvest: Harvest, deck: readonly ReviewCard[]): ReviewCard[] {
	const { lesson, items, work, answeredAt, terms, comparedAt } = harvest;
	const known = new Set(deck.map(({ id }) => id));
	// An answer of an earlier attempt was the first; what is checked now may be another try at it.
	const first = work?.earlier[0] ?? work;
	const scores = first ? scoreChecked(items, first.responses, first.checked) : {};
	const answered = items.flatMap(({ id }) => {
		const score = scores[id];
		if (!score) return [];
		const card = newCard({ kind: 'item', lesson, item: id }, lesson, answeredAt);
		return [rate(card, ratingFrom(score, first?.certainties[id]), answeredAt, 'answer')];
	});
	const met = terms.map((term) => newCard({ kind: 'term', term }, lesson, comparedAt));
	return [...answered, ...met].filter(({ id }) => !known.has(id));
}
