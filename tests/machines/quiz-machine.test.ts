import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptResult } from '#lib/domain/learning/results.ts';
import type { Certainty, Item, Response } from '#lib/domain/quiz/model.ts';
import { certainties } from '#lib/domain/quiz/model.ts';
import { compare } from '#lib/domain/fraction.ts';
import { publicItem, scoreResponse } from '#lib/domain/quiz/index.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { emptyQuizWork, fitQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { createQuizMachine, type QuizEvent, type QuizMachine, type QuizSnapshot } from '#lib/machines/quiz-machine.ts';
import { anyDrawn, multipleItem, singleItem, trueFalseItem } from '../domain/quiz/arbitraries.ts';
import { fromWork, reachable, seen, surveyOf, throughDisk } from './walk.ts';

const pair: Item = { ...singleItem(2, 0), id: 'pair' };
const year: Item = { ...trueFalseItem(true), id: 'year' };
const single = (choice: string): Response => ({ kind: 'single', choice });
const truefalse = (answer: boolean): Response => ({ kind: 'truefalse', answer });
const chosen = (item: string, response: Response): QuizEvent => ({ type: 'answer.chosen', item, response });
const sure = (item: string, certainty: Certainty): QuizEvent => ({ type: 'certainty.chosen', item, certainty });
const checked = (item: string): QuizEvent => ({ type: 'answer.checked', item });
const begun: QuizEvent = { type: 'attempt.begun' };

/** A quiz over items whose key is known, as it is once the first answer is checked. */
const quizOf = ({ items, certainty }: { items: Item[]; certainty: boolean }) =>
	createQuizMachine({
		items: items.map((item) => publicItem(item)),
		certainty,
		isFullyRight: (id, response) => {
			const item = items.find((one) => one.id === id);
			if (!item) throw new RangeError(`Asked about ${id}, which is no item.`);
			const { earned, total } = scoreResponse(item, response);
			return compare(earned, total) === 0;
		}
	});

const plain = quizOf({ items: [pair, year], certainty: false });
const sureness = quizOf({ items: [pair, year], certainty: true });
const survey = surveyOf(sureness);
const walk = (machine: QuizMachine, events: QuizEvent[], from?: QuizSnapshot): QuizSnapshot => {
	const { begin, send } = machine === sureness ? survey : surveyOf(machine);
	return events.reduce((snapshot, event) => send(snapshot, event).to, from ?? begin({}));
};
const allWrong = [chosen('pair', single('o1')), checked('pair'), chosen('year', truefalse(false)), checked('year')];

describe('a quiz', () => {
	test('begins with nothing answered', () => {
		expect(seen(walk(plain, []))).toEqual({ value: 'answering', context: emptyQuizWork });
	});

	test('keeps the last answer to an item until it is checked, and that answer from then on', () => {
		const before = [chosen('pair', single('o1')), chosen('pair', single('o0'))];
		expect(walk(plain, before).context.responses).toEqual({ pair: single('o0') });
		const after = walk(plain, [...before, checked('pair'), chosen('pair', single('o1'))]);
		expect(after.context).toMatchObject({ responses: { pair: single('o0') }, checked: ['pair'] });
	});

	test('does not check an item without an answer, or with one that is not ready', () => {
		expect(walk(plain, [checked('pair')]).context.checked).toEqual([]);
		expect(walk(plain, [chosen('pair', single('nowhere')), checked('pair')]).context.checked).toEqual([]);
	});

	test('waits for the certainty where certainty is asked', () => {
		const answered = walk(sureness, [chosen('pair', single('o0'))]);
		expect(answered.can(checked('pair'))).toBe(false);
		expect(walk(sureness, [sure('pair', 'guess'), checked('pair')], answered).context.checked).toEqual(['pair']);
	});

	test('takes no certainty where none is asked', () => {
		expect(walk(plain, [sure('pair', 'certain')]).context.certainties).toEqual({});
	});

	test('refuses a response of another kind, so that it cannot wipe out an answer', () => {
		const { context } = walk(plain, [chosen('pair', single('o0')), chosen('pair', truefalse(true))]);
		expect(context.responses).toEqual({ pair: single('o0') });
	});

	test('is reviewed when every item is checked, right or wrong', () => {
		expect(walk(plain, allWrong.slice(0, 3)).value).toBe('answering');
		expect(walk(plain, allWrong).value).toBe('reviewed');
	});

	test('without items is reviewed from the start', () => {
		expect(walk(quizOf({ items: [], certainty: false }), []).value).toBe('reviewed');
	});
});

describe('another attempt', () => {
	const oneWrong = [chosen('pair', single('o0')), checked('pair'), ...allWrong.slice(2)];

	test('opens what was wrong and keeps what was right', () => {
		const { value, context } = walk(plain, [...oneWrong, begun]);
		expect(value).toBe('answering');
		expect(context).toMatchObject({ attempt: 2, checked: ['pair'], responses: { year: truefalse(false) } });
	});

	test('opens what was only part right', () => {
		const parts: Item = { ...multipleItem([true, true, false]), id: 'parts' };
		const machine = quizOf({ items: [parts], certainty: false });
		const { context } = walk(machine, [
			chosen('parts', { kind: 'multiple', choices: ['o0'] }),
			checked('parts'),
			begun
		]);
		expect(context).toMatchObject({ attempt: 2, checked: [] });
	});

	test('asks anew how sure the learner is, for what was wrong only', () => {
		const sures = [sure('pair', 'certain'), sure('year', 'guess')];
		const { context } = walk(sureness, [...sures, ...oneWrong, begun]);
		expect(context.certainties).toEqual({ pair: 'certain' });
	});

	test('keeps the earlier attempts as they ended, oldest first', () => {
		const { context } = walk(plain, [
			...allWrong,
			begun,
			chosen('pair', single('o0')),
			checked('pair'),
			checked('year'),
			begun
		]);
		expect(context.earlier.map(({ responses }) => responses)).toEqual([
			{ pair: single('o1'), year: truefalse(false) },
			{ pair: single('o0'), year: truefalse(false) }
		]);
		expect(context.attempt).toBe(3);
	});

	test('cannot begin while an item is open, nor when all is right', () => {
		expect(walk(plain, allWrong.slice(0, 2)).can(begun)).toBe(false);
		const right = [chosen('pair', single('o0')), checked('pair'), chosen('year', truefalse(true)), checked('year')];
		expect(walk(plain, right).can(begun)).toBe(false);
	});
});

describe('work of a lesson that has changed since', () => {
	const work: QuizWork = walk(plain, allWrong).context;
	const now: Item = { ...trueFalseItem(true), id: 'now' };

	test('is taken up again where an item is new, without losing an answer', () => {
		const machine = quizOf({ items: [pair, year, now], certainty: false });
		expect(seen(surveyOf(machine).begin({ work }))).toEqual({ value: 'answering', context: work });
	});

	test('leaves a stored place that is no longer true with the first event', () => {
		const machine = quizOf({ items: [pair, year, now], certainty: false });
		const stale = machine.resolveState({ value: 'reviewed', context: work });
		expect(surveyOf(machine).send(stale, checked('pair')).to.value).toBe('answering');
	});

	test('opens a checked item whose answer no longer fits it', () => {
		const machine = quizOf({ items: [{ ...trueFalseItem(true), id: 'pair' }, year], certainty: false });
		const snapshot = surveyOf(machine).begin({ work });
		expect(snapshot).toMatchObject({ value: 'answering', context: { checked: ['year'], responses: work.responses } });
		expect(snapshot.can(chosen('pair', truefalse(true)))).toBe(true);
	});

	test('counts an item that is gone as no longer checked, and keeps its answer', () => {
		expect(fitQuizWork([pair], work)).toEqual({ ...work, checked: ['pair'] });
	});
});

test('every state × event: refusing and restoring change nothing, and every transition is taken', () => {
	const legal = [
		...['o0', 'o1'].map((choice) => chosen('pair', single(choice))),
		...[true, false].map((answer) => chosen('year', truefalse(answer))),
		sure('pair', 'guess'),
		sure('pair', 'certain'),
		sure('year', 'guess'),
		checked('pair'),
		checked('year'),
		begun
	];
	const illegal = [
		...['gone', '__proto__', 'toString'].flatMap((id) => [chosen(id, single('o0')), sure(id, 'guess'), checked(id)]),
		chosen('pair', truefalse(true))
	];
	const states = reachable(sureness, legal, { input: {}, bounded: ({ context }) => context.attempt > 1 });
	expect(states.some(({ context }) => context.attempt > 1)).toBe(true);
	for (const state of states) {
		const restored = throughDisk(sureness, state, parseQuizWork);
		expect(seen(restored)).toEqual(seen(state));
		expect(seen(fromWork(sureness, state))).toEqual(seen(state));
		for (const event of legal) {
			const { to, moved } = survey.send(state, event);
			if (!moved) expect(seen(to)).toEqual(seen(state));
			expect(state.can(event)).toBe(moved);
			expect(seen(survey.send(restored, event).to)).toEqual(seen(to));
		}
		for (const event of illegal) expect(survey.send(state, event).moved).toBe(false);
	}
	// The one way that no events lead: a place stored before the lesson got another item.
	survey.send(sureness.resolveState({ value: 'reviewed', context: emptyQuizWork }), begun);
	// Transitions that only other policies take: tests/machines/quiz-policies.test.ts.
	const usual = (name: string) =>
		/answer|certainty\.chosen|attempt\.begun|always/.test(name) &&
		!/withheld|waiting|always #[02]$|handedIn/.test(name);
	expect(survey.missed().filter((name) => usual(name) && name.startsWith('never taken'))).toEqual([]);
});

/** A quiz of items of all kinds, and events on it of which many are not allowed. */
const quizzes = fc
	.record({ drawn: fc.array(anyDrawn, { minLength: 1, maxLength: 3 }), certainty: fc.boolean() })
	.chain(({ drawn, certainty }) => {
		const items = drawn.map(({ item }, index) => ({ ...item, id: `i${index}` }));
		const answers = drawn.flatMap(({ response, key }, index) => [
			chosen(`i${index}`, key),
			chosen(`i${index}`, response)
		]);
		const id = fc.constantFrom(...items.map((item) => item.id), 'gone');
		const events = fc.array(
			fc.oneof(
				{ weight: 4, arbitrary: fc.constantFrom(...answers) },
				{ weight: 3, arbitrary: fc.tuple(id, fc.constantFrom(...certainties)).map(([item, how]) => sure(item, how)) },
				{ weight: 4, arbitrary: id.map(checked) },
				{ weight: 1, arbitrary: fc.tuple(id, anyDrawn).map(([item, { response }]) => chosen(item, response)) },
				{ weight: 1, arbitrary: fc.constant(begun) }
			),
			{ maxLength: 30 }
		);
		return fc.record({ items: fc.constant(items), certainty: fc.constant(certainty), before: events, after: events });
	});

describe('with items of all kinds and any events', () => {
	test('closing and reopening at any point ends in the same state', () => {
		fc.assert(
			fc.property(quizzes, ({ items, certainty, before, after }) => {
				const machine = quizOf({ items, certainty });
				const there = walk(machine, before);
				const end = seen(walk(machine, after, there));
				expect(seen(walk(machine, after, throughDisk(machine, there, parseQuizWork)))).toEqual(end);
				expect(seen(walk(machine, after, fromWork(machine, there)))).toEqual(end);
			})
		);
	});

	test('it is reviewed exactly when it is done, and another attempt is open exactly when marks are missing', () => {
		fc.assert(
			fc.property(quizzes, ({ items, certainty, before }) => {
				const snapshot = walk(quizOf({ items, certainty }), before);
				const { done, overall } = attemptResult(items, snapshot.context, usualPolicy);
				const perfect = overall?.earned.n === overall?.possible.n && overall?.earned.d === overall?.possible.d;
				expect(snapshot.matches('reviewed')).toBe(done);
				expect(snapshot.can(begun)).toBe(done && !perfect);
			})
		);
	});

	test('a checked answer and its certainty stay as they are for as long as the attempt lasts', () => {
		fc.assert(
			fc.property(quizzes, ({ items, certainty, before }) => {
				const machine = quizOf({ items, certainty });
				const { begin, send } = surveyOf(machine);
				before.reduce((from, event) => {
					const { to } = send(from, event);
					if (to.context.attempt === from.context.attempt)
						for (const id of from.context.checked) {
							expect(to.context.checked).toContain(id);
							expect(to.context.responses[id]).toEqual(from.context.responses[id]);
							expect(to.context.certainties[id]).toEqual(from.context.certainties[id]);
						}
					return to;
				}, begin({}));
			})
		);
	});
});
