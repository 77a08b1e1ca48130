import type { ClaimNote, StepDocument } from '#lib/content/documents.ts';
import type { QuizKey } from '#lib/content/quiz-documents.ts';
import { compare } from '#lib/domain/fraction.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { quizWorkResult } from '#lib/domain/learning/results.ts';
import { feedbackFor, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Feedback } from '#lib/domain/quiz/kind.ts';
import type { Item, ItemId, Response, Score } from '#lib/domain/quiz/model.ts';
import type { QuizWork } from '#lib/domain/quiz/work.ts';

/** What is shown of one checked answer. */
export interface Mark {
	item: Item;
	score: Score;
	feedback: Feedback[];
	/** What the item rests on. */
	claims: ClaimNote[];
}

/** Marks the items of one step. A page loads it, and the key that it is made of, when an answer is to be checked. */
export class Marking {
	readonly sources: StepDocument['sources'];
	#key: QuizKey;

	constructor(key: QuizKey) {
		this.#key = key;
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
		return quizWorkResult(this.#key.items, work);
	}

	/** Null for an item that is not checked. */
	markOf(id: ItemId, { responses, checked }: QuizWork, options: { revealKey: boolean }): Mark | null {
		const [item, response] = [this.#itemOf(id), responses[id]];
		if (!item || !response || !checked.includes(id)) return null;
		return {
			item,
			score: scoreResponse(item, response),
			feedback: feedbackFor(item, response, options),
			claims: item.claims.flatMap((claim) => this.#key.claims[claim] ?? [])
		};
	}
}
