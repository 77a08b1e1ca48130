import type { ReviewDocument } from '#lib/content/review-documents.ts';
import { fromWorkId } from '#lib/domain/classroom/ids.ts';
import { cardsFrom } from '#lib/domain/learning/review/gather.ts';
import { defaultPlan, idOf, newCard } from '#lib/domain/learning/review/model.ts';
import type { Now, ReviewCard, ReviewPlan } from '#lib/domain/learning/review/model.ts';
import { emptyPlace, parsePlace, type ReviewPlace } from '#lib/domain/learning/review/session.ts';
import type { LessonId, TermId } from '#lib/domain/lesson/model.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { loadDocument } from './load.ts';
import { theStore } from './the-store.ts';

/** The cards of this device, and all that is known of them. */
export interface Deck {
	cards: ReviewCard[];
	plan: ReviewPlan;
	place: ReviewPlace;
	/** Lessons whose terms were taken in. */
	compared: LessonId[];
	/** As last seen on disk, by the record's id. */
	revs: Map<string, number>;
	/** Records that could not be read and were set aside. */
	damaged: number;
	failed: Failure | null;
}

/** The moment, where the learner is. */
export const nowHere = (): Now => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() });

export const loadReview = (lesson: LessonId): Promise<ReviewDocument> =>
	loadDocument<ReviewDocument>(fetch, `${lesson}/review.json`);

export async function readDeck(store: Store): Promise<Deck> {
	const { records, damaged, failed } = await store.readReview();
	const deck: Deck = {
		cards: [],
		plan: defaultPlan,
		place: emptyPlace,
		compared: [],
		revs: new Map(records.map(({ id, rev }) => [id, rev])),
		damaged: damaged.length,
		failed
	};
	for (const record of records) {
		if (record.kind === 'card') deck.cards.push(record.card);
		else if (record.kind === 'plan') deck.plan = record.plan;
		else {
			const { place, compared } = (record.session ?? {}) as { place?: unknown; compared?: unknown };
			deck.place = parsePlace(place);
			deck.compared = Array.isArray(compared) ? compared.filter((one) => typeof one === 'string') : [];
		}
	}
	return deck;
}

/** What the lessons have brought since the last time, as cards; a lesson whose data cannot be reached waits. */
async function harvest(
	store: Store,
	deck: Deck,
	load: typeof loadReview,
	now: number
): Promise<Pick<Deck, 'cards' | 'compared'>> {
	const { records } = await store.readLessons();
	let cards = deck.cards;
	let { compared } = deck;
	const known = new Set(cards.map(({ id }) => id));
	for (const { lessonId: lesson, results, savedAt } of records) {
		// What is done for an instructor comes back when the learner does it for themselves.
		if (fromWorkId(lesson)) continue;
		const check = results.check ? (await store.readStep(lesson, 'check')).record : null;
		const work = check ? parseQuizWork(check.work) : null;
		const answered = (work?.checked ?? []).some((item) => !known.has(idOf({ kind: 'item', lesson, item })));
		const hasCompared = results.framings?.done === true && !compared.includes(lesson);
		if (!answered && !hasCompared) continue;
		const document = await load(lesson).catch(() => null);
		if (!document) continue;
		const found = cardsFrom(
			{
				lesson,
				items: document.items,
				work,
				policy: document.policies?.check ?? usualPolicy,
				answeredAt: check?.savedAt ?? 0,
				terms: hasCompared ? document.compared : [],
				comparedAt: savedAt,
				now
			},
			cards
		);
		if (found.length > 0) cards = [...cards, ...found];
		if (hasCompared) compared = [...compared, lesson];
	}
	return { cards, compared };
}

/**
 * The deck with the cards that the lessons have brought since it was last read, all on disk. Another tab that gathers
 * at the same time makes one of the two start over.
 */
export async function gatherDeck(store: Store, load = loadReview, now = nowHere): Promise<Deck> {
	for (let tries = 0; ; tries += 1) {
		const deck = await readDeck(store);
		if (deck.failed) return deck;
		const { cards, compared } = await harvest(store, deck, load, now().at);
		if (cards === deck.cards && compared === deck.compared) return deck;
		const fresh = cards.slice(deck.cards.length);
		const session = { place: deck.place, compared };
		const saved = await store.saveReview([
			...fresh.map((card) => ({ kind: 'card' as const, card, rev: 0 })),
			{ kind: 'session', session, rev: deck.revs.get('session') ?? 0 }
		]);
		if (saved.ok) return readDeck(store);
		// What cannot be written can still be worked with, and the page says so.
		if (saved.reason !== 'stale' || tries > 2) return { ...deck, cards, compared, failed: saved.reason };
	}
}

/**
 * Adds a term of the glossary to the cards. `lesson` is one that explains the term: its data shows the card.
 * `there` when it was a card before; a failure when nothing was written.
 */
export async function addTerm(term: TermId, lesson: LessonId): Promise<'added' | 'there' | Failure> {
	const store = await theStore();
	const { cards, failed } = await readDeck(store);
	if (failed) return failed;
	const card = newCard({ kind: 'term', term }, lesson, nowHere().at);
	if (cards.some(({ id }) => id === card.id)) return 'there';
	const saved = await store.saveReview([{ kind: 'card', card, rev: 0 }]);
	if (saved.ok) return 'added';
	return saved.reason === 'stale' ? 'there' : saved.reason;
}
