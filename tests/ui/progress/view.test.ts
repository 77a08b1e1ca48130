import { render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { calibrationsOf, type SureAnswer } from '#lib/domain/learning/calibration.ts';
import { fraction } from '#lib/domain/fraction.ts';
import { headlineOf } from '#lib/domain/learning/perspective.ts';
import type { OutcomeNext } from '#lib/domain/learning/progress/outcomes.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import type { LessonReport, ProgressReport } from '#lib/state/progress-report.ts';
import ProgressView from '#lib/ui/progress/ProgressView.svelte';

const few = { code: 'few' as const, points: 0, count: 1 };
const outcome = (id: string, percent: number | null, next: OutcomeNext | null, change = {}) => ({
	id,
	text: `Outcome ${id}`,
	answered: 2,
	of: 4,
	untold: 0,
	percent,
	sureness: few,
	next,
	...change
});
const steps = (['framings', 'check', 'reverse', 'weigh'] satisfies StepId[]).map((id) => ({ id, done: true }));
const lesson = (id: string, change: Partial<LessonReport>): LessonReport => ({
	id,
	title: `Lesson ${id}`,
	outcomes: [],
	steps,
	done: 4,
	band: null,
	passed: false,
	sure: null,
	sides: { western: 80, chinese: 40 },
	sureness: few,
	next: { code: 'revisit', frame: 'chinese' },
	...change
});
const answers = (count: number): SureAnswer[] =>
	Array.from({ length: count }, () => ({ certainty: 'certain', options: 2, right: false, sides: ['chinese'] }));
const tally = (earned: number) => ({ earned: fraction(earned), possible: fraction(10) });
const report: ProgressReport = {
	begun: true,
	headline: headlineOf({ western: tally(8), chinese: tally(4) }),
	frames: [
		{ frame: 'western', percent: 80, earned: 8, possible: 10 },
		{ frame: 'chinese', percent: 40, earned: 4, possible: 10 }
	],
	modules: [
		{
			id: 'm',
			number: 1,
			title: 'Words',
			done: 1,
			frames: [],
			sureness: { code: 'over', points: 21, count: 12 },
			lessons: [
				lesson('one', {
					outcomes: [
						outcome('a', 50, { code: 'compare' }),
						outcome('b', 80, { code: 'review' }, { sureness: { code: 'fits', points: 2, count: 4 } }),
						outcome('c', 90, { code: 'retry', step: 'check' }),
						outcome('d', null, { code: 'answer', step: 'reverse' }, { answered: 0 }),
						outcome('e', 100, null),
						outcome('f', null, null, { untold: 2 })
					]
				}),
				lesson('two', { sides: { western: 80, chinese: 20 }, steps: steps.slice(1) })
			]
		}
	],
	calibrations: calibrationsOf(answers(5)),
	failed: false
};
const lineOf = (text: string) => screen.getByText(text).closest('li')!;
const wayIn = (line: HTMLElement) => within(line).queryByRole('link')?.getAttribute('href');

it('says of each outcome how sure the learner was of it, and leads to what would raise it', () => {
	render(ProgressView, { report, due: null });
	expect(lineOf('Outcome a').textContent).toMatch(
		/2 of 4 questions answered · too few answers to say how sure \(1 of 3\)/
	);
	expect(lineOf('Outcome b').textContent).toMatch(/as sure as right \(4 answers\)/);
	expect('abcdef'.split('').map((id) => wayIn(lineOf(`Outcome ${id}`)))).toEqual([
		'/learn/one/framings/',
		'/review/',
		'/learn/one/check/',
		'/learn/one/reverse/',
		undefined,
		undefined
	]);
	expect(screen.getByRole('link', { name: 'Compare both sides again', description: 'Outcome a' })).toBeTruthy();
});

it('says nothing of how sure the learner was where nothing is answered, or no mark is told', () => {
	render(ProgressView, { report, due: null });
	for (const id of ['d', 'f']) expect(lineOf(`Outcome ${id}`).textContent).not.toMatch(/too few answers/);
});

it('says of a module how sure the learner was, and leads to its weakest side', () => {
	render(ProgressView, { report, due: null });
	expect(screen.getByText(/How sure: surer than right by 21 points \(12 answers\)/)).toBeTruthy();
	// This lesson has no comparison: its own page then.
	const onwards = screen.getByRole('link', { name: 'Compare again: Chinese frame is below 60 · Lesson two' });
	expect(onwards.getAttribute('href')).toBe('/learn/two/');
});

it('says the same of each perspective, and leads to where the weaker one is to be raised', () => {
	render(ProgressView, { report, due: null });
	const part = within(screen.getByRole('region', { name: 'By perspective' }));
	expect(part.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
		'Western frame: too few answers to say how sure (0 of 3)',
		'Chinese frame: surer than right by 90 points (5 answers)'
	]);
	const raise = part.getByRole('link', { name: 'Raise Chinese frame: compare again · Lesson two' });
	expect(raise.getAttribute('href')).toBe('/learn/two/');
});
