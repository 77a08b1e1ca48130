import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '#lib/domain/fraction.ts';
import { regrade } from '#lib/domain/learning/results.ts';
import { arranged, drawItems } from '#lib/domain/quiz/draw.ts';
import { publicItem, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { feedbackTimes, keyTimes, retries, shuffles, usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { deadlineOf, givenItems, isKeyShown, isOver, isTold } from '#lib/domain/quiz/taking.ts';
import { emptyQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { createQuizMachine, type QuizEvent, type QuizMachine, type QuizSnapshot } from '#lib/machines/quiz-machine.ts';
import { html, singleItem, trueFalseItem } from '../domain/quiz/arbitraries.ts';
import { fromWork, reachable, seen, surveyOf, throughDisk } from './walk.ts';

const pair: Item = { ...singleItem(2, 0), id: 'pair', hints: [html('first'), html('second')] };
const year: Item = { ...trueFalseItem(true), id: 'year', sides: ['chinese'] };
const bank: Item[] = ['a', 'b', 'c', 'd'].map((id) => ({ ...singleItem(4, 0), id, bank: 'words' }));

const quizOf = (said: Partial<QuizPolicy>, items: Item[] = [pair, year], certainty = false) => {
	const policy = { ...usualPolicy, ...said };
	const open = items.map((item) => publicItem(item));
	return createQuizMachine({
		items: open,
		certainty,
		policy,
		draw: (work, afresh) => drawItems(open, policy, work, afresh),
		isFullyRight: (id, response) => {
			const item = items.find((one) => one.id === id);
			const score = item && scoreResponse(item, response);
			return score !== undefined && compare(score.earned, score.total) === 0;
		}
	});
};
const walk = (machine: QuizMachine, events: QuizEvent[], from?: QuizSnapshot): QuizSnapshot => {
	const { begin, send } = surveyOf(machine);
	return events.reduce((snapshot, event) => send(snapshot, event).to, from ?? begin({ seed: 7 }));
};

const single = (choice: string): Response => ({ kind: 'single', choice });
const chosen = (item: string, response: Response): QuizEvent => ({ type: 'answer.chosen', item, response });
const [right, wrong] = [chosen('pair', single('o0')), chosen('pair', single('o1'))];
const [yes, no] = [true, false].map((answer) => chosen('year', { kind: 'truefalse', answer })) as [
	QuizEvent,
	QuizEvent
];
const checked = (item: string): QuizEvent => ({ type: 'answer.checked', item });
const handedIn: QuizEvent = { type: 'attempt.handedIn' };
const begun: QuizEvent = { type: 'attempt.begun' };
const hint: QuizEvent = { type: 'hint.opened', item: 'pair' };
const started: QuizEvent = { type: 'clock.started', now: 1000, extra: 0 };
const up = (now: number): QuizEvent => ({ type: 'time.up', now });
const due = (now: number): QuizEvent => ({ type: 'due.passed', now });

describe('attempts', () => {
	test('are as many as the policy gives', () => {
		const machine = quizOf({ attempts: 2 });
		const once = walk(machine, [wrong, checked('pair'), no, checked('year')]);
		expect(once.can(begun)).toBe(true);
		const twice = walk(machine, [begun, checked('pair'), checked('year')], once);
		expect(twice.value).toBe('reviewed');
		expect(twice.can(begun)).toBe(false);
	});

	test('from the start open everything on a clean sheet, also what was right, and keep the earlier one', () => {
		const machine = quizOf({ retry: 'all' });
		const { value, context } = walk(machine, [right, checked('pair'), yes, checked('year'), begun]);
		expect(value).toBe('answering');
		expect(context).toMatchObject({ attempt: 2, checked: [], responses: {} });
		expect(context.earlier[0]?.responses).toEqual({ pair: single('o0'), year: { kind: 'truefalse', answer: true } });
	});
});

describe('feedback after the attempt', () => {
	const machine = quizOf({ feedback: 'after-attempt' });

	test('leaves every answer open until all is handed in', () => {
		const answered = walk(machine, [wrong, yes]);
		expect(answered.can(checked('pair'))).toBe(false);
		expect(answered.hasTag('one by one')).toBe(false);
		const changed = walk(machine, [right, handedIn], answered);
		expect(changed).toMatchObject({ value: 'reviewed', context: { checked: ['pair', 'year'], ended: true } });
	});

	test('takes what is there, and what is not earns nothing', () => {
		const { value, context } = walk(machine, [right, handedIn]);
		expect(value).toBe('reviewed');
		expect(regrade([pair, year], context, { ...usualPolicy, feedback: 'after-attempt' })).toMatchObject({
			done: true,
			overall: { earned: { n: 1, d: 1 }, possible: { n: 2, d: 1 } }
		});
	});

	test('is not there where each answer is checked by itself', () => {
		expect(walk(quizOf({}), [right, yes]).can(handedIn)).toBe(false);
	});
});

describe('feedback that is withheld', () => {
	test('until the due date is told once that has passed, however often the clock is heard', () => {
		const machine = quizOf({ feedback: 'after-due', due: 5000 });
		const there = walk(machine, [right, handedIn]);
		expect(there.value).toBe('withheld');
		expect(there.can(due(4999))).toBe(false);
		const told = walk(machine, [due(5000)], there);
		expect(told.value).toBe('reviewed');
		expect(told.can(due(6000))).toBe(false);
		expect(told.can(begun)).toBe(false);
	});

	test('does not tell by what a further attempt opens what was right', () => {
		const machine = quizOf({ feedback: 'never' });
		const perfect = walk(machine, [right, yes, handedIn]);
		expect(perfect.can(begun)).toBe(true);
		expect(walk(machine, [begun], perfect).context).toMatchObject({
			checked: [],
			responses: perfect.context.responses
		});
	});
});

describe('hints', () => {
	test('are opened one after the other, as many as there are, and not once the answer is checked', () => {
		const machine = quizOf({});
		const opened = walk(machine, [hint, hint]);
		expect(opened.context.hints).toEqual({ pair: 2 });
		expect(opened.can(hint)).toBe(false);
		expect(walk(machine, [hint, right, checked('pair')]).can(hint)).toBe(false);
		expect(walk(machine, []).can({ type: 'hint.opened', item: 'year' })).toBe(false);
	});

	test('stay opened in a further attempt', () => {
		const again = walk(quizOf({}), [hint, wrong, checked('pair'), no, checked('year'), begun]);
		expect(again.context).toMatchObject({ attempt: 2, hints: { pair: 1 } });
	});
});

describe('a timed quiz', () => {
	const machine = quizOf({ minutes: 2 });

	test('waits for its clock, and takes no answer before', () => {
		const before = walk(machine, []);
		expect(before.value).toBe('waiting');
		expect(before.can(right)).toBe(false);
		expect(walk(machine, [started, right]).context).toMatchObject({ began: 1000, responses: { pair: single('o0') } });
	});

	test('hands in at its end what is there, checked or not, and not a moment before', () => {
		const there = walk(machine, [started, wrong, checked('pair'), yes]);
		expect(there.can(up(120_999))).toBe(false);
		expect(walk(machine, [up(121_000)], there)).toMatchObject({
			value: 'reviewed',
			context: { ended: true, checked: ['pair', 'year'] }
		});
	});

	test('can be handed in early', () => {
		expect(walk(machine, [started, right, handedIn]).value).toBe('reviewed');
	});

	test('gives more time to whoever says that they need it, and no end where they want none', () => {
		const longer = walk(machine, [{ ...started, extra: 50 } as QuizEvent]);
		expect(longer.can(up(180_999))).toBe(false);
		expect(longer.can(up(181_000))).toBe(true);
		const endless = walk(machine, [{ ...started, extra: null } as QuizEvent]);
		expect(endless.can(up(Number.MAX_SAFE_INTEGER))).toBe(false);
	});

	test('gives the time that an assignment has fixed, whatever is asked for', () => {
		const fixed = walk(quizOf({ minutes: 2, extra: 100 }), [{ ...started, extra: null } as QuizEvent]);
		expect(fixed.context.extra).toBe(100);
		expect(deadlineOf({ ...usualPolicy, minutes: 2 }, fixed.context)).toBe(241_000);
	});

	test('has its time anew in each attempt', () => {
		const again = walk(machine, [started, wrong, handedIn, begun]);
		expect(again).toMatchObject({ value: 'waiting', context: { began: null, ended: false } });
	});

	test('that has lost its limit since goes on', () => {
		const stale = quizOf({}).resolveState({ value: 'waiting', context: emptyQuizWork });
		expect(surveyOf(quizOf({})).send(stale, right).to.value).toBe('answering');
	});
});

describe('a draw', () => {
	const items = [pair, ...bank, year];
	const said = { draw: { words: 2 } };
	const idsOf = (work: QuizWork) => givenItems(items, { ...usualPolicy, ...said }, work).map(({ id }) => id);

	test('gives so many of a bank and all of the rest, in the order of the lesson', () => {
		const { context } = walk(quizOf(said, items), []);
		expect(context.drawn).toHaveLength(2);
		expect(idsOf(context)).toEqual(['pair', ...context.drawn.toSorted(), 'year']);
	});

	test('takes no answer to what was not drawn', () => {
		const snapshot = walk(quizOf(said, items), []);
		for (const { id } of bank) expect(snapshot.can(chosen(id, single('o0')))).toBe(snapshot.context.drawn.includes(id));
	});

	test('differs between seeds, and reaches each item of the bank', () => {
		const machine = quizOf(said, items);
		const draws = Array.from({ length: 60 }, (_, seed) => surveyOf(machine).begin({ seed }).context.drawn);
		expect(new Set(draws.flat())).toEqual(new Set(['a', 'b', 'c', 'd']));
	});

	test('stays when the bank grows, is turned round or loses what was not drawn', () => {
		const { context } = walk(quizOf(said, items), []);
		const grown = Array.from({ length: 9 }, (_, i): Item => ({ ...singleItem(4, 0), id: `n${i}`, bank: 'words' }));
		for (const now of [
			[...grown, ...items],
			items.toReversed(),
			items.filter(({ id, bank: of }) => !of || context.drawn.includes(id))
		])
			expect(new Set(surveyOf(quizOf(said, now)).begin({ work: context }).context.drawn)).toEqual(
				new Set(context.drawn)
			);
	});

	test('fills up what the lesson has no longer, unless the attempt was handed in', () => {
		const { context } = walk(quizOf(said, items), []);
		const rest = items.filter(({ id }) => id !== context.drawn[0]);
		expect(surveyOf(quizOf(said, rest)).begin({ work: context }).context.drawn).toHaveLength(2);
		const ended = { ...context, ended: true };
		expect(surveyOf(quizOf(said, rest)).begin({ work: ended }).context.drawn).toEqual(context.drawn);
	});

	test('is another one when an attempt begins from the start', () => {
		const machine = quizOf({ ...said, retry: 'all', feedback: 'after-attempt' }, items);
		const draws = Array.from({ length: 12 }, (_, seed) => surveyOf(machine).begin({ seed })).map((first) => [
			first.context.drawn,
			walk(machine, [handedIn, begun], first).context.drawn
		]);
		expect(draws.some(([before, after]) => before?.join() !== after?.join())).toBe(true);
	});
});

describe('the order of the page', () => {
	const page = [pair, ...bank].map((item) => publicItem(item));
	const at = (shuffle: QuizPolicy['shuffle'], attempt: number, seed = 3) =>
		arranged(page, { ...usualPolicy, shuffle }, { seed, attempt });

	test('is that of the lesson on the first attempt, and where nothing is shuffled', () => {
		expect(at('later-attempts', 1)).toEqual(page);
		expect(at('never', 5)).toEqual(page);
	});

	test('changes with attempt and seed, is the same when it is asked for again, and loses nothing', () => {
		const sorted = (items: { id: string }[]) => items.map(({ id }) => id).toSorted();
		const orders = [1, 2, 3, 4].map((attempt) => at('always', attempt));
		expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(4);
		expect(at('always', 2)).toEqual(orders[1]);
		for (const order of orders) expect(sorted(order)).toEqual(sorted(page));
	});

	test('of what is left does not change when an option is added', () => {
		const less = page.map((item) => (item.kind === 'single' ? { ...item, options: item.options.slice(0, 3) } : item));
		const policy = { ...usualPolicy, shuffle: 'always' as const };
		const options = (items: typeof page) =>
			arranged(items, policy, { seed: 3, attempt: 1 }).map((item) =>
				item.kind === 'single' ? item.options.map(({ id }) => id).filter((id) => id !== 'o3') : []
			);
		expect(options(less)).toEqual(options(page));
	});
});

// ---- every policy ------------------------------------------------------------------------------

const axes = {
	attempts: [0, 2],
	feedback: feedbackTimes,
	minutes: [0, 2],
	retry: retries
};
const policies = axes.attempts.flatMap((attempts) =>
	axes.feedback.flatMap((feedback) =>
		axes.minutes.flatMap((minutes) =>
			axes.retry.map((retry): Partial<QuizPolicy> => ({
				attempts,
				feedback,
				minutes,
				retry,
				due: 5000,
				key: 'after-due'
			}))
		)
	)
);
const one: Item = { ...pair, hints: [html('only')] };
const legal: QuizEvent[] = [right, wrong, checked('pair'), hint, started, up(121_000), due(5000), handedIn, begun];
const refused: QuizEvent[] = [
	up(120_999),
	due(4999),
	...['gone', '__proto__'].flatMap((id): QuizEvent[] => [
		chosen(id, single('o0')),
		checked(id),
		{ type: 'hint.opened', item: id }
	]),
	chosen('pair', { kind: 'truefalse', answer: true })
];

test.each(policies)('%j: every state × event, and restoring changes nothing', (said) => {
	const machine = quizOf(said, [one]);
	const survey = surveyOf(machine);
	const states = reachable(machine, legal, {
		input: { seed: 7 },
		bounded: ({ context }) => context.attempt > 2
	});
	const policy = { ...usualPolicy, ...said };
	for (const state of states) {
		const restored = throughDisk(machine, state, parseQuizWork);
		expect(seen(restored)).toEqual(seen(state));
		expect(seen(fromWork(machine, state))).toEqual(seen(state));
		expect(isKeyShown(policy, false, { ...state.context, attempt: 1 })).toBe(false);
		for (const event of legal) {
			const { to, moved } = survey.send(state, event);
			expect(state.can(event)).toBe(moved);
			if (!moved) expect(seen(to)).toEqual(seen(state));
			expect(seen(survey.send(restored, event).to)).toEqual(seen(to));
		}
		for (const event of refused) expect(survey.send(state, event).moved).toBe(false);
	}
	const reached = new Set(states.map(({ value }) => value));
	const over = said.feedback === 'never' ? 'withheld' : 'reviewed';
	expect(reached.has('waiting')).toBe(said.minutes === 2);
	expect(reached.has(over)).toBe(true);
});

test('under all policies together every transition is taken, and every guard has refused', () => {
	const missed = policies.map((said) => {
		const machine = quizOf(said, [one], true);
		const survey = surveyOf(machine);
		const sure: QuizEvent[] = ['pair', 'gone'].map((item) => ({ type: 'certainty.chosen', item, certainty: 'guess' }));
		const events = [...legal, ...sure];
		const states = reachable(machine, events, { input: {}, bounded: ({ context }) => context.attempt > 2 });
		for (const state of states) for (const event of [...events, ...refused]) survey.send(state, event);
		// Ways that no events lead: places stored under another policy, or before the lesson got another item.
		for (const value of ['waiting', 'answering', 'reviewed', 'withheld'])
			for (const context of [emptyQuizWork, { ...emptyQuizWork, ended: true, began: 0 }])
				survey.send(machine.resolveState({ value: value as 'answering', context }), due(4999));
		return new Set(survey.missed());
	});
	const [first = new Set<string>(), ...others] = missed;
	expect([...first].filter((name) => others.every((names) => names.has(name)))).toEqual([]);
});

// ---- any policy, with banks --------------------------------------------------------------------

const anyPolicy: fc.Arbitrary<QuizPolicy> = fc
	.record({
		attempts: fc.constantFrom(0, 1, 2),
		feedback: fc.constantFrom(...feedbackTimes),
		key: fc.constantFrom(...keyTimes),
		shuffle: fc.constantFrom(...shuffles),
		draw: fc.constantFrom<Record<string, number>>({}, { words: 1 }, { words: 3 }),
		hintCost: fc.integer({ min: 0, max: 100 }),
		minutes: fc.constantFrom(0, 2),
		extra: fc.constantFrom<QuizPolicy['extra']>('own', 0, 50),
		retry: fc.constantFrom(...retries)
	})
	.map((said) => ({ ...usualPolicy, ...said, due: 5000 }));
const all = [pair, ...bank, year];
const anyEvents = fc.array(
	fc.oneof(
		...all.map(({ id }) =>
			fc.constantFrom<QuizEvent>(
				chosen(id, id === 'year' ? { kind: 'truefalse', answer: true } : single('o0')),
				chosen(id, id === 'year' ? { kind: 'truefalse', answer: false } : single('o1')),
				{ type: 'certainty.chosen', item: id, certainty: 'certain' },
				checked(id),
				{ type: 'hint.opened', item: id }
			)
		),
		fc.constantFrom<QuizEvent>(
			started,
			{ type: 'clock.started', now: 1000, extra: null },
			up(121_000),
			up(181_000),
			due(5000),
			handedIn,
			begun
		)
	),
	{ maxLength: 40 }
);

test('at any point of any walk restoring changes nothing, and the key is shown as its policy says', () => {
	fc.assert(
		fc.property(anyPolicy, anyEvents, fc.nat(), (policy, events, seed) => {
			const machine = quizOf(policy, all, true);
			const { begin, send } = surveyOf(machine);
			let live = begin({ seed });
			for (const event of [null, ...events]) {
				const restored = throughDisk(machine, live, parseQuizWork);
				expect(seen(restored)).toEqual(seen(live));
				expect(seen(fromWork(machine, live))).toEqual(seen(live));
				const { context } = live;
				const given = givenItems(all, policy, context);
				expect(given).toHaveLength(Object.hasOwn(policy.draw, 'words') ? 2 + (policy.draw['words'] ?? 0) : all.length);
				const over = isOver(given, context);
				const { key, attempts } = policy;
				expect(isKeyShown(policy, over, context)).toBe(
					{
						'later-attempts': context.attempt > 1,
						'last-attempt': context.attempt > 1 && context.attempt === attempts,
						'after-due': over && context.due,
						never: false
					}[key]
				);
				if (policy.extra !== 'own' && context.began !== null) expect(context.extra).toBe(policy.extra);
				if (!event) continue;
				expect(seen(send(restored, event).to)).toEqual(seen(send(live, event).to));
				live = send(live, event).to;
			}
		})
	);
});

// ---- one marking code --------------------------------------------------------------------------

describe('a regrade of stored responses', () => {
	test('equals the live mark, also when the lesson has got items since that were not there to be answered', () => {
		fc.assert(
			fc.property(anyPolicy, anyEvents, fc.nat(), (policy, events, seed) => {
				const machine = quizOf(policy, all, true);
				const live = walk(machine, events, surveyOf(machine).begin({ seed })).context;
				const mark = regrade(all, live, policy);
				const stored = parseQuizWork(JSON.parse(JSON.stringify(live)));
				if (!stored) throw new TypeError('The parser refuses what the machine wrote.');
				expect(regrade(all, stored, policy)).toEqual(mark);
				const grown = [...all, { ...singleItem(4, 0), id: 'late', bank: 'words' }];
				if (Object.hasOwn(policy.draw, 'words')) expect(regrade(grown, stored, policy)).toEqual(mark);
				expect(regrade(all.toReversed(), stored, policy).overall).toEqual(mark.overall);
			})
		);
	});

	test('is never more than what the given items are worth, and done exactly when the attempt is over', () => {
		fc.assert(
			fc.property(anyPolicy, anyEvents, (policy, events) => {
				const { value, context } = walk(quizOf(policy, all, true), events);
				const { overall, done } = regrade(all, context, policy);
				const given = givenItems(all, policy, context);
				expect(overall?.possible.n).toBe(given.length);
				if (context.attempt === 1) expect(done).toBe(value === 'reviewed' || value === 'withheld');
				expect(isOver(given, context)).toBe(value === 'reviewed' || value === 'withheld');
				expect(isTold(policy, isOver(given, context), context)).toBe(
					value === 'reviewed' || policy.feedback === 'at-once'
				);
			})
		);
	});
});
