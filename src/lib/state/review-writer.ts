import { mergeCards } from '#lib/domain/learning/review/merge.ts';
import type { ReviewCard, ReviewPlan } from '#lib/domain/learning/review/model.ts';
import type { ReviewPlace } from '#lib/domain/learning/review/session.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { readDeck, type Deck } from './review-deck.ts';

export interface Changes {
	cards: ReviewCard[];
	plan?: ReviewPlan;
	place: ReviewPlace;
}

/**
 * Writes what was done with the cards, one write after the other, each whole. Where another tab was faster, both copies
 * of each card are joined and written: a review is never refused because of another one.
 */
export class ReviewWriter {
	#store: Store;
	#revs: Map<string, number>;
	#compared: string[];
	#last: Promise<Failure | null> = Promise.resolve(null);

	constructor(store: Store, { revs, compared }: Pick<Deck, 'revs' | 'compared'>) {
		this.#store = store;
		this.#revs = revs;
		this.#compared = compared;
	}

	/** Takes the revs that the disk has now. */
	saw({ revs, compared }: Pick<Deck, 'revs' | 'compared'>): void {
		this.#revs = revs;
		this.#compared = compared;
	}

	/** Null when the changes are on disk, else why nothing was written. */
	write(changes: Changes): Promise<Failure | null> {
		return (this.#last = this.#last.then(() => this.#write(changes)));
	}

	/** Resolves when nothing is being written any more. */
	settled(): Promise<unknown> {
		return this.#last;
	}

	async #write(changes: Changes): Promise<Failure | null> {
		const first = await this.#try(changes);
		if (first !== 'stale') return first;
		const there = await readDeck(this.#store);
		this.saw(there);
		const theirs = new Map(there.cards.map((card) => [card.id, card]));
		const cards = changes.cards.map((mine) => {
			const other = theirs.get(mine.id);
			// What was done here is the later of the two.
			return other ? mergeCards({ card: mine, savedAt: 1 }, { card: other, savedAt: 0 }) : mine;
		});
		// Refused again: everything was deleted meanwhile, or a write of another tab came in between once more.
		return this.#try({ ...changes, cards });
	}

	async #try({ cards, plan, place }: Changes): Promise<Failure | null> {
		const rev = (id: string) => this.#revs.get(id) ?? 0;
		const saved = await this.#store.saveReview([
			...cards.map((card) => ({ kind: 'card' as const, card, rev: rev(card.id) })),
			...(plan ? [{ kind: 'plan' as const, plan, rev: rev('plan') }] : []),
			{ kind: 'session', session: { place, compared: this.#compared }, rev: rev('session') }
		]);
		if (!saved.ok) return saved.reason;
		for (const id of [...cards.map((card) => card.id), ...(plan ? ['plan'] : []), 'session'])
			this.#revs.set(id, rev(id) + 1);
		return null;
	}
}
