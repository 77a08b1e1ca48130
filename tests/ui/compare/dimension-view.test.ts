import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { stepDocumentOf, type StepDocument } from '#lib/content/documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, FramingsStep } from '#lib/domain/lesson/model.ts';
import DimensionView from '#lib/ui/compare/DimensionView.svelte';
import { readContent } from '../../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const lesson = content.lessons.find(({ id }) => id === 'who-steers')!;
const step = lesson.steps.find(({ id }) => id === 'framings') as FramingsStep;
const document = stepDocumentOf(content, lesson, step) as StepDocument<FramingsStep>;
const dimension = step.dimensions.find(({ framings }) =>
	['western', 'chinese', 'third-party'].every((kind) => framings.some((framing) => framing.kind === kind))
)!;

const framesOf = (framings: typeof dimension.framings): (string | undefined)[] => {
	render(DimensionView, { dimension: { ...dimension, framings }, document, number: 1, of: 1 });
	const frames = screen.getAllByRole('article').map((card) => card.dataset['frame']);
	return frames.filter((frame, at) => frame !== frames[at - 1]);
};

it('a third party is read after both sides, and stands on neither', () => {
	const both = dimension.framings.filter(({ kind }) => kind !== 'shared' && kind !== 'checking');
	expect(framesOf(both)).toEqual(['western', 'chinese', 'third-party']);
});

it('a third party stands beside China where nobody speaks from the West', () => {
	const two = dimension.framings.filter(({ kind }) => kind === 'chinese' || kind === 'third-party');
	expect(framesOf(two)).toEqual(['third-party', 'chinese']);
});
