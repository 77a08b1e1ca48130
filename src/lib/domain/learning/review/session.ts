import * as v from 'valibot';
import { parseResponse } from '../../quiz/parse.ts';
import type { Response } from '../../quiz/model.ts';
import { suspend, takeBack, unbury } from './edit.ts';
import type { Now, ReviewCard, ReviewPlan } from './model.ts';
import { countOf, nextIn, queueOf } from './queue.ts';

/** Something that was done with a card, so that it can be taken back. */
export interface Deed {
	card: string;
	did: 'rated' | 'suspended' | 'buried';
	/** Of a rating: the time of its review. */
	at: number | null;
	/** The answer that was on the page. */
	response: Response | null;
}

/** Where a learner is in today's cards: plain data, kept beside them. The cards alone say what there is to do. */
export interface ReviewPlace {
	current: string | null;
	/** The answer side is open. */
	shown: boolean;
	response: Response | null;
	/** Oldest first; the last `longest` of them. */
	deeds: Deed[];
}

export const emptyPlace: ReviewPlace = { current: null, shown: false, response: null, deeds: [] };

/** How many deeds can be taken back. */
export const longest = 50;

const response = v.pipe(
	v.unknown(),
	v.transform((stored) => parseResponse(stored))
);
const schema: v.GenericSchema<unknown, ReviewPlace> = v.object({
	current: v.nullable(v.string()),
	shown: v.boolean(),
	response,
	deeds: v.array(
		v.object({
			card: v.string(),
			did: v.picklist(['rated', 'suspended', 'buried']),
			at: v.nullable(v.number()),
			response
		})
	)
});

/** A stored place, or the empty one for what is none. */
export function parsePlace(stored: unknown): ReviewPlace {
	const parsed = v.safeParse(schema, stored);
	return parsed.success ? parsed.output : emptyPlace;
}

/** The place as it fits the cards of now: a card that is no longer asked for gives way to the next one. */
export function fitPlace(deck: readonly ReviewCard[], plan: ReviewPlan, now: Now, place: ReviewPlace): ReviewPlace {
	const queue = queueOf(deck, plan, now);
	const asked = [queue.steps, queue.due, queue.fresh, queue.soon].flat();
	if (place.current !== null && asked.some(({ id }) => id === place.current)) return place;
	return { ...place, current: nextIn(queue)?.id ?? null, shown: false, response: null };
}

/** How many cards are left today. */
export const leftIn = (deck: readonly ReviewCard[], plan: ReviewPlan, now: Now): number =>
	countOf(queueOf(deck, plan, now));

/** The card before the deed; null when it is gone, or when something else was done with it since. */
export function undoneBy(deck: readonly ReviewCard[], { card: id, did, at }: Deed): ReviewCard | null {
	const card = deck.find((one) => one.id === id);
	if (!card) return null;
	if (did === 'suspended') return card.suspended ? suspend(card, false) : null;
	if (did === 'buried') return card.buriedUntil === null ? null : unbury(card);
	return card.reviews.at(-1)?.at === at ? takeBack(card) : null;
}
