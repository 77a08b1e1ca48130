import { expect, test } from 'vitest';
import { fraction, zero } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { whoSaidItem } from './arbitraries.ts';

// Two statements of one voice, one of another; the third column is a distractor.
const item = whoSaidItem(['west', 'china', 'nobody'], ['west', 'west', 'china'], 4);
const answer = (...given: string[]) => ({
	kind: 'whosaid' as const,
	answers: Object.fromEntries(given.map((column, index) => [`o${index}`, column]))
});

test('earns the mean share of each voice, less what guessing between two would give', () => {
	const { earned, parts } = scoreResponse(item, answer('west', 'china', 'china'));
	expect(earned).toEqual(fraction(2));
	expect(parts.map(({ right }) => right)).toEqual([true, false, true]);
});

test('all to one voice earns nothing', () => {
	expect(scoreResponse(item, answer('west', 'west', 'west')).earned).toEqual(zero);
});

test('says how many statements are still open', () => {
	expect(validateResponse(publicItem(item), answer('west'))).toEqual({
		ready: false,
		code: 'parts-missing',
		missing: 2
	});
});

test('names the right voice only with the key', () => {
	const response = answer('china', 'west', 'china');
	expect(feedbackFor(item, response, { revealKey: true })[0]).toEqual({
		id: 'o0',
		right: false,
		chosen: true,
		html: 'SECRET 0',
		key: 'west'
	});
});
