import { describe, expect, it } from 'vitest';
import { isDivided, textOf, textsOf } from '#lib/domain/learning/notes/note.ts';
import { noteablesOf, withStandings } from '#lib/state/note-subjects.ts';
import { NotesBook } from '#lib/state/notes-book.svelte.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import type { Store } from '#lib/storage/store.ts';
import { about } from '../domain/learning/notes/arbitraries.ts';
import { closing, device } from '../storage/support.ts';

let time = 0;
let writers = 0;
async function bookOn(store: Store): Promise<NotesBook> {
	const book = closing(
		new NotesBook({ openStore: async () => store, now: () => ++time, by: `tab-${String(++writers)}` })
	);
	await book.open();
	return book;
}
const textIn = (book: NotesBook, id = 'c1') => textOf(book.of(about(id)) ?? { versions: [] });

describe('a book of notes', () => {
	it('keeps every note as it was last typed, for the next tab', async () => {
		const { tab } = device();
		const book = await bookOn(await tab());
		for (const text of ['l', 'la', 'lad', 'ladder']) book.write(about(), text);
		book.write(about('c2'), 'another');
		await book.settled();
		expect(book).toMatchObject({ trouble: null, saving: false, phase: 'ready' });
		const later = await bookOn(await tab());
		expect([textIn(later), textIn(later, 'c2')]).toEqual(['ladder', 'another']);
	});

	it('shows what another tab writes, and goes on from it', async () => {
		const { tab } = device();
		const [one, other] = [await bookOn(await tab()), await bookOn(await tab())];
		one.write(about(), 'from one');
		await expect.poll(() => textIn(other)).toBe('from one');
		other.write(about(), 'from one, and the other');
		await expect.poll(() => textIn(one)).toBe('from one, and the other');
		await other.settled();
		expect(isDivided(one.of(about())!)).toBe(false);
	});

	it('keeps both texts when two tabs write at once', async () => {
		const { tab } = device();
		const store = await tab();
		// This tab hears nothing, as one that was asleep.
		const deaf = await bookOn({ ...(await tab()), onChange: () => () => undefined });
		const book = await bookOn(store);
		book.write(about(), 'awake');
		await book.settled();
		deaf.write(about(), 'asleep');
		await deaf.settled();
		expect(textsOf(deaf.of(about())!)).toEqual(['asleep', 'awake']);
		expect(deaf.trouble).toBeNull();
		await expect.poll(() => textsOf(book.of(about())!)).toEqual(['asleep', 'awake']);
	});

	it('brings nothing back that was deleted with everything else, and says so', async () => {
		const { tab } = device();
		const store = await tab();
		const deaf = await bookOn({ ...(await tab()), onChange: () => () => undefined });
		deaf.write(about(), 'before');
		await deaf.settled();
		await store.deleteAll();
		deaf.write(about(), 'after');
		await deaf.settled();
		expect(deaf.trouble).toBe('stale');
		expect((await (await store.own()).all('note')).records).toEqual([]);
		expect(textIn(deaf)).toBe('after');
	});

	it('writes all that waited once there is room again', async () => {
		const store = await device().tab();
		const own = await store.own();
		let full = true;
		const book = await bookOn({
			...store,
			own: async () => ({ ...own, save: async (save) => (full ? { ok: false, reason: 'full' } : own.save(save)) })
		});
		book.write(about(), 'one');
		await book.settled();
		expect(book.trouble).toBe('full');
		full = false;
		book.write(about(), 'one two');
		await book.settled();
		expect(book.trouble).toBeNull();
		expect((await own.all('note')).records).toHaveLength(1);
	});

	it('works in memory where there is no disk', async () => {
		const book = await bookOn(await device().tab({ indexedDB: null }));
		book.write(about(), 'for this tab');
		await book.settled();
		expect([textIn(book), book.memoryOnly, book.trouble]).toEqual(['for this tab', 'unavailable', null]);
	});
});

describe('what became of what a note is about', () => {
	const framing = (text: string) => ({
		step: {
			id: 'framings' as const,
			title: '',
			intro: '' as Html,
			dimensions: [
				{
					id: 'd',
					title: '',
					framings: [{ id: 'c1', kind: 'western' as const, claims: [], discrepancies: [], text: text as Html }]
				}
			]
		}
	});
	const standingWith = async (answer: Awaited<ReturnType<Parameters<typeof withStandings>[1] & object>>) => {
		const now = noteablesOf(framing('<p>The card.</p>')).get('framing:c1')!;
		const book = await bookOn(await device().tab());
		book.write({ ...about(), ...now }, 'text');
		return (await withStandings(book.all, async () => answer))[0]?.standing;
	};

	it('is the same, changed or gone, and unknown where it cannot be asked', async () => {
		expect(await standingWith({ document: framing('<p>The card.</p>') })).toBe('same');
		expect(await standingWith({ document: framing('<p>The card, changed.</p>') })).toBe('changed');
		expect(await standingWith({ document: { ...framing(''), step: undefined } as object })).toBe('gone');
		expect(await standingWith({ document: null })).toBe('gone');
		expect(await standingWith(null)).toBe('unknown');
	});
});
