import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { NoteSource } from '#lib/domain/learning/notes/model.ts';
import { mergeNotes, textOf, writeNote } from '#lib/domain/learning/notes/note.ts';
import { NotesBook } from '#lib/state/notes-book.svelte.ts';
import { Spares } from '#lib/state/spares.svelte.ts';
import type { Store } from '#lib/storage/store.ts';
import NoteControl from '#lib/ui/notes/NoteControl.svelte';
import NotesView from '#lib/ui/notes/NotesView.svelte';
import SparesView from '#lib/ui/notes/SparesView.svelte';
import { about } from '../../domain/learning/notes/arbitraries.ts';
import { device, lessonId, stepSave } from '../../storage/support.ts';
import { catchDownloads, press } from '../settings/support.ts';

const bookOn = async (store: Store) => {
	const book = new NotesBook({ openStore: async () => store, now: () => 1_760_000_000_000, by: 'here' });
	await book.open();
	return book;
};
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Your note/ });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const stored = async (store: Store) => (await (await store.own()).all('note')).records;

describe('the note beside a card', () => {
	it('opens with the focus in the field, and is saved as it is typed', async () => {
		const store = await device().tab();
		const book = await bookOn(store);
		render(NoteControl, { book, about: about() });
		const button = screen.getByRole('button', { name: 'Note: The slogan names what is at stake' });
		expect(button.getAttribute('aria-expanded')).toBe('false');
		await fireEvent.click(button);
		await vi.waitFor(() => expect(document.activeElement).toBe(field()));
		await type('a ladder');
		await book.settled();
		expect(await stored(store)).toMatchObject([{ data: { versions: [{ text: 'a ladder' }] } }]);
		expect(screen.getByText('Saved on this device.')).toBeTruthy();
		expect(screen.getByRole('button', { name: /^Your note:/ })).toBeTruthy();
	});

	it('is deleted, and comes back by undo', async () => {
		const book = await bookOn(await device().tab());
		book.write(about(), 'a ladder');
		render(NoteControl, { book, about: about() });
		await press(/^Your note:/);
		await press('Delete the note');
		expect(await screen.findByText('The note is deleted.')).toBeTruthy();
		expect(field().value).toBe('');
		await press('Undo');
		expect(field().value).toBe('a ladder');
	});

	it('says when the card has changed since, and keeps its quotation', async () => {
		const book = await bookOn(await device().tab());
		book.write(about(), 'a ladder');
		const changed: NoteSource = { ...about(), quotation: 'Other words', print: 'another' };
		render(NoteControl, { book, about: changed });
		await press(/^Your note:/);
		expect(await screen.findByText(/has changed since the note was begun/)).toBeTruthy();
		expect(screen.getByText('The slogan names what is at stake')).toBeTruthy();
	});

	it('shows both texts where devices went apart, until one is chosen or both are joined', async () => {
		const store = await device().tab();
		const write = (text: string, by: string) => writeNote(null, text, { by, at: 1, about: about() });
		const data = mergeNotes(write('from the laptop', 'a'), write('from the phone', 'b'));
		await (await store.own()).save({ kind: 'note', id: 'framing/one-slogan/c1', rev: 0, data });
		const book = await bookOn(store);
		render(NoteControl, { book, about: about() });
		await press(/^Your note:/);
		expect(await screen.findByText('from the laptop')).toBeTruthy();
		expect(screen.getByText('from the phone')).toBeTruthy();
		expect(screen.queryByRole('textbox')).toBeNull();
		await press('Join them into one');
		await vi.waitFor(() => expect(field().value).toBe('from the laptop\n\nfrom the phone'));
	});

	it('says when it cannot be saved', async () => {
		const store = await device().tab();
		const own = { ...(await store.own()), save: async () => ({ ok: false, reason: 'full' }) as const };
		const book = await bookOn({ ...store, own: async () => own });
		render(NoteControl, { book, about: about() });
		await press(/^Note:/);
		await vi.waitFor(() => expect(field().disabled).toBe(false));
		await type('a ladder');
		expect(await screen.findByText(/no room left.*kept only while this tab is open/)).toBeTruthy();
		expect(field().value).toBe('a ladder');
	});
});

describe('the page of all notes', () => {
	const order = async () => ['one-slogan'];
	const asIs = async () => [];
	async function show(notes: [string, string][]) {
		const store = await device().tab();
		const book = await bookOn(store);
		for (const [id, text] of notes) book.write({ ...about(id), quotation: `Card ${id}` }, text);
		render(NotesView, { order, book, standings: asIs });
		await book.settled();
		return { store, book };
	}

	it('says what to do where there is no note', async () => {
		await show([]);
		expect(screen.getByText(/You have no notes yet/)).toBeTruthy();
		expect(screen.getByRole('link', { name: 'To the lessons' })).toBeTruthy();
	});

	it('lists them by lesson, each with the way back to its card', async () => {
		await show([
			['c1', 'a ladder'],
			['c2', 'a slogan']
		]);
		expect(screen.getByRole('heading', { level: 2, name: 'One slogan' })).toBeTruthy();
		const link = screen.getByRole('link', { name: /Card c1/ });
		expect(link.getAttribute('href')).toBe('/learn/one-slogan/framings/#note:framing:c1');
		expect(screen.getByText('Notes: 2')).toBeTruthy();
	});

	it('finds in place, and saves what was found', async () => {
		const files = catchDownloads();
		await show([
			['c1', 'a ladder'],
			['c2', 'a slogan']
		]);
		await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'LADDER' } });
		expect(screen.getByText('Notes found: 1 of 2')).toBeTruthy();
		expect(screen.queryByText('a slogan')).toBeNull();
		await press('Save what was found as Markdown');
		const text = await files[0]!.text;
		expect(files[0]!.name).toBe('parallax-notes.md');
		expect(text).toContain('> Card c1');
		expect(text).toMatch(/— \[One slogan\]\(http.*#note:framing:c1\)/);
		expect(text).not.toContain('a slogan');
	});

	it('edits in place', async () => {
		const { store, book } = await show([['c1', 'a ladder']]);
		await press('Edit');
		await type('a ladder, in fact');
		await press('Done');
		await book.settled();
		expect(screen.getByText('a ladder, in fact')).toBeTruthy();
		expect(await stored(store)).toMatchObject([{ data: { versions: [{ text: 'a ladder, in fact' }] } }]);
	});

	it('deletes with a way back that stands in the same place', async () => {
		const { book } = await show([['c1', 'a ladder']]);
		await press('Delete the note');
		await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' })));
		expect(textOf(book.of(about('c1'))!)).toBe('');
		expect(screen.getByText('Notes: 0')).toBeTruthy();
		await press('Undo');
		expect(textOf(book.of(about('c1'))!)).toBe('a ladder');
	});

	it('says what became of a card', async () => {
		const book = await bookOn(await device().tab());
		book.write(about('c1'), 'a ladder');
		const standings = async () => [
			{ key: 'framing/one-slogan/c1', note: book.of(about('c1'))!, standing: 'gone' as const }
		];
		render(NotesView, { order, book, standings });
		expect(await screen.findByText(/no longer in the lesson/)).toBeTruthy();
	});
});

describe('answers that gave way in a merge', () => {
	async function divided() {
		const [phone, laptop] = [await device().tab(), await device().tab()];
		await phone.save({ step: stepSave(0, { line: 'from the phone' }, 'task') });
		await laptop.save({ step: stepSave(0, { line: 'before' }, 'task') });
		await laptop.save({ step: stepSave(1, { line: 'from the laptop' }, 'task') });
		await laptop.importAll(await phone.exportAll(), { mode: 'merge' });
		const spares = new Spares(
			async () => laptop,
			async () => new Map([[lessonId, 'One slogan, many Englishes']])
		);
		render(SparesView, { spares });
		await screen.findByText('from the phone');
		return laptop;
	}
	const lineOf = async (store: Store) => (await store.readStep(lessonId, 'task')).record?.work;

	it('can be used instead, and those that they replace are kept in turn', async () => {
		const store = await divided();
		expect(await lineOf(store)).toEqual({ line: 'from the laptop' });
		await press('Use these instead');
		expect(await screen.findByText('from the laptop')).toBeTruthy();
		expect(await lineOf(store)).toEqual({ line: 'from the phone' });
		expect(screen.queryByText('from the phone')).toBeNull();
	});

	it('can be deleted, and that be undone', async () => {
		const store = await divided();
		await press('Delete these answers');
		await vi.waitFor(() => expect(screen.queryByText('from the phone')).toBeNull());
		await press('Undo');
		expect(await screen.findByText('from the phone')).toBeTruthy();
		const link = within(screen.getByRole('list')).getByRole('link', {
			name: 'One slogan, many Englishes · Source task'
		});
		expect(link.getAttribute('href')).toBe(`/learn/${lessonId}/task/`);
		expect(await lineOf(store)).toEqual({ line: 'from the laptop' });
	});
});
