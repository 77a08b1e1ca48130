import type { ClaimNote, StepDocument } from '#lib/content/documents.ts';
import type { CardPlace, QuizKey } from '#lib/content/quiz-documents.ts';
import { compare, type Fraction } from '#lib/domain/fraction.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { missedItems, type Missed } from '#lib/domain/learning/missed.ts';
import { certaintyMarkAfterHints, regrade, scoreAfterHints } from '#lib/domain/learning/results.ts';
import { checkedIn, withChecked, type Checked as CheckedOf } from '#lib/domain/lesson/checked.ts';
import type { ClaimId, Html } from '#lib/domain/lesson/model.ts';
import { feedbackFor, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Feedback } from '#lib/domain/quiz/kind.ts';
import type { Item, ItemId, Response, Score } from '#lib/domain/quiz/model.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import type { QuizWork } from '#lib/domain/quiz/work.ts';

/** What is told of one part; of a card of a best case also what checking showed of the claims that it rests on. */
export interface Told extends Feedback {
	checked?: Checked;
}

/** Claims, with what corrects those that their source got wrong. */
export type Checked = CheckedOf<ClaimNote>;

/** What is shown of one checked answer. */
export interface Mark {
	item: Item;
	/** As if no hint had been opened, and less the price of those that were. */
	score: Score;
	costed: Score;
	hints: number;
	/** The mark with certainty counted, less the price of the hints; absent where none was given. */
	certain?: Fraction;
	feedback: Told[];
	/** What the item rests on. */
	checked: Checked;
	/** Where the text has it, each card once. */
	cards: CardPlace[];
}

/** Without `cards` there are no ways back to the text. */
type MarkingKey = Omit<QuizKey, 'cards'> & Partial<Pick<QuizKey, 'cards'>>;

/** Marks the items of one step. A page loads it, and the key that it is made of, when an answer is to be checked. */
export class Marking {
	readonly sources: StepDocument['sources'];
	#key: MarkingKey;
	#policy: QuizPolicy;

	constructor(key: MarkingKey, policy: QuizPolicy) {
		this.#key = key;
		this.#policy = policy;
		this.sources = key.sources;
	}

	#itemOf = (id: ItemId): Item | undefined => this.#key.items.find((item) => item.id === id);

	isFullyRight(id: ItemId, response: Response): boolean {
		const item = this.#itemOf(id);
		if (!item) return false;
		const { earned, total } = scoreResponse(item, response);
		return compare(earned, total) === 0;
	}

	resultOf(work: QuizWork): StepResult {
		return regrade(this.#key.items, work, this.#policy);
	}

	/** The hints of an item that have been opened. */
	hintsOf(id: ItemId, { hints }: QuizWork): Html[] {
		return (this.#itemOf(id)?.hints ?? []).slice(0, hints[id] ?? 0);
	}

	missedIn(work: QuizWork): Missed {
		return missedItems(this.#key.items, work, this.#policy);
	}

	/** Where the text has what these items rest on, each card once. */
	cardsOf(items: readonly Item[]): CardPlace[] {
		const cards = items.flatMap(({ claims }) => claims.flatMap((claim) => this.#key.cards?.[claim] ?? []));
		return cards.filter(({ card }, index) => cards.findIndex((one) => one.card === card) === index);
	}

	checkedOf(ids: readonly ClaimId[]): Checked {
		return checkedIn(this.#key, ids);
	}

	/** Null for an item that is not checked. To an answer that is fully right all is told: it holds the key itself. */
	markOf(
		id: ItemId,
		{ responses, certainties, checked, hints }: QuizWork,
		options: { revealKey: boolean }
	): Mark | null {
		const [item, response, sure] = [this.#itemOf(id), responses[id], certainties[id]];
		if (!item || !response || !checked.includes(id)) return null;
		const score = scoreResponse(item, response);
		const opened = hints[id] ?? 0;
		return {
			item,
			score,
			costed: scoreAfterHints(score, opened, this.#policy),
			hints: opened,
			...(sure && { certain: certaintyMarkAfterHints(score, sure, opened, this.#policy) }),
			feedback: withChecked(
				item,
				feedbackFor(item, response, {
					revealKey: options.revealKey || compare(score.earned, score.total) === 0
				}),
				this.#key
			),
			checked: this.checkedOf(item.claims),
			cards: this.cardsOf([item])
		};
	}
}
