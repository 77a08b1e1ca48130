import { createActor, type Actor } from 'xstate';
import type { ReviewDocument } from '#lib/content/review-documents.ts';
import { suspend } from '#lib/domain/learning/review/edit.ts';
import { forecastOf } from '#lib/domain/learning/review/forecast.ts';
import { defaultPlan, subjectOf } from '#lib/domain/learning/review/model.ts';
import type { ReviewCard, ReviewPlan } from '#lib/domain/learning/review/model.ts';
import { queueOf } from '#lib/domain/learning/review/queue.ts';
import { intervalsOf } from '#lib/domain/learning/review/schedule.ts';
import { reasonFor } from '#lib/domain/learning/review/why.ts';
import type { Term } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { reviewMachine, type ReviewEvent, type ReviewMachine } from '#lib/machines/review-machine.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { followActor } from './actor.svelte.ts';
import { gatherDeck, loadReview, nowHere, type Deck } from './review-deck.ts';
import { join, ReviewWriter } from './review-writer.ts';
import { theStore } from './the-store.ts';

/** What a card shows; `gone` when its lesson has it no more, `unreachable` when its data cannot be had now. */
export type Material =
	| { kind: 'item'; item: Item; document: ReviewDocument }
	| { kind: 'term'; term: Term; document: ReviewDocument }
	| { kind: 'loading' | 'gone' | 'unreachable' };

/** An event without its moment, which the session adds. */
type Timeless<E> = E extends { now: unknown } ? Omit<E, 'now'> : E;

/** Today's cards in this tab: the machine, what its cards show, and the one way by which anything reaches the disk. */
export class ReviewSession {
	/** `unreadable`: there is a database, and it gives nothing. */
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** Why what was done last is not on disk; null when it is. */
	trouble = $state<Failure | null>(null);
	/** How many things that were done wait for the disk. */
	waiting = $state(0);
	/** Records that could not be read and were set aside. */
	damaged = $state(0);
	#documents = $state.raw<Record<string, ReviewDocument | 'gone' | 'unreachable'>>({});
	#actor = $state.raw<Actor<ReviewMachine>>(createActor(reviewMachine, { input: this.#input() }));
	#followed = $derived(followActor(this.#actor));
	#openStore: () => Promise<Store>;
	#load: typeof loadReview;
	#now: typeof nowHere;
	#store: Store | undefined;
	#writer: ReviewWriter | undefined;
	#written: { cards: ReviewCard[]; plan: ReviewPlan } = { cards: [], plan: defaultPlan };
	#stop: (() => void)[] = [];
	#closed = false;

	constructor({ openStore = theStore, load = loadReview, now = nowHere } = {}) {
		this.#openStore = openStore;
		this.#load = load;
		this.#now = now;
	}

	get snapshot() {
		return this.#followed.current;
	}
	get deck(): ReviewCard[] {
		return this.snapshot.context.deck;
	}
	get plan(): ReviewPlan {
		return this.snapshot.context.plan;
	}
	get place() {
		return this.snapshot.context.place;
	}
	get card(): ReviewCard | null {
		return this.deck.find(({ id }) => id === this.place.current) ?? null;
	}
	get queue() {
		const { deck, plan, now } = this.snapshot.context;
		return queueOf(deck, plan, now);
	}
	get forecast() {
		const { deck, plan, now } = this.snapshot.context;
		return forecastOf(deck, plan, now);
	}
	get now() {
		return this.snapshot.context.now;
	}
	/** Milliseconds until the current card would come back, by rating. */
	get intervals() {
		return this.card && intervalsOf(this.card, this.plan.retention, this.now);
	}
	get reason() {
		return this.card && reasonFor(this.card, this.plan, this.now);
	}
	get canUndo(): boolean {
		return this.snapshot.can({ type: 'deed.undone', now: this.now });
	}
	/** What the current card shows; null without a card. */
	get material(): Material | null {
		return this.card && this.materialOf(this.card);
	}

	materialOf(card: ReviewCard): Material {
		const document = this.#documents[card.lesson];
		if (document === undefined) return { kind: 'loading' };
		if (typeof document === 'string') return { kind: document };
		const subject = subjectOf(card.id);
		if (subject?.kind === 'item') {
			const item = document.items.find(({ id }) => id === subject.item);
			return item ? { kind: 'item', item, document } : { kind: 'gone' };
		}
		const term = subject && document.terms[subject.term];
		return term ? { kind: 'term', term, document } : { kind: 'gone' };
	}

	async open(): Promise<void> {
		const store = await this.#openStore();
		const deck = await gatherDeck(store, this.#load, this.#now);
		if (this.#closed) return;
		this.#store = store;
		this.#writer = new ReviewWriter(store, deck, () => void this.#reread());
		this.damaged = deck.damaged;
		if (deck.failed && deck.cards.length === 0) {
			this.phase = 'unreadable';
			return;
		}
		this.trouble = deck.failed ?? (store.kind === 'memory' ? (store.why ?? 'unavailable') : null);
		this.#written = { cards: deck.cards, plan: deck.plan };
		this.#actor = createActor(reviewMachine, { input: this.#input(deck) }).start();
		await this.#fetch();
		const subscription = this.#actor.subscribe(() => this.#follow());
		this.#stop = [() => subscription.unsubscribe(), store.onChange(() => void this.#reread())];
		this.phase = 'ready';
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stop) stop();
		this.#actor.stop();
	}

	send(event: Timeless<ReviewEvent>): void {
		if (this.phase === 'ready') this.#actor.send({ ...event, now: this.#now() } as ReviewEvent);
	}

	/** Time has passed: with nothing in hand, what has become due comes up. */
	tick(): void {
		if (this.snapshot.matches('finished')) this.send({ type: 'time.passed' });
	}

	/** Takes a suspended card back in. */
	resume(id: string): void {
		const deck = this.deck.map((card) => (card.id === id ? suspend(card, false) : card));
		this.send({ type: 'deck.changed', deck, plan: this.plan });
	}

	change(part: Partial<ReviewPlan>): void {
		this.send({ type: 'deck.changed', deck: this.deck, plan: { ...this.plan, ...part } });
	}

	/** Tries again to have what the current card shows. */
	async tryAgain(): Promise<void> {
		this.#documents = Object.fromEntries(Object.entries(this.#documents).filter(([, one]) => one !== 'unreachable'));
		await this.#fetch();
	}

	/** Loads what a card's lesson shows, unless it is there. Never rejects. */
	async fetchFor({ lesson }: Pick<ReviewCard, 'lesson'>): Promise<void> {
		if (this.#documents[lesson] !== undefined) return;
		const document = await this.#load(lesson).catch((error: unknown) =>
			(error as { status?: unknown }).status === 404 ? ('gone' as const) : ('unreachable' as const)
		);
		this.#documents = { ...this.#documents, [lesson]: document };
	}

	/** Resolves when all that was done is on disk, or cannot be written and the learner has been told. */
	async settled(): Promise<void> {
		await this.#writer?.settled();
	}

	#input(deck?: Deck) {
		const { cards = [], plan = defaultPlan, place } = deck ?? {};
		// Without a deck, as on the server, there is no moment: nothing in an empty queue depends on it.
		const now = deck ? this.#now() : { at: 0, zone: 0 };
		return { deck: cards, plan, now, ...(place && { place }) };
	}

	async #fetch(): Promise<void> {
		if (this.card) await this.fetchFor(this.card);
	}

	#follow(): void {
		void this.#fetch();
		const { deck, plan, place } = this.snapshot.context;
		const before = new Map(this.#written.cards.map((card) => [card.id, card]));
		const cards = deck.filter((card) => before.get(card.id) !== card);
		const changes = { cards, place, ...(plan !== this.#written.plan && { plan }) };
		this.#written = { cards: deck, plan };
		// Plain data, whatever handed it over: a proxy would be refused by the database.
		const plain = JSON.parse(JSON.stringify(changes)) as typeof changes;
		this.waiting += 1;
		void this.#writer!.write(plain).then((failure) => {
			this.waiting -= 1;
			if (this.#store?.kind === 'disk') this.trouble = failure;
		});
	}

	/** Takes what other tabs have done; what was done here since is kept with it. */
	async #reread(): Promise<void> {
		const { deck, waits } = await this.#writer!.read();
		if (this.#closed || deck.failed) return;
		const own = this.deck.filter(({ id }) => waits.has(id));
		const joined = new Map(join(own, deck.cards).map((card) => [card.id, card]));
		const cards = deck.cards.map((card) => joined.get(card.id) ?? card);
		const plan = waits.has('plan') ? this.plan : deck.plan;
		// What waits is written by itself; all else is as it is on disk.
		this.#written = { cards, plan };
		this.#actor.send({ type: 'deck.changed', deck: cards, plan, now: this.#now() });
	}
}
