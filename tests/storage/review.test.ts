import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rate } from '#lib/domain/learning/review/edit.ts';
import { newCard, type ReviewCard } from '#lib/domain/learning/review/model.ts';
import type { Backup } from '#lib/storage/backup.ts';
import { parseReviewRecord, type ReviewSave } from '#lib/storage/review-record.ts';
import type { Store } from '#lib/storage/store.ts';
import { writeDatabase1 } from './frozen/database-1.ts';
import { device, lessonId, stepSave, tamper } from './support.ts';

const card = newCard({ kind: 'item', lesson: lessonId, item: 'q1' }, lessonId, 1000);
const term = newCard({ kind: 'term', term: 'wangxin' }, lessonId, 2000);
const save = (one: ReviewCard, rev = 0): ReviewSave => ({ kind: 'card', card: one, rev });
const frozen = (): Backup =>
	JSON.parse(readFileSync(new URL('./frozen/backup-2.json', import.meta.url), 'utf8')) as Backup;
const cardsOf = async (store: Store) =>
	(await store.readReview()).records.flatMap((record) => (record.kind === 'card' ? [record.card] : []));

describe.each<['disk' | 'memory', () => Promise<Store>]>([
	['disk', () => device().tab()],
	['memory', () => device().tab({ indexedDB: null })]
])('the review, with a store in %s', (_, open) => {
	it('is read back as it was saved', async () => {
		const store = await open();
		expect(await store.readReview()).toEqual({ records: [], damaged: [], failed: null });
		const plan = { newPerDay: 5, duePerDay: 40, retention: 0.85 };
		expect(await store.saveReview([save(card), { kind: 'plan', plan, rev: 0 }])).toEqual({ ok: true });
		const { records } = await store.readReview();
		expect(records).toMatchObject([
			{ id: card.id, rev: 1, card },
			{ id: 'plan', rev: 1, plan }
		]);
	});

	it.each([0, 2])('refuses rev %i when 1 is there, and writes nothing of what came with it', async (rev) => {
		const store = await open();
		await store.saveReview([save(card)]);
		const rated = rate(card, 'good', 5000);
		expect(await store.saveReview([save(term), save(rated, rev)])).toEqual({ ok: false, reason: 'stale' });
		expect(await cardsOf(store)).toEqual([card]);
		expect(await store.saveReview([save(term), save(rated, 1)])).toEqual({ ok: true });
		expect(await cardsOf(store)).toHaveLength(2);
	});

	it('rejects what could not be read back', async () => {
		const store = await open();
		await expect(store.saveReview([save({ ...card, id: 'map/x' })])).rejects.toThrow(
			'At card.id -- expected item/lesson/item or term/term, but got "map/x".'
		);
		expect(await cardsOf(store)).toEqual([]);
	});

	it('is deleted with everything', async () => {
		const store = await open();
		await store.saveReview([save(card)]);
		await store.deleteAll();
		expect(await cardsOf(store)).toEqual([]);
	});

	it('comes back from a copy, and bringing it in twice changes nothing', async () => {
		const store = await open();
		expect(await store.importAll(frozen(), { mode: 'merge' })).toMatchObject({ imported: 4, kept: 0, refused: [] });
		const first = (await store.exportAll()).review;
		expect(first).toEqual(frozen().review);
		expect(await store.importAll(frozen(), { mode: 'merge' })).toMatchObject({ imported: 0, kept: 4 });
		expect((await store.exportAll()).review).toEqual(first);
	});

	it('joins the reviews of two devices, and gives the same when done twice over', async () => {
		const [one, other] = [await open(), await open()];
		const start = rate(card, 'good', 5000);
		await one.saveReview([save(rate(start, 'hard', 9000))]);
		await other.saveReview([save(rate(start, 'easy', 7000)), save(term)]);
		const theirs: unknown = JSON.parse(JSON.stringify(await other.exportAll()));
		expect(await one.importAll(theirs, { mode: 'merge' })).toMatchObject({ imported: 2, kept: 0 });
		const joined = await cardsOf(one);
		expect(joined.find(({ id }) => id === card.id)?.reviews.map(({ at, rating }) => [at, rating])).toEqual([
			[5000, 'good'],
			[7000, 'easy'],
			[9000, 'hard']
		]);
		expect(await one.importAll(theirs, { mode: 'merge' })).toMatchObject({ imported: 0, kept: 2 });
		await other.importAll(JSON.parse(JSON.stringify(await one.exportAll())), { mode: 'merge' });
		const byId = (cards: ReviewCard[]) => cards.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		expect(byId(await cardsOf(other))).toEqual(byId(joined));
	});

	it('is stale for a page that shows what a copy has changed', async () => {
		const store = await open();
		await store.saveReview([save(card)]);
		const copy = await store.exportAll();
		const [record] = copy.review;
		await store.importAll(
			{ ...copy, review: [{ ...record, card: rate(card, 'good', 5000), rev: 9 }] },
			{ mode: 'merge' }
		);
		expect(await store.saveReview([save(rate(card, 'hard', 6000), 1)])).toEqual({ ok: false, reason: 'stale' });
	});
});

it('a database of version 1 opens with all that is in it, and takes cards', async () => {
	const { factory, name, tab } = device();
	await writeDatabase1(factory, name);
	const store = await tab();
	expect(store.kind).toBe('disk');
	expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ rev: 14 });
	expect((await store.readLessons()).records).toMatchObject([{ rev: 17 }]);
	expect(await store.saveReview([save(card)])).toEqual({ ok: true });
	expect(await store.save({ step: stepSave(14) })).toMatchObject({ ok: true });
	expect(await cardsOf(store)).toEqual([card]);
});

it('tells other tabs, and shuts out those from before everything was deleted', async () => {
	const { tab } = device();
	const [left, right] = [await tab(), await tab()];
	const heard = new Promise((resolve) => right.onChange(resolve));
	await left.saveReview([save(card)]);
	expect(await heard).toEqual({ review: true });
	await right.deleteAll();
	expect(await left.saveReview([save(term)])).toEqual({ ok: false, reason: 'stale' });
	expect(await cardsOf(right)).toEqual([]);
});

it('a damaged card is set aside with its reason, and the others are read', async () => {
	const { factory, name, tab } = device();
	const store = await tab();
	await store.saveReview([save(card), save(term)]);
	await tamper(factory, name, 'review', (table) => {
		table.delete([term.id, 1]);
		table.add({ id: term.id, rev: 1, kind: 'card', card: 'lost' });
	});
	expect(await store.readReview()).toMatchObject({ records: [{ id: card.id }], damaged: [term.id] });
	expect((await store.exportAll()).quarantine).toMatchObject([{ from: 'review', key: term.id }]);
	expect(await store.saveReview([save(term)])).toEqual({ ok: true });
});

it.each<[string, object, string]>([
	['another format', { format: 2 }, 'format'],
	['more than a card', { extra: 1 }, 'extra'],
	['an id that is not its card’s', { id: 'term/other' }, ''],
	[
		'reviews out of order',
		{ card: { ...card, reviews: [5, 4].map((at) => ({ at, rating: 'good', by: 'learner' })) } },
		'card.reviews'
	],
	[
		'an unknown rating',
		{ card: { ...card, reviews: [{ at: 5, rating: 'fine', by: 'learner' }] } },
		'card.reviews[0].rating'
	],
	['another kind', { kind: 'map' }, 'kind']
])('a record with %s is refused', (_, change, path) => {
	const record = { format: 1, id: card.id, rev: 1, savedAt: 5, kind: 'card', card };
	expect(parseReviewRecord(record).ok).toBe(true);
	expect(parseReviewRecord({ ...record, ...change })).toMatchObject({ ok: false, problem: { path } });
});
