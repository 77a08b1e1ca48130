import { fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import AttemptStrip from '#lib/ui/map/AttemptStrip.svelte';
import MapScoreView from '#lib/ui/map/MapScoreView.svelte';
import { lessonOneA, lessonOneB, lessonOneFlat } from '../../support/lesson-one.ts';
import { build, openEditor, show } from './support.ts';

const scoreNow = () => fireEvent.click(screen.getByRole('button', { name: 'Score the map' }));

describe('the score of a map', () => {
	it('is not given for an empty map, which is told', async () => {
		const editor = await openEditor();
		await show(MapScoreView, { editor });
		await scoreNow();
		expect(screen.getByRole('alert').textContent).toMatch(/^There is nothing to score yet/);
		expect(screen.queryByText(/of 100/)).toBeNull();
	});

	it('explains each of its four facets', async () => {
		const editor = await openEditor();
		build(editor);
		await show(MapScoreView, { editor });
		await scoreNow();
		expect(screen.getByText('100 of 100: strong')).toBeTruthy();
		await fireEvent.click(screen.getByText('Why this number'));
		const rows = (await screen.findAllByRole('row', { hidden: true })).map(
			(one) => one.querySelector('th')?.textContent
		);
		expect(rows).toEqual(['facet', 'Links', 'Grouping', 'Evidence', 'Both sides']);
	});

	it('is marked as old after a change, and earlier attempts stay on record', async () => {
		const editor = await openEditor();
		build(editor);
		await show(MapScoreView, { editor });
		await scoreNow();
		editor.undo();
		expect(await screen.findByText('This is the score before your last changes.')).toBeTruthy();
		await scoreNow();
		expect(screen.getByText(/^Your scores so far: 100 → \d\d\./)).toBeTruthy();
	});

	it('holds a flat map back, and says why', async () => {
		const editor = await openEditor();
		build(editor, lessonOneFlat(false));
		await show(MapScoreView, { editor });
		await scoreNow();
		expect(screen.getByText('Few cards are in their place below another card yet.')).toBeTruthy();
	});

	it('says what its code says, then the hint of the lesson, and from the second attempt on the rule between them', async () => {
		const editor = await openEditor();
		build(editor, lessonOneB.map);
		editor.give({ type: 'add', card: 'k', kind: 'objection', target: { card: 'T' }, id: 'k1' });
		await show(MapScoreView, { editor });
		const hint = 'This card speaks about one other rendering.';
		const said = () => screen.getByText(hint).closest('li')?.textContent?.replace(/\s+/g, ' ').trim();
		const where = 'Look at the sign of this card: does it speak for what it stands under, or against it?';
		await scoreNow();
		expect(said()?.startsWith(`${where} ${hint}`)).toBe(true);
		editor.undo();
		editor.redo();
		await scoreNow();
		expect(said()?.startsWith(`${where} “Because” makes the line above more believable, “however” less. ${hint}`)).toBe(
			true
		);
	});

	it('stands out where it is the best by band, before points: a cap holds a map back', () => {
		const capped = { total: 0.7, band: 'developing' as const };
		const passed = { total: 0.62, band: 'sound' as const };
		const map = lessonOneA.map;
		const session = { scores: [capped, passed], attempts: [map, map], map };
		render(AttemptStrip as Component<{ editor: unknown }>, { props: { editor: { session } } });
		expect(screen.getAllByRole('listitem').map((one) => one.classList.contains('best'))).toEqual([false, true]);
	});
});
