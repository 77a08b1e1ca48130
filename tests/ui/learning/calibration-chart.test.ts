import { render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { calibrationsOf, type SureAnswer } from '#lib/domain/learning/calibration.ts';
import CalibrationChart from '#lib/ui/learning/CalibrationChart.svelte';

const answers = (count: number, rights: number, of: Partial<SureAnswer> = {}): SureAnswer[] =>
	Array.from({ length: count }, (_, index) => ({
		certainty: 'certain',
		options: 4,
		right: index < rights,
		sides: ['western'],
		...of
	}));
const show = (given: SureAnswer[]) => render(CalibrationChart, { calibrations: calibrationsOf(given) });
const rowOf = (name: string) =>
	within(screen.getByRole('rowheader', { name }).closest('tr')!)
		.getAllByRole('cell')
		.map(({ textContent }) => textContent);
const points = (picture: HTMLElement) => [...picture.querySelectorAll('path')];
const figuresOf = (body: HTMLElement) =>
	within(body)
		.getAllByRole('row')
		.map((row) => [...row.querySelectorAll('th[scope=row], td')].map(({ textContent }) => textContent))
		.filter((row) => row.length > 0);

it('shows nothing where no answer can be judged', () => {
	const { container } = show([]);
	expect(container.textContent?.trim()).toBe('');
});

it('draws the curve from ten answers on, with the same figures in a table', () => {
	show([...answers(10, 6), ...answers(3, 1, { certainty: 'guess', sides: ['chinese'] })]);
	expect(points(screen.getByRole('img', { name: /How sure you were.*: All answers$/ }))).toHaveLength(1);
	const whole = screen.getAllByRole('rowheader', { name: 'All answers' })[0]!.closest('tbody')!;
	expect(figuresOf(whole)).toEqual([
		['a guess', '3', '—', '—'],
		['fairly sure', '0', '—', '—'],
		['certain', '10', '90', '60']
	]);
});

it('draws each view beside the whole, with its own sign and line, and its own figures in the table', () => {
	show([
		...answers(10, 6),
		...answers(10, 9, { certainty: 'fairly-sure', sides: ['western', 'chinese'] }),
		...answers(10, 2, { sides: ['chinese'] })
	]);
	const described = { description: /On the dashed line the two agree/ };
	const pictures = screen.getAllByRole('img', described);
	expect(pictures.map((one) => one.querySelector('title')?.textContent.split(': ')[1])).toEqual([
		'All answers',
		'Western frame',
		'Chinese frame'
	]);
	const signs = pictures.map((one) => points(one)[0]?.getAttribute('d'));
	expect(new Set(signs).size).toBe(3);
	expect(pictures.map((one) => one.querySelectorAll('polyline').length)).toEqual([1, 1, 2]);
	const chinese = screen.getAllByRole('rowheader', { name: 'Chinese frame' })[0]!.closest('tbody')!;
	expect(figuresOf(chinese)).toEqual([
		['a guess', '0', '—', '—'],
		['fairly sure', '10', '73', '90'],
		['certain', '10', '90', '20']
	]);
});

it('says of a view with too few answers that it has no curve yet, and how many there are', () => {
	show([...answers(10, 6), ...answers(3, 1, { sides: ['third-party'] })]);
	expect(screen.getAllByRole('img')).toHaveLength(2);
	const told = screen
		.getAllByText(/Too few answers for a curve of its own/)
		.map((one) => one.parentElement?.textContent);
	expect(told).toEqual([
		expect.stringMatching(/^Chinese frame.*: 0 so far\./s),
		expect.stringMatching(/^Third party.*: 3 so far\./s)
	]);
});

it('says in words what a curve would say, where there are too few answers for one', () => {
	const { container } = show(answers(4, 2));
	expect(container.querySelector('svg')).toBeNull();
	expect(screen.getByText(/surer than you were right, by 40 points/)).toBeTruthy();
	expect(screen.getByText(/at least 10 answers/)).toBeTruthy();
});

it('has a row for all answers and for each view, with a sign', () => {
	show([...answers(1, 0), ...answers(1, 1, { certainty: 'guess', sides: ['chinese'] })]);
	expect(rowOf('All answers')[0]).toBe('2');
	expect(rowOf('Western frame').slice(0, 2)).toEqual(['1', '+90']);
	expect(rowOf('Chinese frame').slice(0, 2)).toEqual(['1', '−75']);
});
