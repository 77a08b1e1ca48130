import { describe, expect, test } from 'vitest';
import { divide, fraction, sum, zero } from '#lib/domain/fraction.ts';
import { publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { multipleShare } from '#lib/domain/quiz/multiple/score.ts';
import { multipleItem } from './arbitraries.ts';

// Right: o0, o1, o2; wrong: o3, o4.
const item = multipleItem([true, true, true, false, false], 2);

const subsets = (names: readonly string[]): string[][] =>
	names.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]]);

test.each([
	[['o0', 'o1', 'o2'], fraction(2)],
	[['o0'], fraction(2, 3)],
	[['o0', 'o1', 'o3'], fraction(1, 3)],
	[['o0', 'o1', 'o2', 'o3', 'o4'], zero],
	[['o3'], zero]
])('%j earns 2 × (chosen right / 3 − chosen wrong / 2), not below 0', (choices, earned) => {
	expect(scoreResponse(item, { kind: 'multiple', choices }).earned).toEqual(earned);
});

test('an option ticked twice counts once', () => {
	expect(scoreResponse(item, { kind: 'multiple', choices: ['o0', 'o0', 'o0'] }).earned).toEqual(fraction(2, 3));
});

test('a right option that was left out is a wrong part', () => {
	expect(scoreResponse(item, { kind: 'multiple', choices: ['o0', 'o1', 'o3'] }).parts).toEqual([
		{ id: 'o0', right: true },
		{ id: 'o1', right: true },
		{ id: 'o2', right: false },
		{ id: 'o3', right: false },
		{ id: 'o4', right: true }
	]);
});

test('is not ready when nothing is chosen', () => {
	const response = { kind: 'multiple' as const, choices: [] };
	expect(validateResponse(publicItem(item), response)).toEqual({ ready: false, code: 'no-choice' });
});

test.each([[[true, true]], [[false, false]]])('refuses to mark an item whose options are all %j', (rights) => {
	const broken = multipleItem(rights);
	expect(() => scoreResponse(broken, { kind: 'multiple', choices: ['o0'] })).toThrow(
		'expected at least one right and one wrong option'
	);
});

describe('blind ticking', () => {
	test.each([
		[[true, false]],
		[[true, false, false, false]],
		[[true, true, true, false]],
		[[false, true, true, false, true]]
	])('earns 0 in the mean before the floor, for the key %j', (rights) => {
		const blind = multipleItem(rights);
		const plays = subsets(blind.options.map((option) => option.id));
		expect(plays).toHaveLength(2 ** rights.length);
		const shares = plays.map((choices) => multipleShare(blind, choices));
		expect(divide(sum(shares), fraction(plays.length))).toEqual(zero);
	});
});
