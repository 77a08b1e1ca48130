import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { stepDocumentOf, type StepDocument } from '#lib/content/documents.ts';
import { emptyNotebook } from '#lib/domain/learning/notebook.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, TaskStep } from '#lib/domain/lesson/model.ts';
import type { NotebookSession } from '#lib/state/notebook-session.svelte.ts';
import TaskView from '#lib/ui/steps/TaskView.svelte';
import { readContent } from '../../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const tasks = content.lessons.flatMap((lesson) => {
	const step = lesson.steps.find(({ id }) => id === 'task');
	return step ? [[lesson.id, stepDocumentOf(content, lesson, step) as StepDocument<TaskStep>] as const] : [];
});
const session = { ready: true, work: emptyNotebook, answer: () => {} } as unknown as NotebookSession;

it.each(tasks)('shows the material, the lines and the model answer of %s', (_, document) => {
	render(TaskView, { document, session });
	expect(screen.getAllByRole('textbox')).toHaveLength(document.step.prompts.length);
	expect(screen.getAllByRole('article')).toHaveLength(document.step.sources.length);
	expect(screen.getByText('Compare with a model answer')).toBeTruthy();
});

it('shows what a slip corrects once, though two claims name it, and leaves out slips that the page does not have', () => {
	const [, document] = tasks[0]!;
	const [claim] = Object.values(document.claims);
	const discrepancies = ['d91', 'd92', 'd93'];
	const slip = { kind: 'date', sources: [], says: 'Tuesday', record: 'Monday', certainty: 'verified' as const };
	render(TaskView, {
		session,
		document: {
			...document,
			step: { ...document.step, claims: ['one', 'two'] },
			claims: { one: { ...claim!, id: 'one', discrepancies }, two: { ...claim!, id: 'two', discrepancies } },
			discrepancies: { d91: { ...slip, id: 'd91' } }
		}
	});
	expect(screen.getAllByText(/Tuesday/)).toHaveLength(1);
});
