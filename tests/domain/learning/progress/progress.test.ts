import { describe, expect, it } from 'vitest';
import { divide, fraction, toPercent } from '#lib/domain/fraction.ts';
import { frames } from '#lib/domain/frame.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { calibrationOf, type SureAnswer } from '#lib/domain/learning/calibration.ts';
import { frameProgress, lessonProgress } from '#lib/domain/learning/progress/lesson-progress.ts';
import type { Next, Results } from '#lib/domain/learning/progress/lesson-progress.ts';
import { nextAmong, weakestOn } from '#lib/domain/learning/progress/next-among.ts';
import { outcomeProgress, sureAnswersOf } from '#lib/domain/learning/progress/outcomes.ts';
import { surenessOf } from '#lib/domain/learning/progress/sureness.ts';
import { regrade } from '#lib/domain/learning/results.ts';
import type { Html, StepId } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';

const tally = (earned: number, possible: number) => ({ earned: fraction(earned, 2), possible: fraction(possible) });
const steps: StepId[] = ['orient', 'check', 'weigh'];
const read: StepResult = { done: true, frames: {} };
const check = (western: number, chinese: number): StepResult => ({
	done: true,
	frames: { western: tally(western, 4), chinese: tally(chinese, 4) },
	overall: tally(western + chinese, 8),
	certainty: tally(-2, 24)
});
const map = (band: 'sound' | 'developing'): StepResult => ({ done: true, frames: {}, map: { total: 0.7, band } });

describe('a lesson’s progress', () => {
	it('is nothing before it was begun', () => {
		expect(lessonProgress(steps, {}, null)).toEqual({
			steps: steps.map((id) => ({ id, done: false })),
			done: 0,
			sides: { western: null, chinese: null },
			band: null,
			passed: false,
			sure: null,
			next: { code: 'begin' }
		});
	});

	it('has both sides, the map, and the quiz mark beside the one weighed by certainty', () => {
		expect(lessonProgress(steps, { orient: read, check: check(7, 5), weigh: map('sound') }, 'weigh')).toMatchObject({
			done: 3,
			sides: { western: 88, chinese: 63 },
			band: 'sound',
			passed: true,
			sure: { plain: 75, certainty: -4 }
		});
	});

	it.each<[string, Results, StepId | null, object]>([
		['on to the open step at which the learner was', { orient: read }, 'weigh', { code: 'continue', step: 'weigh' }],
		['on to the first open step', { orient: read }, 'orient', { code: 'continue', step: 'check' }],
		[
			'back for the weaker side when all is done',
			{ orient: read, check: check(8, 4), weigh: map('sound') },
			'weigh',
			{ code: 'revisit', frame: 'chinese' }
		],
		[
			'back to a map that is not sound',
			{ orient: read, check: check(8, 8), weigh: map('developing') },
			'weigh',
			{ code: 'map' }
		],
		['nowhere when it is passed', { orient: read, check: check(8, 8), weigh: map('sound') }, 'weigh', { code: 'done' }]
	])('leads %s', (_, results, current, next) => {
		expect(lessonProgress(steps, results, current).next).toEqual(next);
	});
});

it('the perspectives are added up over lessons; one that was not tested is absent', () => {
	const all = [{ check: check(8, 4) }, { check: check(4, 4) }];
	expect(frameProgress(all, frames)).toEqual([
		{ frame: 'western', percent: 75, earned: 6, possible: 8 },
		{ frame: 'chinese', percent: 50, earned: 4, possible: 8 }
	]);
});

describe('how sure', () => {
	const certain = (count: number, rights: number): SureAnswer[] =>
		Array.from({ length: count }, (_, index) => ({
			certainty: 'certain',
			options: 4,
			right: index < rights,
			sides: []
		}));

	it.each<[string, number, number, object]>([
		['is not said of too few answers', 2, 0, { code: 'few', points: 0, count: 2 }],
		['is said from three on', 3, 1, { code: 'over', points: 57, count: 3 }],
		['fits where the gap is below five points', 10, 9, { code: 'fits', points: 0, count: 10 }],
		[
			'is less than right where the learner knew more than they thought',
			10,
			10,
			{ code: 'under', points: 10, count: 10 }
		]
	])('%s', (_, count, rights, expected) => {
		expect(surenessOf(calibrationOf(certain(count, rights)))).toEqual(expected);
	});

	it('is not said without an answer', () => {
		expect(surenessOf(null)).toEqual({ code: 'few', points: 0, count: 0 });
	});
});

describe('a module leads', () => {
	const at = (id: string, next: Next, western = 50, chinese = 50) => ({ id, next, sides: { western, chinese } });
	const begin = at('new', { code: 'begin' });
	const open = at('open', { code: 'continue', step: 'check' });
	const weak = at('weak', { code: 'revisit', frame: 'chinese' }, 90, 40);
	const weaker = at('weaker', { code: 'revisit', frame: 'western' }, 30, 90);
	const map = at('map', { code: 'map' }, 100, 80);
	const done = at('done', { code: 'done' }, 90, 100);

	it.each([
		['to what was begun', [begin, weak, open], 'open'],
		['to the weakest side of what is finished', [begin, map, weak, weaker], 'weaker'],
		['to a map that is not sound', [begin, done, map], 'map'],
		['to what was not begun', [done, begin], 'new'],
		['nowhere when all is done', [done], undefined]
	])('%s', (_, lessons, id) => {
		expect(nextAmong(lessons)?.id).toBe(id);
	});

	it('to the lesson in which a side is known least', () => {
		expect(weakestOn([map, weak, weaker, done], 'chinese')?.id).toBe('weak');
		expect(weakestOn([map, done], 'western')?.id).toBe('done');
		expect(weakestOn([done, { ...begin, sides: { western: null, chinese: null } }], 'chinese')).toBeNull();
	});
});

describe('an outcome', () => {
	const html = (text: string) => text as Html;
	const item = (id: string, outcomes: string[], points = 1): Item => ({
		id,
		kind: 'truefalse',
		prompt: html(''),
		sides: ['shared'],
		claims: [],
		outcomes,
		points,
		answer: true,
		feedback: { true: html(''), false: html('') }
	});
	const said = (answer: boolean) => ({ kind: 'truefalse' as const, answer });
	const quiz = {
		step: 'check' as const,
		items: [item('q1', ['a', 'b']), item('q2', ['a'], 3), item('q3', ['b'])],
		work: {
			...emptyQuizWork,
			responses: { q1: said(true), q2: said(false), q3: said(true) },
			certainties: { q1: 'certain' as const },
			checked: ['q1', 'q2']
		},
		policy: usualPolicy
	};
	const outcomes = [
		{ id: 'a', text: 'A' },
		{ id: 'b', text: 'B' },
		{ id: 'c', text: 'C' }
	];

	it('is reached as far as the answered items that test it earned their points', () => {
		expect(
			outcomeProgress(outcomes, [quiz, { ...quiz, step: 'reverse', items: [item('r1', ['c'])], work: null }], 0)
		).toEqual([
			{
				id: 'a',
				text: 'A',
				answered: 2,
				of: 2,
				untold: 0,
				percent: 25,
				sureness: { code: 'few', points: 0, count: 1 },
				next: { code: 'compare' }
			},
			{
				id: 'b',
				text: 'B',
				answered: 1,
				of: 2,
				untold: 0,
				percent: 100,
				sureness: { code: 'few', points: 0, count: 1 },
				next: { code: 'answer', step: 'check' }
			},
			{
				id: 'c',
				text: 'C',
				answered: 0,
				of: 1,
				untold: 0,
				percent: null,
				sureness: { code: 'few', points: 0, count: 0 },
				next: { code: 'answer', step: 'reverse' }
			}
		]);
	});

	describe('that all questions test', () => {
		const items = ['q1', 'q2', 'q3'].map((id) => ({ ...item(id, ['a']), bank: 'all' }));
		const over: QuizWork = {
			...emptyQuizWork,
			responses: { q1: said(true), q2: said(false), q3: said(true) },
			checked: ['q1', 'q2', 'q3'],
			hints: { q1: 1 }
		};
		const again: QuizWork = { ...over, attempt: 2, checked: ['q1'], earlier: [over] };
		const outcome = (work: QuizWork, policy: QuizPolicy) =>
			outcomeProgress([{ id: 'a', text: 'A' }], [{ step: 'check', items, work, policy }], 0)[0];

		it.each<[string, QuizWork, Partial<QuizPolicy>, number]>([
			['less the price of the hints', over, {}, 58],
			['as the attempt stands that is over, while another is under way', again, {}, 58],
			['of what was drawn alone', { ...over, drawn: ['q2', 'q3'] }, { draw: { all: 2 } }, 50],
			['with what was not answered', { ...over, checked: ['q3'], ended: true }, {}, 33]
		])('is reached as the quiz was %s', (_, work, change, percent) => {
			const policy = { ...usualPolicy, ...change };
			expect(outcome(work, policy)?.percent).toBe(percent);
			const { earned, possible } = regrade(items, work, policy).overall!;
			expect(toPercent(divide(earned, possible))).toBe(percent);
		});

		it.each<[string, Partial<QuizPolicy>]>([
			['never', { feedback: 'never' }],
			['not before the due date', { feedback: 'after-due', due: 9 }]
		])('shows no mark where marks are told %s', (_, change) => {
			expect(outcome(over, { ...usualPolicy, ...change })).toMatchObject({ answered: 3, untold: 3, percent: null });
			expect(outcome({ ...over, due: true }, { ...usualPolicy, ...change })?.untold).toBe('due' in change ? 0 : 3);
		});

		it('says how sure the learner was of them, and nothing of it while marks are not told', () => {
			const certainties = { q1: 'certain', q2: 'certain', q3: 'certain' } as const;
			const sure = { ...over, certainties };
			// Two of three right, at .90 each.
			expect(outcome(sure, usualPolicy)?.sureness).toEqual({ code: 'over', points: 23, count: 3 });
			expect(outcome(sure, { ...usualPolicy, feedback: 'never' })?.sureness).toMatchObject({ code: 'few', count: 0 });
			expect(sureAnswersOf({ items, work: sure, policy: { ...usualPolicy, feedback: 'never' } })).toEqual([]);
		});

		it.each<[string, QuizWork, Partial<QuizPolicy>, object | null]>([
			['the questions that are open', { ...over, checked: ['q1'] }, {}, { code: 'answer', step: 'check' }],
			['the comparison where it is below the pass mark', over, {}, { code: 'compare' }],
			['Review where what was missed comes back', { ...over, hints: {} }, {}, { code: 'review' }],
			[
				'another try where its key is not told',
				{ ...over, hints: {} },
				{ key: 'last-attempt', attempts: 3 },
				{ code: 'retry', step: 'check' }
			],
			['nowhere when no try is left', { ...over, hints: {} }, { key: 'after-due', attempts: 1 }, null],
			['nowhere when all is right', { ...over, responses: { ...over.responses, q2: said(true) } }, {}, null],
			['nowhere while marks are not told', over, { feedback: 'never' }, null]
		])('leads to %s', (_, work, change, next) => {
			expect(outcome(work, { ...usualPolicy, ...change })?.next).toEqual(next);
		});
	});

	it('leads back to Reverse for what was missed there, which never becomes a card', () => {
		const items = ['q1', 'q2', 'q3'].map((id) => item(id, ['a']));
		const work = { ...quiz.work, checked: ['q1', 'q2', 'q3'] };
		const [missed] = outcomeProgress([{ id: 'a', text: 'A' }], [{ ...quiz, step: 'reverse', items, work }], 0);
		expect(missed).toMatchObject({ percent: 67, next: { code: 'retry', step: 'reverse' } });
	});

	it('leaves calibration the marked answers that say how sure the learner was', () => {
		expect(sureAnswersOf(quiz)).toEqual([{ certainty: 'certain', options: 2, right: true, sides: ['shared'] }]);
	});
});
