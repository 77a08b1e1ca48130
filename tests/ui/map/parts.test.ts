import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { linkKey } from '#lib/domain/argument/index.ts';
import type { Card } from '#lib/domain/argument/model.ts';
import CardPicker from '#lib/ui/map/CardPicker.svelte';
import KitTray from '#lib/ui/map/KitTray.svelte';
import LinkText from '#lib/ui/map/LinkText.svelte';
import MapCanvas from '#lib/ui/map/MapCanvas.svelte';
import NotesPanel from '#lib/ui/map/NotesPanel.svelte';
import Outline from '#lib/ui/map/Outline.svelte';
import Spoken from '#lib/ui/map/Spoken.svelte';
import StandingPanel from '#lib/ui/map/StandingPanel.svelte';
import { brief, quoted } from '#lib/ui/map/spoken.ts';
import { build, openEditor, row, show, wordsOf } from './support.ts';

const said = () => document.getElementById('map-said')?.textContent?.trim();

describe('what is said', () => {
	it('is each command in a plain sentence, its undoing, and why one is refused', async () => {
		const editor = await openEditor();
		await show(Spoken, { editor });
		const after = async (act: () => unknown) => {
			act();
			await Promise.resolve();
			await new Promise((done) => setTimeout(done));
			return said();
		};
		const T = { card: 'T' };
		expect(await after(() => editor.give({ type: 'add', card: 'a', kind: 'reason', target: T }))).toMatch(
			/^“a” is now a reason for “‘Cyber superpower’ is a fair/
		);
		expect(await after(() => editor.give({ type: 'add', card: 'n', kind: 'objection', target: { group: 'g1' } }))).toBe(
			'“n” now says that it does not follow from “a”.'
		);
		expect(await after(() => editor.give({ type: 'join', card: 'c', group: 'g1' }))).toBe(
			'“c” now stands together with “a”.'
		);
		expect(await after(() => editor.give({ type: 'attach', evidence: 'b', claim: 'a' }))).toBe(
			'“b” is now evidence for “a”.'
		);
		expect(await after(() => editor.undo())).toBe('Taken back: “b” is now evidence for “a”.');
		expect(await after(() => editor.redo())).toBe('Done again: “b” is now evidence for “a”.');
		expect(await after(() => editor.give({ type: 'add', card: 'a', kind: 'reason', target: { card: 'c' } }))).toBe(
			'This card is used already.'
		);
		expect(await after(() => editor.give({ type: 'move', group: 'g1', target: { card: 'n' } }))).toBe(
			'That would be going round in a circle: the card would bear on itself.'
		);
		expect(await after(() => editor.give({ type: 'remove', group: 'g1', card: 'c' }))).toBe(
			'“c” was taken out, with what hung on it.'
		);
	});

	it('is also that a key does nothing: no level further out, no place for the card in hand', async () => {
		const editor = await openEditor();
		build(editor);
		render(Outline, { props: { editor } });
		await show(Spoken, { editor });
		const press = async (name: string, more: KeyboardEventInit) => {
			await fireEvent.keyDown(document.activeElement!, { key: name, ...more });
			return said();
		};
		row('a').focus();
		expect(await press('ArrowLeft', { altKey: true })).toBe('There is nowhere further to go.');
		expect(await press('x', { ctrlKey: true })).toMatch(/^In hand: “a”/);
		expect(await press('v', { ctrlKey: true })).toBe('The card in hand cannot be put there in that way.');
		expect(editor.intent.kind).toBe('place');
		await press('x', { ctrlKey: true });
		expect(said()).toMatch(/^In hand: “a”/);
	});

	it('shortens a text at a word, and quotes a quotation one level down', () => {
		expect(brief('one two three four', 12)).toBe('one two…');
		expect(quoted('“Super” adds a rank')).toBe('“‘Super’ adds a rank”');
	});
});

describe('the kit', () => {
	it('is filtered by use and by frame', async () => {
		const editor = await openEditor();
		editor.give({ type: 'add', card: 'a', kind: 'reason', target: { card: 'T' } });
		await show(KitTray, { editor, document: { sources: {}, claims: {}, discrepancies: {} } });
		const cards = () => screen.getAllByRole('listitem').map((item) => item.dataset.kit);
		expect(cards()).not.toContain('a');
		await fireEvent.click(screen.getByRole('radio', { name: 'In the map' }));
		expect(cards()).toEqual(['a']);
		await fireEvent.click(screen.getByRole('radio', { name: 'All' }));
		await fireEvent.change(screen.getByRole('combobox'), { target: { value: 'third-party' } });
		expect(cards()).toEqual(['p']);
	});

	it('marks a card whose claim is disputed, with its correction in the kit, in the map, in the drawing, where it is chosen, where it stands in a link and where belief in it is set', async () => {
		const disputed = {
			id: 'c017',
			statement: 'What mattered was the signal.',
			status: 'disputed',
			why: 'Others see real centralisation.',
			source: 'ecfr-2015',
			locator: 'signal',
			framing: 'western',
			discrepancies: []
		} as const;
		const claims = { c017: { ...disputed, discrepancies: [] } };
		const editor = await openEditor(claims);
		const card = editor.session.kit.cards.find(({ id }) => id === 'a') as Card;
		card.claims = ['c017'];
		try {
			await show(KitTray, { editor, document: { sources: {}, claims, discrepancies: {} } });
			const kit = document.querySelector<HTMLElement>('[data-kit="a"]')!;
			expect(within(kit).getAllByText('disputed').length).toBeGreaterThan(0);
			expect(within(kit).getByText('Others see real centralisation.')).toBeTruthy();
			expect(within(document.querySelector<HTMLElement>('[data-kit="b"]')!).queryByText('disputed')).toBeNull();
			editor.give({ type: 'add', card: 'a', kind: 'reason', target: { card: 'T' } });
			await show(Outline, { editor });
			expect(wordsOf(row('a'))).toContain('disputed');
			await show(MapCanvas, { editor });
			const box = screen.getByRole('button', { name: 'because a. Western frame. disputed' });
			expect(box.querySelector('.head')?.textContent).toContain('Western frame · ?');
			await show(StandingPanel, { editor });
			const believed = screen.getByRole('checkbox', { name: 'Counts: a' }).closest('li')!;
			expect(within(believed).getByText('disputed')).toBeTruthy();
			const links = [linkKey('a', 'reason', 'T'), linkKey('b', 'objection', 'a'), linkKey('b', 'reason', 'T')];
			const inLinks = links.map((link) => {
				const { container } = render(LinkText, { editor, link });
				return container.textContent.replace(/\s+/g, ' ').trim();
			});
			expect(inLinks[0]).toMatch(/^a disputed /);
			expect(inLinks[1]).toMatch(/^b .* a disputed$/);
			expect(inLinks[2]).not.toContain('disputed');
			editor.undo();
			await show(CardPicker, { editor });
			editor.intent = { kind: 'pick', row: editor.rows[0]!.id, how: 'because' };
			await tick();
			const choices = [...document.querySelectorAll('dialog .pick')].map((one) => one.textContent);
			expect(choices.find((text) => /\ba\b.*disputed/.test(text ?? ''))).toBeTruthy();
			expect(choices.filter((text) => text?.includes('disputed'))).toHaveLength(1);
		} finally {
			card.claims = [];
		}
	});

	it('offers a card again as often as it may be used, and the map marks the second use', async () => {
		const editor = await openEditor();
		const twice = editor.session.kit.cards.find(({ id }) => id === 'a') as Card;
		twice.maxUses = 2;
		try {
			editor.give({ type: 'add', card: 'c', kind: 'reason', target: { card: 'T' } });
			editor.give({ type: 'add', card: 'a', kind: 'reason', target: { card: 'T' } });
			await show(Outline, { editor });
			await show(KitTray, { editor, document: { sources: {}, claims: {}, discrepancies: {} } });
			await fireEvent.click(screen.getByRole('radio', { name: 'In the map' }));
			await fireEvent.click(screen.getByRole('button', { name: 'Use again: a' }));
			expect(editor.intent).toEqual({ kind: 'place', card: 'a' });
			editor.give({ type: 'add', card: 'a', kind: 'reason', target: { card: 'c' } });
			expect(await screen.findByText('also above')).toBeTruthy();
			expect(editor.usesLeft(twice)).toBe(0);
		} finally {
			delete twice.maxUses;
		}
	});
});

describe('the drawing', () => {
	it('has the rows of the outline in their order, each named as it bears', async () => {
		const editor = await openEditor();
		build(editor);
		await show(MapCanvas, { editor });
		const boxes = within(screen.getByRole('region')).getAllByRole('button', { pressed: false });
		const names = boxes.map((box) => box.getAttribute('aria-label')).filter((name) => name);
		expect(names).toContain('because a. Western frame');
		expect(names).toContain('however, it does not follow: d. Western frame');
		expect(editor.drawn).toBe(true);
	});

	it('takes the keys of the outline', async () => {
		const editor = await openEditor();
		build(editor);
		await show(MapCanvas, { editor });
		const box = document.getElementById(`box-${editor.rows.find(({ card }) => card === 'k')!.id}`)!;
		await fireEvent.focus(box);
		await fireEvent.keyDown(box, { key: 'Delete' });
		expect(editor.isUsed('k')).toBe(false);
		await fireEvent.keyDown(screen.getByRole('group', { name: /^The same map/ }), { key: 'z', ctrlKey: true });
		expect(editor.isUsed('k')).toBe(true);
	});
});

describe('folding', () => {
	it('hides a branch, and opens again for what is selected in it', async () => {
		const editor = await openEditor();
		build(editor);
		await show(Outline, { editor });
		row('a').focus();
		await fireEvent.keyDown(row('a'), { key: 'ArrowLeft' });
		expect(row('a').getAttribute('aria-expanded')).toBe('false');
		expect(screen.queryAllByRole('treeitem').some((item) => item.id.endsWith('/n'))).toBe(false);
		editor.select(editor.rows.find(({ card }) => card === 'n'));
		await expect.poll(() => row('a').getAttribute('aria-expanded')).toBe('true');
	});
});

describe('what still stands', () => {
	it('tells strengths in words and numbers, and asks about what nothing bears on', async () => {
		const editor = await openEditor();
		build(editor);
		await show(StandingPanel, { editor });
		expect(screen.getByRole('status').textContent).toMatch(/^The contention: \w+ \(\d+ of 100\)\./);
		expect(screen.getByRole('slider', { name: 'How far do you believe it: b' })).toBeTruthy();
		expect(screen.queryByRole('slider', { name: 'How far do you believe it: e' })).toBeNull();
		await fireEvent.click(screen.getByRole('checkbox', { name: 'Counts: c' }));
		expect(screen.getByRole('status').textContent).toMatch(/↓ from \d+/);
	});
});

describe('own notes', () => {
	it('are added to the selected row, changed and removed, each undone by undo', async () => {
		const editor = await openEditor();
		await show(NotesPanel, { editor });
		await fireEvent.input(screen.getByLabelText('New note'), { target: { value: ' why fair? ' } });
		await fireEvent.click(screen.getByRole('button', { name: 'Add the note' }));
		expect(editor.session.map.notes).toEqual([{ id: 'n1', text: 'why fair?', at: 'T' }]);
		await fireEvent.change(screen.getByLabelText('Note 1'), { target: { value: 'fair to whom?' } });
		expect(editor.session.map.notes[0]?.text).toBe('fair to whom?');
		await fireEvent.click(screen.getByRole('button', { name: 'Remove note 1' }));
		expect(editor.session.map.notes).toEqual([]);
		editor.undo();
		editor.undo();
		expect(editor.session.map.notes[0]?.text).toBe('why fair?');
	});
});
