import { render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { stepDocumentOf, type StepDocument } from '#lib/content/documents.ts';
import { emptyNotebook } from '#lib/domain/learning/notebook.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, SpeakersStep } from '#lib/domain/lesson/model.ts';
import type { NotebookSession } from '#lib/state/notebook-session.svelte.ts';
import SpeakersView from '#lib/ui/steps/SpeakersView.svelte';
import { readContent } from '../../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const lesson = content.lessons[0]!;
const step = lesson.steps.find(({ id }) => id === 'speakers')!;
const document = stepDocumentOf(content, lesson, step) as StepDocument<SpeakersStep>;
const first = document.step.sources[0]!;

const show = (answers: Record<string, string>) => {
	const work = { ...emptyNotebook, answers };
	render(SpeakersView, { document, session: { ready: true, work, answer: () => {} } as unknown as NotebookSession });
	return screen
		.getAllByRole('article')
		.map((card) => within(card).queryByText(/frame$|party$/, { selector: '.frame' }));
};

it('does not say whose framing a text has before it is foretold', () => {
	expect(show({}).filter((frame) => frame !== null)).toEqual([]);
});

it('says it for the text that was foretold, and for no other', () => {
	const frames = show({ [first]: 'western' });
	expect(frames[0]?.dataset['frame']).toBe(document.cards[first]?.perspective);
	expect(frames.slice(1).filter((frame) => frame !== null)).toEqual([]);
});
