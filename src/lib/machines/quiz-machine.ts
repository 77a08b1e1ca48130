import { assign, type SnapshotFrom } from 'xstate';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { Certainty, ItemId, Response } from '#lib/domain/quiz/model.ts';
import { validateResponse } from '#lib/domain/quiz/ready.ts';
import { emptyQuizWork, fitQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { setup } from './setup.ts';

export type QuizEvent =
	| { type: 'answer.chosen'; item: ItemId; response: Response }
	| { type: 'certainty.chosen'; item: ItemId; certainty: Certainty }
	/** The learner asks for the mark of one item: its answer is fixed for this attempt. */
	| { type: 'answer.checked'; item: ItemId }
	/** Another try at what was not fully right; right answers are kept. */
	| { type: 'attempt.begun' };

export interface QuizRules {
	/** Without their answers: what is right is for `isFullyRight` to say. */
	items: readonly PublicItem[];
	/** Whether an item asks for certainty before it can be checked. */
	certainty: boolean;
	/** Whether a response earns all points of its item; asked about checked answers only. */
	isFullyRight: (id: ItemId, response: Response) => boolean;
}

/**
 * A quiz as one page of items, each answered, then checked; `reviewed` when all are. Refused: what is for no item,
 * for one that is checked, a response of another kind, and a certainty where none is asked.
 */
export function createQuizMachine({ items, certainty, isFullyRight }: QuizRules) {
	const itemOf = (id: ItemId) => items.find((item) => item.id === id);
	const isOpen = (work: QuizWork, id: ItemId) => itemOf(id) !== undefined && !work.checked.includes(id);
	const isReviewed = (work: QuizWork) => items.every(({ id }) => work.checked.includes(id));
	const wrongIn = (work: QuizWork) =>
		work.checked.filter((id) => {
			const response = work.responses[id];
			return itemOf(id) && response && !isFullyRight(id, response);
		});

	return setup({
		types: {
			context: {} as QuizWork,
			events: {} as QuizEvent,
			input: {} as { work?: QuizWork } | undefined
		},
		guards: {
			canAnswer: ({ context }, { item, response }: { item: ItemId; response: Response }) =>
				isOpen(context, item) && itemOf(item)?.kind === response.kind,
			canBeSure: ({ context }, { item }: { item: ItemId }) => certainty && isOpen(context, item),
			canCheck: ({ context }, { item: id }: { item: ItemId }) => {
				const item = itemOf(id);
				return (
					item !== undefined &&
					isOpen(context, id) &&
					validateResponse(item, context.responses[id]).ready &&
					(!certainty || context.certainties[id] !== undefined)
				);
			},
			isEveryItemChecked: ({ context }) => isReviewed(context),
			isAnyItemOpen: ({ context }) => !isReviewed(context),
			hasWrong: ({ context }) => wrongIn(context).length > 0
		},
		actions: {
			keepAnswer: assign(({ context }, { item, response }: { item: ItemId; response: Response }) => ({
				responses: { ...context.responses, [item]: response }
			})),
			keepCertainty: assign(({ context }, params: { item: ItemId; certainty: Certainty }) => ({
				certainties: { ...context.certainties, [params.item]: params.certainty }
			})),
			check: assign(({ context }, { item }: { item: ItemId }) => ({ checked: [...context.checked, item] })),
			beginAttempt: assign(({ context }) => {
				const wrong = new Set(wrongIn(context));
				const { responses, certainties } = context;
				return {
					attempt: context.attempt + 1,
					checked: context.checked.filter((id) => !wrong.has(id)),
					certainties: Object.fromEntries(Object.entries(certainties).filter(([id]) => !wrong.has(id))),
					earlier: [...context.earlier, { responses, certainties }]
				};
			})
		}
	}).createMachine({
		id: 'quiz',
		context: ({ input }) => fitQuizWork(items, input?.work ?? emptyQuizWork),
		initial: 'answering',
		states: {
			answering: {
				always: { target: 'reviewed', guard: 'isEveryItemChecked' },
				on: {
					'answer.chosen': {
						guard: { type: 'canAnswer', params: ({ event }) => ({ item: event.item, response: event.response }) },
						actions: { type: 'keepAnswer', params: ({ event }) => ({ item: event.item, response: event.response }) }
					},
					'certainty.chosen': {
						guard: { type: 'canBeSure', params: ({ event }) => ({ item: event.item }) },
						actions: {
							type: 'keepCertainty',
							params: ({ event }) => ({ item: event.item, certainty: event.certainty })
						}
					},
					'answer.checked': {
						guard: { type: 'canCheck', params: ({ event }) => ({ item: event.item }) },
						actions: { type: 'check', params: ({ event }) => ({ item: event.item }) }
					}
				}
			},
			reviewed: {
				// Only a stored place can say so: the lesson has got an item since.
				always: { target: 'answering', guard: 'isAnyItemOpen' },
				on: { 'attempt.begun': { target: 'answering', guard: 'hasWrong', actions: 'beginAttempt' } }
			}
		}
	});
}

export type QuizMachine = ReturnType<typeof createQuizMachine>;
export type QuizSnapshot = SnapshotFrom<QuizMachine>;
