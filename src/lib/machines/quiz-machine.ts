import { assign, type SnapshotFrom } from 'xstate';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { Certainty, ItemId, Response } from '#lib/domain/quiz/model.ts';
import { usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { validateResponse } from '#lib/domain/quiz/ready.ts';
import { deadlineOf, givenItems, hasAttemptsLeft, isOver, isTold } from '#lib/domain/quiz/taking.ts';
import { emptyQuizWork, fitQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { setup } from './setup.ts';

export type QuizEvent =
	| { type: 'answer.chosen'; item: ItemId; response: Response }
	| { type: 'certainty.chosen'; item: ItemId; certainty: Certainty }
	/** The learner asks for the mark of one item: its answer is fixed for this attempt. */
	| { type: 'answer.checked'; item: ItemId }
	/** The next hint of an item is opened, at its price. */
	| { type: 'hint.opened'; item: ItemId }
	/** The clock begins to run at `now` (ms since 1970). `extra`: more time in percent, null for no limit. */
	| { type: 'clock.started'; now: number; extra: number | null }
	/** Heard only at or after the end of the time: what is there is handed in. */
	| { type: 'time.up'; now: number }
	/** Heard only at or after the due date. */
	| { type: 'due.passed'; now: number }
	/** What is there is handed in as it is. */
	| { type: 'attempt.handedIn' }
	/** Another try. After marks that were told: at what was not fully right; right answers are kept. Else at all. */
	| { type: 'attempt.begun' };

export interface QuizRules {
	/** Without their answers: what is right is for `isFullyRight` to say. */
	items: readonly PublicItem[];
	/** Whether an item asks for certainty before it can be checked. */
	certainty: boolean;
	policy?: QuizPolicy;
	/** Draws from the banks (`drawItems`); left out where the policy has no draw. */
	draw?: (work: QuizWork, afresh?: boolean) => ItemId[];
	/** Whether a response earns all points of its item; asked about checked answers only. */
	isFullyRight: (id: ItemId, response: Response) => boolean;
}

/**
 * A quiz as one page of items. Where marks are told at once, each item is answered, then checked, and the quiz is
 * `reviewed` when all are; else it is handed in whole, and `withheld` until its policy lets it be reviewed. A timed one
 * is `waiting` until its clock is started. Refused: what is for no item, or for one that is checked, a response of
 * another kind, a certainty where none is asked, and whatever the policy does not give.
 */
export function createQuizMachine(rules: QuizRules) {
	const { items, certainty, policy = usualPolicy, draw = ({ drawn }) => drawn, isFullyRight } = rules;
	const oneByOne = policy.feedback === 'at-once';
	const given = (work: QuizWork) => givenItems(items, policy, work);
	const itemOf = (work: QuizWork, id: ItemId) => given(work).find((item) => item.id === id);
	const isOpen = (work: QuizWork, id: ItemId) => itemOf(work, id) !== undefined && !work.checked.includes(id);
	const isDone = (work: QuizWork) => isOver(given(work), work);
	const isToBeTold = (work: QuizWork) => isTold(policy, isDone(work), work);
	const isWaiting = ({ began, ended }: QuizWork) => policy.minutes > 0 && began === null && !ended;
	const isRight = (work: QuizWork, id: ItemId) => {
		const response = work.responses[id];
		return work.checked.includes(id) && response !== undefined && isFullyRight(id, response);
	};
	const isReady = (work: QuizWork, item: PublicItem) => validateResponse(item, work.responses[item.id]).ready;
	const again = <Guard extends 'canTryAgain' | 'canTryAll'>(guard: Guard, told: boolean) =>
		({ target: 'answering', guard, actions: { type: 'beginAttempt', params: { told } } }) as const;

	return setup({
		types: {
			context: {} as QuizWork,
			events: {} as QuizEvent,
			input: {} as { work?: QuizWork; seed?: number } | undefined
		},
		guards: {
			canAnswer: ({ context }, { item, response }: { item: ItemId; response: Response }) =>
				isOpen(context, item) && itemOf(context, item)?.kind === response.kind,
			canBeSure: ({ context }, { item }: { item: ItemId }) => certainty && isOpen(context, item),
			canCheck: ({ context }, { item: id }: { item: ItemId }) => {
				const item = itemOf(context, id);
				return (
					oneByOne &&
					item !== undefined &&
					isOpen(context, id) &&
					isReady(context, item) &&
					(!certainty || context.certainties[id] !== undefined)
				);
			},
			hasHint: ({ context }, { item }: { item: ItemId }) =>
				isOpen(context, item) && (context.hints[item] ?? 0) < (itemOf(context, item)?.hintCount ?? 0),
			canHandIn: () => !oneByOne || policy.minutes > 0,
			isTimeUp: ({ context }, { now }: { now: number }) => now >= (deadlineOf(policy, context) ?? Infinity),
			isDue: ({ context }, { now }: { now: number }) => !context.due && now >= (policy.due ?? Infinity),
			isNotStarted: ({ context }) => isWaiting(context),
			isStarted: ({ context }) => !isWaiting(context),
			isToBeReviewed: ({ context }) => isDone(context) && isToBeTold(context),
			isToBeWithheld: ({ context }) => isDone(context) && !isToBeTold(context),
			isAnyItemOpen: ({ context }) => !isDone(context),
			canTryAgain: ({ context }) =>
				isDone(context) &&
				hasAttemptsLeft(policy, context) &&
				(policy.retry === 'all' || !given(context).every(({ id }) => isRight(context, id))),
			// Whether there is anything to mend would tell what is not to be told.
			canTryAll: ({ context }) => isDone(context) && hasAttemptsLeft(policy, context)
		},
		actions: {
			keepAnswer: assign(({ context }, { item, response }: { item: ItemId; response: Response }) => ({
				responses: { ...context.responses, [item]: response }
			})),
			keepCertainty: assign(({ context }, params: { item: ItemId; certainty: Certainty }) => ({
				certainties: { ...context.certainties, [params.item]: params.certainty }
			})),
			check: assign(({ context }, { item }: { item: ItemId }) => ({ checked: [...context.checked, item] })),
			openHint: assign(({ context }, { item }: { item: ItemId }) => ({
				hints: { ...context.hints, [item]: (context.hints[item] ?? 0) + 1 }
			})),
			startClock: assign((_, { now, extra }: { now: number; extra: number | null }) => ({
				began: now,
				extra: policy.extra === 'own' ? extra : policy.extra
			})),
			handIn: assign(({ context }) => ({
				ended: true,
				checked: given(context).flatMap((item) => (isReady(context, item) ? [item.id] : []))
			})),
			noteDue: assign({ due: true }),
			beginAttempt: assign(({ context }, { told }: { told: boolean }) => {
				const { responses, certainties, checked, hints, drawn, ended, earlier } = context;
				const afresh = policy.retry === 'all';
				const kept = told && !afresh ? checked.filter((id) => !itemOf(context, id) || isRight(context, id)) : [];
				const attempt = context.attempt + 1;
				return {
					attempt,
					checked: kept,
					responses: afresh ? {} : responses,
					certainties: Object.fromEntries(Object.entries(certainties).filter(([id]) => kept.includes(id))),
					drawn: draw({ ...context, attempt, ended: false }, afresh),
					ended: false,
					began: null,
					earlier: [...earlier, { responses, certainties, checked, hints, drawn, ended }]
				};
			})
		}
	}).createMachine({
		id: 'quiz',
		context: ({ input }) => {
			const work = fitQuizWork(items, input?.work ?? { ...emptyQuizWork, seed: input?.seed ?? 0 });
			return { ...work, drawn: draw(work) };
		},
		initial: 'answering',
		on: {
			'due.passed': { guard: { type: 'isDue', params: ({ event }) => ({ now: event.now }) }, actions: 'noteDue' }
		},
		states: {
			waiting: {
				always: { target: 'answering', guard: 'isStarted' },
				on: {
					'clock.started': {
						actions: { type: 'startClock', params: ({ event }) => ({ now: event.now, extra: event.extra }) }
					}
				}
			},
			answering: {
				// Each answer can be checked by itself.
				tags: oneByOne ? ['one by one'] : [],
				always: [
					{ target: 'waiting', guard: 'isNotStarted' },
					{ target: 'reviewed', guard: 'isToBeReviewed' },
					{ target: 'withheld', guard: 'isToBeWithheld' }
				],
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
					},
					'hint.opened': {
						guard: { type: 'hasHint', params: ({ event }) => ({ item: event.item }) },
						actions: { type: 'openHint', params: ({ event }) => ({ item: event.item }) }
					},
					'time.up': { guard: { type: 'isTimeUp', params: ({ event }) => ({ now: event.now }) }, actions: 'handIn' },
					'attempt.handedIn': { guard: 'canHandIn', actions: 'handIn' }
				}
			},
			reviewed: {
				// Only a stored place can say so: the lesson has got an item since, or another policy.
				always: [
					{ target: 'answering', guard: 'isAnyItemOpen' },
					{ target: 'withheld', guard: 'isToBeWithheld' }
				],
				on: { 'attempt.begun': again('canTryAgain', true) }
			},
			withheld: {
				always: [
					{ target: 'answering', guard: 'isAnyItemOpen' },
					{ target: 'reviewed', guard: 'isToBeReviewed' }
				],
				on: { 'attempt.begun': again('canTryAll', false) }
			}
		}
	});
}

export type QuizMachine = ReturnType<typeof createQuizMachine>;
export type QuizSnapshot = SnapshotFrom<QuizMachine>;
