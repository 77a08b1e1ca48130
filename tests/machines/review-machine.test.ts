import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { rate } from '#lib/domain/learning/review/edit.ts';
import { defaultPlan, newCard, type Now, type ReviewCard } from '#lib/domain/learning/review/model.ts';
import { parsePlace } from '#lib/domain/learning/review/session.ts';
import { reviewMachine, type ReviewEvent, type ReviewSnapshot } from '#lib/machines/review-machine.ts';
import { seen, surveyOf } from './walk.ts';

const noon = Date.UTC(2026, 2, 10, 4);
const day = 24 * 60 * 60_000;
const at = (minutes: number): Now => ({ at: noon + minutes * 60_000, zone: 480 });
const term = (id: string) => newCard({ kind: 'term', term: id }, 'one', noon - 10 * day);
const known = (id: string): ReviewCard =>
	rate(newCard({ kind: 'item', lesson: 'one', item: id }, 'one', noon - 5 * day), 'good', noon - 5 * day, 'answer');
const deck = [known('q1'), term('a'), term('b')];
const input = { deck, plan: defaultPlan, now: at(0) };

const answer: ReviewEvent = { type: 'answer.chosen', response: { kind: 'single', choice: 'x' } };
const show: ReviewEvent = { type: 'answer.shown' };
const rated = (rating: 'again' | 'hard' | 'good' | 'easy', minutes: number): ReviewEvent => ({
	type: 'card.rated',
	rating,
	now: at(minutes)
});
const undo = (minutes: number): ReviewEvent => ({ type: 'deed.undone', now: at(minutes) });
const survey = surveyOf(reviewMachine);
const walk = (events: ReviewEvent[], from: ReviewSnapshot = survey.begin(input)): ReviewSnapshot =>
	events.reduce((snapshot, event) => survey.send(snapshot, event).to, from);
const current = (snapshot: ReviewSnapshot) => snapshot.context.place.current;

/** Closed, and opened again from the cards and the place on disk, at the same moment. */
function reopened({ context }: ReviewSnapshot): ReviewSnapshot {
	const disk = JSON.parse(JSON.stringify(context)) as typeof context;
	return createActor(reviewMachine, { input: { ...disk, place: parsePlace(disk.place) } }).getSnapshot();
}

describe('a session', () => {
	test('goes from card to card, and ends when none is left', () => {
		const start = survey.begin(input);
		expect(seen(start).value).toEqual({ asked: 'question' });
		expect(current(start)).toBe('item/one/q1');
		const second = walk([answer, show, rated('good', 1)], start);
		expect(current(second)).toBe('term/a');
		expect(second.context.place).toMatchObject({ shown: false, response: null });
		const end = walk([show, rated('good', 2), show, rated('easy', 3)], second);
		expect(seen(end)).toMatchObject({ value: 'finished', context: { place: { current: null } } });
	});

	test('is rated only with the answer side open, and its answer is fixed from then on', () => {
		const start = survey.begin(input);
		expect(seen(walk([rated('good', 1)], start))).toEqual(seen(start));
		const shown = walk([answer, show], start);
		expect(seen(walk([{ type: 'answer.chosen', response: { kind: 'truefalse', answer: true } }], shown))).toEqual(
			seen(shown)
		);
	});

	test('brings back what was missed, when nothing else is left or its ten minutes are over', () => {
		const missed = walk([show, rated('again', 1)]);
		expect(current(missed)).toBe('term/a');
		expect(current(walk([show, rated('good', 12)], missed))).toBe('item/one/q1');
	});

	test('takes back the last ratings one by one, with the answers that led to them', () => {
		const there = walk([answer, show, rated('again', 1), show, rated('easy', 2)]);
		const back = walk([undo(3)], there);
		expect(seen(back)).toMatchObject({ value: { asked: 'shown' }, context: { place: { current: 'term/a' } } });
		const further = walk([undo(4)], back);
		expect(further.context.place).toMatchObject({ current: 'item/one/q1', response: { choice: 'x' }, deeds: [] });
		expect(further.context.deck.map(({ reviews }) => reviews)).toEqual(deck.map(({ reviews }) => reviews));
		expect(seen(walk([undo(5)], further))).toEqual(seen(further));
	});

	test('takes back suspending and burying, and the end with them', () => {
		const ended = walk([
			{ type: 'card.buried', now: at(1) },
			{ type: 'card.suspended', now: at(1) },
			show,
			{ type: 'card.buried', now: at(1) }
		]);
		expect(ended.value).toBe('finished');
		const back = walk([undo(2), undo(2), undo(2)], ended);
		expect(seen(back)).toMatchObject({ value: { asked: 'question' }, context: { deck, place: { deeds: [] } } });
	});

	test('shows a buried card on the next day', () => {
		const ended = walk([{ type: 'card.buried', now: at(1) }], survey.begin({ ...input, deck: [known('q1')] }));
		expect(ended.value).toBe('finished');
		expect(current(walk([{ type: 'time.passed', now: at(60) }], ended))).toBeNull();
		expect(current(walk([{ type: 'time.passed', now: at(24 * 60) }], ended))).toBe('item/one/q1');
	});

	test('keeps the card in hand when the deck changes elsewhere, and goes on when it was dealt with there', () => {
		const shown = walk([answer, show]);
		const more: ReviewEvent = { type: 'deck.changed', deck: [...deck, term('c')], plan: defaultPlan, now: at(1) };
		expect(seen(walk([more], shown))).toMatchObject({
			value: { asked: 'shown' },
			context: { place: shown.context.place }
		});
		const [first, ...rest] = deck;
		const elsewhere = [rate(first!, 'easy', noon), ...rest];
		const gone = walk([{ type: 'deck.changed', deck: elsewhere, plan: defaultPlan, now: at(1) }], shown);
		expect(gone).toMatchObject({
			value: { asked: 'question' },
			context: { place: { current: 'term/a', shown: false } }
		});
	});

	test('does not take back what another tab has gone on from', () => {
		const there = walk([show, rated('good', 1)]);
		const elsewhere = there.context.deck.map((card) =>
			card.id === 'item/one/q1' ? rate(card, 'hard', noon + day) : card
		);
		const after = walk([{ type: 'deck.changed', deck: elsewhere, plan: defaultPlan, now: at(2) }], there);
		expect(after.can(undo(3))).toBe(false);
	});
});

const events = (minutes: number): ReviewEvent[] => [
	answer,
	show,
	rated('again', minutes),
	rated('good', minutes),
	undo(minutes),
	{ type: 'card.suspended', now: at(minutes) },
	{ type: 'card.buried', now: at(minutes) },
	{ type: 'time.passed', now: at(minutes) },
	{ type: 'deck.changed', deck, plan: { ...defaultPlan, newPerDay: 1 }, now: at(minutes) }
];
const anyEvents = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 30 })), { maxLength: 12 }).map((steps) => {
	let minutes = 0;
	return steps.map(([which, passed]) => events((minutes += passed))[which]!);
});

test('closing and reopening at any point of any events changes nothing, and every transition is taken', () => {
	fc.assert(
		fc.property(anyEvents, anyEvents, (before, after) => {
			const there = walk(before);
			expect(seen(reopened(there))).toEqual(seen(there));
			expect(seen(walk(after, reopened(there)))).toEqual(seen(walk(after, there)));
		}),
		{ numRuns: 300, seed: 7 }
	);
	expect(survey.missed()).toEqual([]);
});

test('a place that is none, and one in a card that is gone, begin anew', () => {
	for (const place of [null, 7, { current: 3 }, { current: 'term/zz', shown: true, response: 'x', deeds: [] }]) {
		const snapshot = survey.begin({ ...input, place: parsePlace(place) });
		expect(snapshot).toMatchObject({ value: { asked: 'question' }, context: { place: { current: 'item/one/q1' } } });
	}
});
