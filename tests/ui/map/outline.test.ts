import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { flatOutline } from '#lib/domain/argument/index.ts';
import Outline from '#lib/ui/map/Outline.svelte';
import { build, openEditor, row, show, wordsOf } from './support.ts';

async function shown(filled = true) {
	const editor = await openEditor();
	if (filled) build(editor);
	await show(Outline, { editor });
	return editor;
}
const key = (name: string, more: KeyboardEventInit = {}) =>
	fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const focused = () => (document.activeElement instanceof HTMLElement ? wordsOf(document.activeElement) : []);

describe('the outline', () => {
	it('is a tree of the contention alone at first, and says how to begin', async () => {
		await shown(false);
		expect(within(screen.getByRole('tree')).getAllByRole('treeitem')).toHaveLength(1);
		expect(screen.getByText(/^Nothing is here yet/)).toBeTruthy();
	});

	it('has a row for each node of the outline, with its level, its position and the size of its set', async () => {
		const editor = await shown();
		const expected = flatOutline(editor.session.outline);
		const found = screen.getAllByRole('treeitem').map((item) => ({
			id: item.id,
			level: Number(item.getAttribute('aria-level')),
			position: Number(item.getAttribute('aria-posinset')),
			setSize: Number(item.getAttribute('aria-setsize'))
		}));
		expect(found).toEqual(expected.map(({ id, level, position, setSize }) => ({ id, level, position, setSize })));
		expect(Math.max(...found.map(({ level }) => level))).toBe(4);
	});

	it('puts rows below a row in a group within it', async () => {
		await shown();
		const groups = within(row('e')).getAllByRole('group');
		expect(within(groups[0]!).getAllByRole('treeitem')).toContain(row('i'));
	});

	it('says how each row bears on the one above', async () => {
		await shown();
		const firstWord = (card: string) => wordsOf(row(card))[0];
		expect(firstWord('a')).toBe('because');
		expect(firstWord('d')).toBe('however, it does not follow:');
		expect(firstWord('e')).toBe('however');
		expect(firstWord('p')).toBe('and');
		expect(firstWord('b')).toBe('evidence:');
	});

	it('has one row in the order of Tab, the selected one', async () => {
		const editor = await shown();
		editor.selected = row('j').id;
		await fireEvent.focus(row('j'));
		const inOrder = screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0);
		expect(inOrder).toEqual([row('j')]);
		expect(screen.getAllByRole('treeitem', { selected: true })).toEqual([row('j')]);
	});
});

describe('the keys of the outline', () => {
	it('walk through the rows, into them and out', async () => {
		await shown();
		row('T').focus();
		await key('End');
		expect(focused()).toContain('k');
		await key('ArrowLeft');
		expect(focused()).toContain('j');
		await key('ArrowRight');
		expect(focused()).toContain('k');
		await key('Home');
		await key('ArrowDown');
		expect(focused()).toContain('a');
		await key('ArrowUp');
		expect(document.activeElement).toBe(row('T'));
	});

	it.each([
		['r', 'because'],
		['O', 'however'],
		['c', 'together'],
		['i', 'inference'],
		['e', 'evidence']
	] as const)('ask for a card with %s', async (letter, how) => {
		const editor = await shown();
		row('a').focus();
		await key(letter);
		expect(editor.intent).toEqual({ kind: 'pick', row: row('a').id, how });
	});

	it('take a row out, undo it and redo it', async () => {
		const editor = await shown();
		row('k').focus();
		await key('Delete');
		expect(editor.isUsed('k')).toBe(false);
		expect(document.activeElement).toBe(row('j'));
		await key('z', { ctrlKey: true });
		expect(editor.isUsed('k')).toBe(true);
		await key('Z', { ctrlKey: true, shiftKey: true });
		expect(editor.isUsed('k')).toBe(false);
	});

	it('leave the keys of the browser alone', async () => {
		await shown();
		row('a').focus();
		expect(await key('r', { ctrlKey: true })).toBe(true);
		expect(await key('F5')).toBe(true);
		expect(await key('Tab')).toBe(true);
		expect(await key('ArrowDown')).toBe(false);
	});

	it('leave the focus on what was brought back, or on what it stood on, when it is undone and redone', async () => {
		await shown();
		row('i').focus();
		await key('Delete');
		row('c').focus();
		await key('z', { ctrlKey: true });
		expect(document.activeElement).toBe(row('i'));
		row('c').focus();
		await key('z', { ctrlKey: true, shiftKey: true });
		expect(document.activeElement).toBe(row('e'));
	});

	it('change the order with Alt, and the focus stays on the row', async () => {
		await shown();
		row('a').focus();
		await key('ArrowDown', { altKey: true });
		expect(row('a').getAttribute('aria-posinset')).toBe('2');
		expect(document.activeElement).toBe(row('a'));
	});
});
