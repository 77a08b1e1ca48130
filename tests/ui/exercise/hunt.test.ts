import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { huntDocumentOf, type HuntDocument } from '#lib/content/exercise-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content } from '#lib/domain/lesson/model.ts';
import { HuntSession } from '#lib/state/hunt-session.svelte.ts';
import type { StepHost } from '#lib/state/step-session.svelte.ts';
import HuntView from '#lib/ui/exercise/HuntView.svelte';
import { readContent } from '../../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const hunt = huntDocumentOf(content) as HuntDocument;
const host: StepHost = {
	outline: { id: 'error-hunt', version: 1 },
	workId: 'error-hunt',
	readStep: async () => null,
	enter: () => {},
	record: () => {},
	save: () => {}
};
const of = (...ids: string[]) => hunt.cards.filter(({ id }) => ids.includes(id));

it('shows the cards whose record is from memory, says so, and counts the others only', async () => {
	expect(hunt.cards.flatMap(({ id, certainty }) => (certainty === 'recalled' ? [id] : [])).toSorted()).toEqual([
		'd49',
		'd53',
		'd55'
	]);
	const session = new HuntSession(host, of('d09', 'd49'));
	await session.open();
	render(HuntView, { session, sources: hunt.sources });
	const judge = async (card: string) => {
		await fireEvent.click(screen.getByRole('button', { name: new RegExp(card), hidden: true }));
		await fireEvent.click(screen.getAllByRole('radio')[0]!);
		await fireEvent.click(screen.getByRole('button', { name: 'Open the record' }));
		await fireEvent.click(screen.getByRole('radio', { name: 'found it' }));
	};
	const [first, recalled] = [of('d09')[0]!.quote.text, of('d49')[0]!.quote.text];
	await judge(recalled.slice(0, 20));
	expect(screen.getByText(/^This record is from memory and was not verified/)).toBeTruthy();
	expect(screen.queryByText(/as the record has it/)).toBeNull();
	expect(screen.getByRole('status').textContent?.trim()).toBe('1 of 2 cards judged.');
	await judge(first.slice(0, 20));
	expect(screen.queryByText(/^This record is from memory/)).toBeNull();
	expect(screen.getByRole('status').textContent).toContain('By your own judgement: 2 of 2 points.');
	expect(screen.getByRole('status').textContent).toMatch(/Kinds named as the record has them: [01] of 1\./);
});
