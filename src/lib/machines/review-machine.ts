import { assign, type SnapshotFrom } from 'xstate';
import { bury, rate, suspend } from '#lib/domain/learning/review/edit.ts';
import type { Now, Rating, ReviewCard, ReviewPlan } from '#lib/domain/learning/review/model.ts';
import { emptyPlace, fitPlace, longest, undoneBy } from '#lib/domain/learning/review/session.ts';
import type { Deed, ReviewPlace } from '#lib/domain/learning/review/session.ts';
import type { Response } from '#lib/domain/quiz/model.ts';
import { setup } from './setup.ts';

export type ReviewEvent =
	| { type: 'answer.chosen'; response: Response }
	/** The answer side, with the mark of what was answered. */
	| { type: 'answer.shown' }
	| { type: 'card.rated'; rating: Rating; now: Now }
	/** The last rating, suspending or burying is taken back, and its card comes back. */
	| { type: 'deed.undone'; now: Now }
	| { type: 'card.suspended'; now: Now }
	/** Until the learner's next day. */
	| { type: 'card.buried'; now: Now }
	| { type: 'time.passed'; now: Now }
	/** Another tab, or the page's own settings, changed what there is. */
	| { type: 'deck.changed'; deck: ReviewCard[]; plan: ReviewPlan; now: Now };

export interface ReviewContext {
	deck: ReviewCard[];
	plan: ReviewPlan;
	now: Now;
	place: ReviewPlace;
}

export interface ReviewInput {
	deck: ReviewCard[];
	plan: ReviewPlan;
	now: Now;
	/** Where the learner was; the beginning when there is none. */
	place?: ReviewPlace;
}

const beginning = ({ deck, plan, now, place = emptyPlace }: ReviewInput): ReviewContext => ({
	deck,
	plan,
	now,
	place: fitPlace(deck, plan, now, place)
});

/** The context after `change` of the current card; what comes next is the queue's to say. */
function done(context: ReviewContext, now: Now, did: Deed['did'], change: (card: ReviewCard) => ReviewCard) {
	const card = context.deck.find(({ id }) => id === context.place.current)!;
	const changed = change(card);
	const at = did === 'rated' ? (changed.reviews.at(-1)?.at ?? null) : null;
	const deed: Deed = { card: card.id, did, at, response: context.place.response };
	const deeds = [...context.place.deeds, deed].slice(-longest);
	const deck = context.deck.map((one) => (one === card ? changed : one));
	return beginning({ ...context, deck, now, place: { ...emptyPlace, deeds } });
}

function undone(context: ReviewContext, now: Now): ReviewContext {
	const deed = context.place.deeds.at(-1)!;
	const card = undoneBy(context.deck, deed)!;
	const deck = context.deck.map((one) => (one.id === card.id ? card : one));
	const place = { current: card.id, shown: deed.did === 'rated', response: deed.response };
	return { ...context, deck, now, place: { ...place, deeds: context.place.deeds.slice(0, -1) } };
}

const timed = { params: ({ event }: { event: { now: Now } }) => ({ now: event.now }) };

/**
 * Today's cards, one after the other: a question, its answer side, a rating. The clock comes with the events. A card
 * that is suspended, buried or gone gives way to the next; what was done last can be taken back, one deed after another.
 */
export const reviewMachine = setup({
	types: { context: {} as ReviewContext, events: {} as ReviewEvent, input: {} as ReviewInput },
	guards: {
		hasNone: ({ context }) => context.place.current === null,
		isShown: ({ context }) => context.place.shown,
		canUndo: ({ context }) => {
			const deed = context.place.deeds.at(-1);
			return deed !== undefined && undoneBy(context.deck, deed) !== null;
		}
	},
	actions: {
		keepAnswer: assign(({ context }, { response }: { response: Response }) => ({
			place: { ...context.place, response }
		})),
		show: assign(({ context }) => ({ place: { ...context.place, shown: true } })),
		rate: assign(({ context }, { rating, now }: { rating: Rating; now: Now }) =>
			done(context, now, 'rated', (card) => rate(card, rating, now.at))
		),
		suspend: assign(({ context }, { now }: { now: Now }) => done(context, now, 'suspended', (card) => suspend(card))),
		bury: assign(({ context }, { now }: { now: Now }) => done(context, now, 'buried', (card) => bury(card, now))),
		undo: assign(({ context }, { now }: { now: Now }) => undone(context, now)),
		pass: assign(({ context }, { now }: { now: Now }) => beginning({ ...context, now })),
		take: assign(({ context }, { deck, plan, now }: { deck: ReviewCard[]; plan: ReviewPlan; now: Now }) =>
			beginning({ ...context, deck, plan, now })
		)
	}
}).createMachine({
	id: 'review',
	context: ({ input }) => beginning(input),
	on: {
		'deed.undone': { target: '.asked', guard: 'canUndo', actions: { type: 'undo', ...timed } },
		'time.passed': { target: '.asked', actions: { type: 'pass', ...timed } },
		'deck.changed': {
			target: '.asked',
			actions: { type: 'take', params: ({ event }) => ({ deck: event.deck, plan: event.plan, now: event.now }) }
		}
	},
	initial: 'asked',
	states: {
		asked: {
			always: { target: 'finished', guard: 'hasNone' },
			on: {
				'card.suspended': { target: 'asked', actions: { type: 'suspend', ...timed } },
				'card.buried': { target: 'asked', actions: { type: 'bury', ...timed } }
			},
			initial: 'question',
			states: {
				question: {
					always: { target: 'shown', guard: 'isShown' },
					on: {
						'answer.chosen': { actions: { type: 'keepAnswer', params: ({ event }) => ({ response: event.response }) } },
						'answer.shown': { target: 'shown', actions: 'show' }
					}
				},
				shown: {
					on: {
						'card.rated': {
							target: '#review.asked',
							actions: { type: 'rate', params: ({ event }) => ({ rating: event.rating, now: event.now }) }
						}
					}
				}
			}
		},
		finished: {}
	}
});

export type ReviewMachine = typeof reviewMachine;
export type ReviewSnapshot = SnapshotFrom<ReviewMachine>;
