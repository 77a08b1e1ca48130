import { describe, expect, test } from 'vitest';
import { fraction, toNumber } from '#lib/domain/fraction.ts';
import { scoreResponse } from '#lib/domain/quiz/index.ts';
import { degreeCredit } from '#lib/domain/quiz/divergence/score.ts';
import { degrees, type Degree } from '#lib/domain/quiz/model.ts';
import { divergenceItem } from './arbitraries.ts';

const answer = (...given: Degree[]) => ({
	kind: 'divergence' as const,
	answers: Object.fromEntries(given.map((degree, index) => [`o${index}`, degree]))
});

test('credit is whole for the same degree, half for its neighbour, none further off', () => {
	const table = degrees.map((key) => degrees.map((given) => toNumber(degreeCredit(key, given))));
	expect(table).toEqual([
		[1, 0.5, 0, 0],
		[0.5, 1, 0.5, 0],
		[0, 0.5, 1, 0.5],
		[0, 0, 0.5, 1]
	]);
});

describe('a sentence in which one of four parts differs', () => {
	const item = divergenceItem(['same', 'same', 'substantive', 'same']);

	test('earns nothing for calling all of it the same', () => {
		expect(scoreResponse(item, answer('same', 'same', 'same', 'same')).earned).toEqual(fraction(0));
	});

	test('is measured where the key or the learner sees a difference', () => {
		expect(scoreResponse(item, answer('same', 'same', 'degree', 'same')).earned).toEqual(fraction(1, 2));
		expect(scoreResponse(item, answer('minor', 'same', 'substantive', 'same')).earned).toEqual(fraction(3, 4));
		expect(scoreResponse(item, answer('substantive', 'degree', 'substantive', 'same')).earned).toEqual(fraction(1, 3));
	});
});

test('refuses to mark a sentence in which nothing differs', () => {
	expect(() => scoreResponse(divergenceItem(['same', 'same']), answer('same', 'same'))).toThrow(
		'expected a segment whose renderings differ'
	);
});
