import type { Notebook } from '#lib/domain/learning/notebook.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import { notebookMachine } from '#lib/machines/notebook-machine.ts';
import { StepSession, type StepHost } from './step-session.svelte.ts';

/** A step that is read and answered for oneself: nothing in it is marked. */
export class NotebookSession extends StepSession<typeof notebookMachine, Notebook> {
	constructor(lesson: StepHost, step: StepId) {
		super(lesson, {
			step,
			machine: () => notebookMachine,
			parse: async (stored) => (await import('#lib/domain/learning/parse-notebook.ts')).parseNotebook(stored),
			resultOf: ({ finished }) => ({ done: finished, frames: {} })
		});
	}

	answer(question: string, answer: string): void {
		this.send({ type: 'answer.given', question, answer });
	}
	finish(): void {
		this.send({ type: 'step.finished' });
	}
}
