import { describe, expect, it } from 'vitest';
import { askToPersist, estimateSpace } from '#lib/storage/persistence.ts';

const says = (answer: boolean) => () => Promise.resolve(answer);
const fails = () => Promise.reject(new TypeError('no'));

describe('asking to persist', () => {
	it.each([
		['unsupported where there is no storage manager', undefined, 'unsupported'],
		['unsupported where it cannot be asked', { estimate: fails }, 'unsupported'],
		['persisted when it was before, without asking again', { persisted: says(true), persist: fails }, 'persisted'],
		['persisted when it is granted', { persisted: says(false), persist: says(true) }, 'persisted'],
		['refused when it is not', { persisted: says(false), persist: says(false) }, 'refused'],
		['refused when the browser fails', { persist: fails }, 'refused']
	])('is %s', async (_, storage, outcome) => {
		expect(await askToPersist(storage)).toBe(outcome);
	});
});

describe('the space estimate', () => {
	it('is in bytes', async () => {
		expect(await estimateSpace({ estimate: async () => ({ usage: 5, quota: 9 }) })).toEqual({ used: 5, allowed: 9 });
	});

	it.each([
		['no manager', undefined],
		['no answer', { estimate: async () => ({}) }],
		['a failure', { estimate: fails }]
	])('is null with %s', async (_, storage) => {
		expect(await estimateSpace(storage)).toBeNull();
	});
});
