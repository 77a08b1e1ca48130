import { describe, expect, it, test } from 'vitest';
import { hashOf, placeIn, type Place } from '#lib/state/assignment/place.ts';

const id = '0a1b2c3d4e5f';

describe('the fragment of the assignment page', () => {
	const places: [string, Place][] = [
		['#', { at: 'shelf' }],
		[`#${id}`, { at: 'overview', id }],
		[`#${id}/hand-in`, { at: 'hand-in', id }],
		[`#${id}/feedback`, { at: 'feedback', id }],
		[`#${id}/one-slogan/check`, { at: 'step', id, lesson: 'one-slogan', step: 'check', card: null }],
		[`#${id}/one-slogan/framings#card-w1`, { at: 'step', id, lesson: 'one-slogan', step: 'framings', card: 'w1' }]
	];
	test.each(places)('%s leads to a place, and the place back to it', (hash, place) => {
		expect(placeIn(hash)).toEqual(place);
		expect(hashOf(place as Exclude<Place, { at: 'link' }>)).toBe(hash);
	});

	test.each(['#1.AbC-_', '#2.later', `#1.${'x'.repeat(500)}`, `#${'A'.repeat(80)}`])(
		'%s is taken for a link, so that what is wrong with it is said',
		(hash) => {
			expect(placeIn(hash)).toEqual({ at: 'link', fragment: hash.slice(1) });
		}
	);

	test.each(['#main', '#item-q1', '#card-w1', '#note:claim:c1', `#${id}/one-slogan/nowhere`, `#${id}/a/check/b`])(
		'%s is an anchor of the page and no place',
		(hash) => {
			expect(placeIn(hash)).toBeNull();
		}
	);

	it('is empty when the address has none', () => {
		expect(placeIn('')).toEqual({ at: 'shelf' });
	});
});
