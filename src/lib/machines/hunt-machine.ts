import { assign, type SnapshotFrom } from 'xstate';
import {
	blankCard,
	cardIn,
	emptyHunt,
	fitHunt,
	nextOpen,
	type HuntCard,
	type HuntWork,
	type Verdict
} from '#lib/domain/hunt/work.ts';
import type { DiscrepancyId, Slip } from '#lib/domain/lesson/model.ts';
import { setup } from './setup.ts';

export type HuntEvent =
	/** Any card of the deck may be taken at any time. */
	| { type: 'card.chosen'; card: DiscrepancyId }
	| { type: 'slip.chosen'; slip: Slip }
	| { type: 'line.written'; line: 'wrong' | 'matters'; text: string }
	/** The hunter has said what kind of slip it is and wants to see the record. */
	| { type: 'record.opened' }
	| { type: 'card.judged'; verdict: Verdict }
	/** On to the next card that is not judged. */
	| { type: 'card.left' }
	/** The card once more, from the beginning. */
	| { type: 'card.retried' };

/**
 * A hunt through a deck of sentences. Each card is `hunting` (say what is wrong), then `judging` (the record is open,
 * what was said is fixed, and the hunter judges it), then `judged`. Refused: opening the record before the kind of slip
 * is chosen, changing what was said after it, and cards that are not in the deck.
 */
export function createHuntMachine(deck: readonly DiscrepancyId[]) {
	const now = (work: HuntWork): HuntCard => cardIn(work, work.current);
	const withCard = (work: HuntWork, part: Partial<HuntCard>): HuntWork =>
		work.current === null ? work : { ...work, cards: { ...work.cards, [work.current]: { ...now(work), ...part } } };

	return setup({
		types: {
			context: {} as HuntWork,
			events: {} as HuntEvent,
			input: {} as { work?: HuntWork } | undefined
		},
		guards: {
			isInDeck: (_, { card }: { card: DiscrepancyId }) => deck.includes(card),
			hasSlip: ({ context }) => now(context).slip !== null,
			isOpened: ({ context }) => now(context).opened,
			isJudged: ({ context }) => now(context).verdict !== null,
			hasNext: ({ context }) => nextOpen(deck, context, context.current) !== null
		},
		actions: {
			take: assign((_, { card }: { card: DiscrepancyId }) => ({ current: card })),
			takeNext: assign(({ context }) => ({ current: nextOpen(deck, context, context.current) })),
			note: assign(({ context }, part: Partial<HuntCard>) => withCard(context, part)),
			clear: assign(({ context }) => withCard(context, blankCard))
		}
	}).createMachine({
		id: 'hunt',
		context: ({ input }) => fitHunt(deck, input?.work ?? emptyHunt),
		initial: 'dealt',
		on: {
			'card.chosen': {
				target: '.dealt',
				guard: { type: 'isInDeck', params: ({ event }) => ({ card: event.card }) },
				actions: { type: 'take', params: ({ event }) => ({ card: event.card }) }
			}
		},
		states: {
			/** Passed through: the card in hand says where its hunter is. */
			dealt: {
				always: [
					{ target: 'judged', guard: 'isJudged' },
					{ target: 'judging', guard: 'isOpened' },
					{ target: 'hunting' }
				]
			},
			hunting: {
				// Only a stored place can say so.
				always: { target: 'dealt', guard: 'isOpened' },
				on: {
					'slip.chosen': { actions: { type: 'note', params: ({ event }) => ({ slip: event.slip }) } },
					'line.written': { actions: { type: 'note', params: ({ event }) => ({ [event.line]: event.text }) } },
					'record.opened': {
						target: 'judging',
						guard: 'hasSlip',
						actions: { type: 'note', params: { opened: true } }
					},
					'card.left': { target: 'dealt', guard: 'hasNext', actions: 'takeNext' }
				}
			},
			judging: {
				on: {
					'card.judged': {
						target: 'judged',
						actions: { type: 'note', params: ({ event }) => ({ verdict: event.verdict }) }
					},
					'card.left': { target: 'dealt', guard: 'hasNext', actions: 'takeNext' }
				}
			},
			judged: {
				on: {
					'card.judged': { actions: { type: 'note', params: ({ event }) => ({ verdict: event.verdict }) } },
					'card.left': { target: 'dealt', guard: 'hasNext', actions: 'takeNext' },
					'card.retried': { target: 'hunting', actions: 'clear' }
				}
			}
		}
	});
}

export type HuntMachine = ReturnType<typeof createHuntMachine>;
export type HuntSnapshot = SnapshotFrom<HuntMachine>;
