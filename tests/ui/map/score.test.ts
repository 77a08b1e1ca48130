import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import MapScoreView from '#lib/ui/map/MapScoreView.svelte';
import { lessonOneFlat } from '../../support/lesson-one.ts';
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
});
