import { expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { classifyItem } from './arbitraries.ts';

const item = classifyItem(['o0', 'o1', 'o2', null], 3);
const answer = (genre: string, mandate: string, audience: string, stance: string) => ({
	kind: 'classify-source' as const,
	answers: { genre, mandate, audience, stance }
});

test('earns the share of right fields', () => {
	expect(scoreResponse(item, answer('o0', 'o0', 'o2', 'o0')).earned).toEqual(fraction(2));
});

test('the predicted stance is neither a part nor a point', () => {
	for (const stance of ['o0', 'o1', 'o2']) {
		const { earned, total, parts } = scoreResponse(item, answer('o0', 'o1', 'o2', stance));
		expect(earned).toEqual(total);
		expect(parts.map(({ id }) => id)).toEqual(['genre', 'mandate', 'audience']);
	}
});

test('the prediction is asked for all the same', () => {
	const { stance: _, ...answers } = answer('o0', 'o1', 'o2', 'o0').answers;
	expect(validateResponse(publicItem(item), { kind: 'classify-source', answers })).toEqual({
		ready: false,
		code: 'parts-missing',
		missing: 1
	});
});

test('the stance is told what is said of it, and has no right option', () => {
	const told = feedbackFor(item, answer('o0', 'o1', 'o2', 'o1'), { revealKey: true });
	expect(told.at(-1)).toEqual({ id: 'stance', right: true, chosen: true, html: 'SECRET 3' });
});
