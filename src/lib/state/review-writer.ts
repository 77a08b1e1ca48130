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

type Revs = ReadonlyMap<string, number>;

/** How often a write is joined with another tab's before it counts as refused. */
const most = 4;

/**
 * Writes what was done with the cards, one write after the other, each whole. Where another tab was faster, both copies
 * of each card are joined and written: a review is never lost to another one. A rev stands for content that the page
 * shows: it is taken over only when that content is (`read`), else a later write would pass for its successor.
 */
export class ReviewWriter {
	#store: Store;
	#revs: Map<string, number>;
	#compared: string[];
	#onjoined: () => void;
	/** How many writes of each record wait or are under way. */
	#waiting = new Map<string, number>();
	#last: Promise<unknown> = Promise.resolve();

	/** `onjoined` hears that the disk has reviews of another tab that the page does not show yet. */
	constructor(store: Store, { revs, compared }: Pick<Deck, 'revs' | 'compared'>, onjoined: () => void) {
		this.#store = store;
		this.#revs = new Map(revs);
		this.#compared = compared;
		this.#onjoined = onjoined;
	}

	/** Null when the changes are on disk, else why nothing was written. */
	write(changes: Changes): Promise<Failure | null> {
		const ids = [...changes.cards.map(({ id }) => id), ...(changes.plan ? ['plan'] : [])];
		for (const id of ids) this.#waiting.set(id, (this.#waiting.get(id) ?? 0) + 1);
		return this.#inTurn(async () => {
			const failure = await this.#write(changes).catch((): Failure => 'unavailable');
			for (const id of ids) {
				const left = (this.#waiting.get(id) ?? 1) - 1;
				if (left > 0) this.#waiting.set(id, left);
				else this.#waiting.delete(id);
			}
			return failure;
		});
	}

	/** The deck as it is on disk after all writes so far. Of cards in `waits` the page's copies hold newer reviews. */
	read(): Promise<{ deck: Deck; waits: ReadonlySet<string> }> {
		return this.#inTurn(async () => {
			const deck = await readDeck(this.#store);
			const waits = new Set(this.#waiting.keys());
			for (const [id, rev] of deck.revs) if (!waits.has(id)) this.#revs.set(id, rev);
			this.#compared = deck.compared;
			return { deck, waits };
		});
	}

	/** Resolves when nothing is being written any more. */
	async settled(): Promise<void> {
		await this.#last;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work, work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	async #write(changes: Changes): Promise<Failure | null> {
		const first = await this.#try(changes, this.#revs);
		if (first !== 'stale') {
			if (first === null) for (const id of idsOf(changes)) this.#revs.set(id, (this.#revs.get(id) ?? 0) + 1);
			return first;
		}
		for (let tries = 0; tries < most; tries += 1) {
			const there = await readDeck(this.#store);
			if (there.failed) return there.failed;
			const joined = await this.#try({ ...changes, cards: join(changes.cards, there.cards) }, there.revs);
			if (joined === 'stale') continue;
			// Only the place is the page's own; the cards' revs stay behind until the page has read them.
			if (joined === null) this.#revs.set('session', (there.revs.get('session') ?? 0) + 1);
			if (joined === null) this.#onjoined();
			return joined;
		}
		// Everything was deleted meanwhile: this page shows what is gone.
		return 'stale';
	}

	async #try({ cards, plan, place }: Changes, revs: Revs): Promise<Failure | null> {
		const rev = (id: string) => revs.get(id) ?? 0;
		const saved = await this.#store.saveReview([
			...cards.map((card) => ({ kind: 'card' as const, card, rev: rev(card.id) })),
			...(plan ? [{ kind: 'plan' as const, plan, rev: rev('plan') }] : []),
			{ kind: 'session', session: { place, compared: this.#compared }, rev: rev('session') }
		]);
		return saved.ok ? null : saved.reason;
	}
}

const idsOf = ({ cards, plan }: Changes): string[] => [
	...cards.map(({ id }) => id),
	...(plan ? ['plan'] : []),
	'session'
];

/** The cards of `mine`, each joined with its copy among `theirs`: what was done here is the later of the two. */
export function join(mine: readonly ReviewCard[], theirs: readonly ReviewCard[]): ReviewCard[] {
	const copies = new Map(theirs.map((card) => [card.id, card]));
	return mine.map((card) => {
		const copy = copies.get(card.id);
		return copy ? mergeCards({ card, savedAt: 1 }, { card: copy, savedAt: 0 }) : card;
	});
}
