import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { parseHuntWork } from '#lib/domain/hunt/parse-work.ts';
import { cardIn, scoreHunt } from '#lib/domain/hunt/work.ts';
import { createHuntMachine, type HuntEvent } from '#lib/machines/hunt-machine.ts';

const deck = ['d09', 'd16', 'd43'];
const machine = createHuntMachine(deck);
const begin = () => createActor(machine, { input: undefined }).start();

describe('a card', () => {
	test('opens its record only when a kind of slip is chosen', () => {
		const actor = begin();
		actor.send({ type: 'record.opened' });
		expect(actor.getSnapshot().value).toBe('hunting');
		actor.send({ type: 'slip.chosen', slip: 'number' });
		actor.send({ type: 'record.opened' });
		expect(actor.getSnapshot().value).toBe('judging');
	});
	test('keeps what was said as it was once the record is open', () => {
		const actor = begin();
		actor.send({ type: 'slip.chosen', slip: 'number' });
		actor.send({ type: 'line.written', line: 'wrong', text: 'Too many.' });
		actor.send({ type: 'record.opened' });
		actor.send({ type: 'slip.chosen', slip: 'date' });
		actor.send({ type: 'line.written', line: 'wrong', text: 'I knew it.' });
		expect(cardIn(actor.getSnapshot().context, 'd09')).toMatchObject({
			slip: 'number',
			wrong: 'Too many.',
			opened: true
		});
	});
	test('can be judged anew, and tried again from the beginning', () => {
		const actor = begin();
		actor.send({ type: 'slip.chosen', slip: 'date' });
		actor.send({ type: 'record.opened' });
		actor.send({ type: 'card.judged', verdict: 0 });
		actor.send({ type: 'card.judged', verdict: 2 });
		expect(cardIn(actor.getSnapshot().context, 'd09').verdict).toBe(2);
		actor.send({ type: 'card.retried' });
		expect(cardIn(actor.getSnapshot().context, 'd09')).toMatchObject({ slip: null, opened: false, verdict: null });
	});
});

describe('the deck', () => {
	test('goes on to the next card that is not judged, and round to those left for later', () => {
		const actor = begin();
		actor.send({ type: 'card.left' });
		expect(actor.getSnapshot().context.current).toBe('d16');
		for (const _ of ['d16', 'd43']) {
			actor.send({ type: 'slip.chosen', slip: 'name' });
			actor.send({ type: 'record.opened' });
			actor.send({ type: 'card.judged', verdict: 1 });
			actor.send({ type: 'card.left' });
		}
		expect(actor.getSnapshot().context.current).toBe('d09');
	});
	test('takes any of its cards, and no other', () => {
		const actor = begin();
		actor.send({ type: 'card.chosen', card: 'd43' });
		expect(actor.getSnapshot().context.current).toBe('d43');
		actor.send({ type: 'card.chosen', card: 'd99' });
		expect(actor.getSnapshot().context.current).toBe('d43');
	});
	test('that has lost the card in hand goes on with another, and keeps what was said', () => {
		const said = { slip: 'date', wrong: 'x', matters: '', opened: true, verdict: 2 } as const;
		const actor = createActor(machine, { input: { work: { cards: { d77: said }, current: 'd77' } } }).start();
		expect(actor.getSnapshot().context).toEqual({ cards: { d77: said }, current: 'd09' });
	});
	test('counts points and kinds over the judged cards only', () => {
		const work = {
			cards: {
				d09: { slip: 'date', wrong: '', matters: '', opened: true, verdict: 2 },
				d16: { slip: 'name', wrong: '', matters: '', opened: true, verdict: 1 },
				d43: { slip: 'number', wrong: '', matters: '', opened: true, verdict: null }
			},
			current: 'd43'
		} as const;
		const key = { d09: 'date', d16: 'number', d43: 'number' } as const;
		expect(scoreHunt(deck, work, key)).toEqual({ judged: 2, of: 3, counted: 2, points: 3, possible: 4, kinds: 1 });
	});
	test('lets a card without a key be judged, and counts neither points nor kind for it', () => {
		const said = { slip: 'date', wrong: '', matters: '', opened: true, verdict: 2 } as const;
		const work = { cards: { d09: said, d16: said }, current: 'd16' };
		expect(scoreHunt(deck, work, { d09: 'date', d43: 'number' })).toEqual({
			judged: 2,
			of: 3,
			counted: 1,
			points: 2,
			possible: 2,
			kinds: 1
		});
	});
});

const event = fc.oneof<fc.Arbitrary<HuntEvent>[]>(
	fc.record({ type: fc.constant('card.chosen' as const), card: fc.constantFrom(...deck, 'd99') }),
	fc.record({ type: fc.constant('slip.chosen' as const), slip: fc.constantFrom('number' as const, 'date' as const) }),
	fc.record({
		type: fc.constant('line.written' as const),
		line: fc.constantFrom('wrong' as const, 'matters' as const),
		text: fc.string()
	}),
	fc.record({
		type: fc.constant('card.judged' as const),
		verdict: fc.constantFrom(0 as const, 1 as const, 2 as const)
	}),
	fc.constantFrom({ type: 'record.opened' as const }, { type: 'card.left' as const }, { type: 'card.retried' as const })
);

test('work that was stored at any point comes back where it was', () => {
	fc.assert(
		fc.property(fc.array(event, { maxLength: 25 }), (events) => {
			const actor = begin();
			for (const one of events) actor.send(one);
			const { context, value } = actor.getSnapshot();
			const work = parseHuntWork(JSON.parse(JSON.stringify(context)));
			expect(work).toEqual(context);
			expect(
				createActor(machine, { input: { work: work! } })
					.start()
					.getSnapshot().value
			).toBe(value);
		})
	);
});

test.each([null, 1, {}, { cards: {}, current: 3 }, { cards: { d1: { slip: 'lie' } }, current: null }])(
	'what is no work is refused: %j',
	(stored) => expect(parseHuntWork(stored)).toBeNull()
);
