import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestAssignment } from '#lib/domain/argument/score/assignment.ts';

describe('the assignment', () => {
	test('has the greatest total there is', () => {
		const best = (worth: number[][], row = 0, used = 0): number => {
			if (row === worth.length) return 0;
			const skip = best(worth, row + 1, used);
			return worth[row]!.reduce(
				(most, value, column) =>
					used & (1 << column) ? most : Math.max(most, value + best(worth, row + 1, used | (1 << column))),
				skip
			);
		};
		const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
			fc.array(fc.array(fc.constantFrom(0, 0, 0.25, 0.5, 1), { minLength: columns, maxLength: columns }), {
				minLength: rows,
				maxLength: rows
			})
		);
		fc.assert(
			fc.property(matrix, (worth) => {
				const columns = bestAssignment(worth);
				const taken = columns.filter((column) => column >= 0);
				expect(new Set(taken).size).toBe(taken.length);
				expect(columns.reduce((sum, column, row) => sum + (worth[row]![column] ?? 0), 0)).toBe(best(worth));
			}),
			{ numRuns: 1000 }
		);
	});

	test('of nothing is nothing', () => {
		expect(bestAssignment([])).toEqual([]);
		expect(bestAssignment([[], []])).toEqual([-1, -1]);
		expect(bestAssignment([[0, 0]])).toEqual([-1]);
	});
});
