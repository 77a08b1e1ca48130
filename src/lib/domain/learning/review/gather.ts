import { compare, zero } from '../../fraction.ts';
import type { LessonId, TermId } from '../../lesson/model.ts';
import type { Certainty, Item, Score } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import type { QuizWork } from '../../quiz/work.ts';
import { scoreChecked } from '../results.ts';
import { rate } from './edit.ts';
import { newCard, type Rating, type ReviewCard } from './model.ts';
import { tellableItems } from './tellable.ts';

/**
 * The first rating of an item, from its answer in the lesson: not right is again, part right is hard; of what was right
 * a guess is hard, being certain is easy, anything else good.
 */
export function ratingFrom({ earned, total }: Score, certainty: Certainty | undefined): Rating {
	if (compare(earned, zero) === 0) return 'again';
	if (compare(earned, total) < 0 || certainty === 'guess') return 'hard';
	return certainty === 'certain' ? 'easy' : 'good';
}

/**
 * What a lesson has for its learner to keep: its quiz (Check) with the work on it, and the terms of a finished
 * comparison. Best cases are left to their step: FSRS spaces single recalls, and a case is a choice among a whole set of
 * cards, weighed against each other. Asked again over the same set, it would train which of them the key has, which is
 * the opposite of what it is for; what its cards rest on comes back in the questions of Check.
 */
export interface Harvest {
	lesson: LessonId;
	items: readonly Item[];
	work: QuizWork | null;
	policy: QuizPolicy;
	/** When the work was saved: milliseconds since 1970. */
	answeredAt: number;
	terms: readonly TermId[];
	comparedAt: number;
	/** The moment of gathering, in milliseconds since 1970: what is due by then may be told. */
	now: number;
}

/**
 * The cards that a lesson gives: one for each answered item whose key may be told (`tellableItems`), rated by its first
 * answer, and one for each term. What already has a card in `deck` gives none, so that gathering twice changes nothing.
 */
export function cardsFrom(harvest: Harvest, deck: readonly ReviewCard[]): ReviewCard[] {
	const { lesson, items, work, answeredAt, terms, comparedAt, policy, now } = harvest;
	const known = new Set(deck.map(({ id }) => id));
	// Oldest first: what was answered again later does not change how well it was known.
	const attempts = work ? [...work.earlier, work] : [];
	const marked = attempts.map((attempt) => ({
		attempt,
		scores: scoreChecked(items, attempt.responses, attempt.checked)
	}));
	const tellable = work ? tellableItems(items, work, policy, now) : new Set();
	const answered = items.flatMap(({ id }) => {
		if (!tellable.has(id)) return [];
		const first = marked.find(({ scores }) => Object.hasOwn(scores, id));
		if (!first) return [];
		const rating = ratingFrom(first.scores[id]!, first.attempt.certainties[id]);
		return [rate(newCard({ kind: 'item', lesson, item: id }, lesson, answeredAt), rating, answeredAt, 'answer')];
	});
	const met = terms.map((term) => newCard({ kind: 'term', term }, lesson, comparedAt));
	return [...answered, ...met].filter(({ id }) => !known.has(id));
}
