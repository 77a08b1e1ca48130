import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import CardPicker from '#lib/ui/map/CardPicker.svelte';
import KitTray from '#lib/ui/map/KitTray.svelte';
import MapToolbar from '#lib/ui/map/MapToolbar.svelte';
import Outline from '#lib/ui/map/Outline.svelte';
import PlaceBar from '#lib/ui/map/PlaceBar.svelte';
import RowActions from '#lib/ui/map/RowActions.svelte';
import { build, openEditor, painted, row, show } from './support.ts';

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));

async function shown(filled = false) {
	const editor = await openEditor();
	if (filled) build(editor);
	await show(Outline, { editor });
	await show(PlaceBar, { editor });
	await show(RowActions, { editor });
	await show(MapToolbar, { editor });
	await show(KitTray, { editor, document: { sources: {}, claims: {}, discrepancies: {} } });
	await show(CardPicker, { editor });
	return editor;
}

describe('a card in hand', () => {
	it('is told, with the ways in which it can be put on the selected row', async () => {
		await shown();
		await press('Place: a');
		expect(button('Place: a').getAttribute('aria-pressed')).toBe('true');
		expect(screen.getByText('In hand:')).toBeTruthy();
		expect(button('because: it supports this')).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'evidence for this' })).toBeNull();
	});

	it('is in the map after a way was chosen, and its row is selected', async () => {
		const editor = await shown();
		await press('Place: a');
		await press('however: it objects to this');
		expect(editor.session.map.groups).toMatchObject([{ kind: 'objection', premises: ['a'], target: { card: 'T' } }]);
		expect(row('a').getAttribute('aria-selected')).toBe('true');
		await painted();
		expect(screen.queryByRole('button', { name: 'Place: a' })).toBeNull();
		expect(screen.getByText(/^15 of 16 not used yet/)).toBeTruthy();
	});

	it('says where it cannot stand', async () => {
		await shown(true);
		await fireEvent.click(row('b'));
		await press('Place: x3');
		expect(screen.getByText(/^Not on this row\./)).toBeTruthy();
	});

	it('is put back by Escape, by Cancel and by pressing it again', async () => {
		const editor = await shown();
		await press('Place: a');
		await fireEvent.keyDown(document.body, { key: 'Escape' });
		expect(editor.intent.kind).toBe('none');
		await press('Place: a');
		await press('Place: a');
		expect(editor.intent.kind).toBe('none');
		await press('Place: a');
		await fireEvent.click(document.getElementById('placing-cancel')!);
		expect(editor.intent.kind).toBe('none');
		expect(editor.session.map.groups).toEqual([]);
	});
});

describe('a row', () => {
	it('offers only what can be done with it', async () => {
		await shown(true);
		await fireEvent.click(row('T'));
		expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
		await fireEvent.click(row('b'));
		expect(button('Remove')).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Because…' })).toBeNull();
		await fireEvent.click(row('p'));
		expect(button('Let it stand alone')).toBeTruthy();
	});

	it('gets the card that is picked from the list, and the card has the focus', async () => {
		const editor = await shown();
		row('T').focus();
		await press('Because…');
		expect(screen.getByRole('dialog')).toBeTruthy();
		await fireEvent.click(document.getElementById('pick-c')!);
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(editor.isUsed('c')).toBe(true);
		await expect.poll(() => document.activeElement?.id).toBe(row('c').id);
	});

	it('is turned from because to however, and the turn is undone and redone', async () => {
		const editor = await shown(true);
		const kind = () => editor.session.map.groups.find(({ premises }) => premises.includes('c'))?.kind;
		await fireEvent.click(row('c'));
		await press('Make it a however');
		expect(kind()).toBe('objection');
		await press('Undo');
		expect(kind()).toBe('reason');
		await press('Redo');
		expect(kind()).toBe('objection');
		expect(button('Redo').disabled).toBe(true);
	});

	it('moves with what hangs on it', async () => {
		const editor = await shown(true);
		await fireEvent.click(row('j'));
		await press('Move to…');
		await fireEvent.click(row('c'));
		await press('however: it objects to this');
		const { groups } = editor.session.map;
		expect(groups.find(({ premises }) => premises.includes('j'))?.target).toEqual({ card: 'c' });
		expect(groups.find(({ premises }) => premises.includes('k'))?.target).toEqual({ card: 'j' });
	});
});
