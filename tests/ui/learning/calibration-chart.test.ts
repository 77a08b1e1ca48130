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

it('shows nothing where no answer can be judged', () => {
	const { container } = show([]);
	expect(container.textContent?.trim()).toBe('');
});

it('draws the curve from ten answers on, with the same figures in a table', () => {
	const { container } = show([...answers(10, 6), ...answers(3, 1, { certainty: 'guess', sides: ['chinese'] })]);
	expect(screen.getByRole('img', { name: /How sure you were/ })).toBeTruthy();
	expect(container.querySelectorAll('circle')).toHaveLength(1);
	expect(rowOf('certain')).toEqual(['10', '90', '60']);
	expect(rowOf('a guess')).toEqual(['3', '—', '—']);
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
