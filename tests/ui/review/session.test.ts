import { beforeAll, expect, test, vi } from 'vitest';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { gatherDeck, readDeck } from '#lib/state/review-deck.ts';
import { device, document } from './support.ts';

beforeAll(() => {
	// The database's errors are Node's own, where jsdom has another class of that name.
	try {
		structuredClone(() => undefined);
	} catch (error) {
		vi.stubGlobal('DOMException', (error as object).constructor);
	}
});

test('what a lesson brought becomes cards once, however often they are gathered', async () => {
	const { store, load } = await device();
	const first = await gatherDeck(store, load);
	expect(first.cards.map(({ id, reviews }) => [id, reviews[0]?.rating])).toEqual([
		['item/one/q1', 'again'],
		['term/wangxin', undefined]
	]);
	const again = await gatherDeck(store, load);
	expect(again.revs).toEqual(first.revs);
	expect(again.cards).toEqual(first.cards);
});

test('a lesson whose data cannot be reached gives its cards the next time', async () => {
	const { store, load } = await device();
	expect((await gatherDeck(store, () => Promise.reject(new Error('offline')))).cards).toEqual([]);
	expect((await gatherDeck(store, load)).cards).toHaveLength(2);
});

test('an item becomes a card only when its key may be told, also by time', async () => {
	const { store, now, load, pass } = await device();
	const due = now().at + 60_000;
	const withheld = async () => ({
		...(await load()),
		policies: { check: { ...usualPolicy, key: 'after-due' as const, due } }
	});
	const ids = async () => (await gatherDeck(store, withheld, now)).cards.map(({ id }) => id);
	expect(await ids()).toEqual(['term/wangxin']);
	pass(1);
	expect((await ids()).toSorted()).toEqual(['item/one/q1', 'term/wangxin']);
});

test('a rating is on disk with the place, and a session that is opened again goes on from there', async () => {
	const { store, session } = await device();
	const before = await session();
	expect(before.card?.id).toBe('term/wangxin');
	before.send({ type: 'answer.shown' });
	before.send({ type: 'card.rated', rating: 'good' });
	await before.settled();
	before.close();
	expect((await readDeck(store)).cards.find(({ id }) => id === 'term/wangxin')?.reviews).toHaveLength(1);
	const after = await session();
	expect(after.card?.id).toBe('item/one/q1');
	expect(after.canUndo).toBe(true);
	after.send({ type: 'deed.undone' });
	await after.settled();
	expect(after.snapshot.value).toEqual({ asked: 'shown' });
	expect((await readDeck(store)).cards.find(({ id }) => id === 'term/wangxin')).toMatchObject({ reviews: [] });
});

test('two tabs that rate the same cards lose nothing', async () => {
	const { open, session, pass } = await device();
	const left = await session();
	const other = await open();
	const right = await session({ openStore: async () => other });
	for (const [tab, rating] of [
		[left, 'good'],
		[right, 'hard']
	] as const) {
		pass(1);
		tab.send({ type: 'answer.shown' });
		tab.send({ type: 'card.rated', rating });
	}
	await Promise.all([left.settled(), right.settled()]);
	const { cards } = await readDeck(other);
	expect(cards.find(({ id }) => id === 'term/wangxin')?.reviews.map(({ rating }) => rating)).toEqual(['good', 'hard']);
	expect(left.trouble).toBeNull();
	expect(right.trouble).toBeNull();
});

test('after everything was deleted elsewhere nothing comes back, and the page says so', async () => {
	const { open, session } = await device();
	const left = await session();
	const other = await open();
	await other.deleteAll();
	left.send({ type: 'answer.shown' });
	left.send({ type: 'card.rated', rating: 'good' });
	await left.settled();
	await expect.poll(() => left.trouble).toBe('stale');
	expect((await readDeck(other)).cards).toEqual([]);
});

test('a card whose item is no longer in the lesson says that it is gone', async () => {
	const { session, load } = await device();
	(await session()).close();
	const without = await session({ load: async () => ({ ...(await load()), items: [], terms: {}, compared: [] }) });
	expect(without.material).toEqual({ kind: 'gone' });
	expect(document.items).toHaveLength(1);
});
