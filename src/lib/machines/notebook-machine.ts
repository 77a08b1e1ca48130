import { assign, type SnapshotFrom } from 'xstate';
import { emptyNotebook, type Notebook } from '#lib/domain/learning/notebook.ts';
import { setup } from './setup.ts';

export type NotebookEvent =
	/** An empty answer is as good as none. */
	{ type: 'answer.given'; question: string; answer: string } | { type: 'step.finished' };

const setups = setup({
	types: { context: {} as Notebook, events: {} as NotebookEvent, input: {} as { work?: Notebook } | undefined },
	guards: { isFinished: ({ context }) => context.finished },
	actions: {
		keep: assign(({ context }, { question, answer }: { question: string; answer: string }) => ({
			answers: { ...context.answers, [question]: answer }
		})),
		finish: assign({ finished: true })
	}
});

/** The steps that are read and answered for oneself. Finished work can still be changed, and stays finished. */
export const notebookMachine = setups.createMachine({
	id: 'notebook',
	context: ({ input }) => input?.work ?? emptyNotebook,
	on: {
		'answer.given': {
			actions: { type: 'keep', params: ({ event }) => ({ question: event.question, answer: event.answer }) }
		}
	},
	initial: 'working',
	states: {
		working: {
			always: { target: 'finished', guard: 'isFinished' },
			on: { 'step.finished': { target: 'finished', actions: 'finish' } }
		},
		finished: {}
	}
});

export type NotebookSnapshot = SnapshotFrom<typeof notebookMachine>;
