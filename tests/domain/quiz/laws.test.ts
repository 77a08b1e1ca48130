import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fraction, zero } from '#lib/domain/fraction.ts';
import { feedbackFor, parseResponse, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import type { ItemKind, Response } from '#lib/domain/quiz/model.ts';
import { anyDrawn, drawn, rekeyed, turned } from './arbitraries.ts';

const kinds = Object.keys(drawn) as ItemKind[];

/** Ways in which a response can be unready, whatever its kind. */
function spoilt(response: Response): Response[] {
	switch (response.kind) {
		case 'single':
			return [
				{ ...response, choice: 'nowhere' },
				{ ...response, choice: '__proto__' }
			];
		case 'multiple':
			return [
				{ ...response, choices: [] },
				{ ...response, choices: [...response.choices, 'nowhere'] }
			];
		case 'truefalse':
			return [{ kind: 'single', choice: String(response.answer) }];
		case 'order':
			return [
				{ ...response, order: response.order.slice(1) },
				{ ...response, order: [...response.order, 'nowhere'] },
				{ ...response, order: [...response.order, ...response.order.slice(0, 1)] }
			];
		case 'match':
			return [
				{ ...response, pairs: Object.fromEntries(Object.entries(response.pairs).slice(1)) },
				{ ...response, pairs: { ...response.pairs, nowhere: null } },
				{ ...response, pairs: { ...response.pairs, o0: 'toString' } }
			];
		case 'whosaid':
		case 'matrix':
		case 'divergence':
		case 'classify-source': {
			const { answers } = response;
			const [first = ''] = Object.keys(answers);
			return [
				{ ...response, answers: Object.fromEntries(Object.entries(answers).slice(1)) },
				{ ...response, answers: { ...answers, nowhere: Object.values(answers)[0] ?? '' } },
				{ ...response, answers: { ...answers, [first]: 'nowhere' } },
				{ ...response, answers: { ...answers, [first]: 'toString' } }
			];
		}
		case 'gap':
			return [
				{ ...response, text: '' },
				{ ...response, text: ' \u3000' }
			];
		case 'number':
			return [
				{ ...response, text: '' },
				{ ...response, text: 'many' },
				{ ...response, text: `${response.text}.` }
			];
		case 'best-case':
			return [
				{ ...response, picks: response.picks.slice(1) },
				{ ...response, picks: [...response.picks.slice(1), ...response.picks.slice(1)] },
				{ ...response, picks: [...response.picks.slice(1), 'nowhere'] }
			];
	}
}

describe.each(kinds)('%s', (kind) => {
	const items = drawn[kind];

	test('earns between nothing and all of its points', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				const { earned, total } = scoreResponse(item, response);
				expect(total).toEqual(fraction(item.points));
				expect(compare(earned, zero)).toBeGreaterThanOrEqual(0);
				expect(compare(earned, total)).toBeLessThanOrEqual(0);
			})
		);
	});

	test('gives full marks to the key, with every part right', () => {
		fc.assert(
			fc.property(items, ({ item, key }) => {
				const { earned, total, parts } = scoreResponse(item, key);
				expect(earned).toEqual(total);
				expect(parts.length).toBeGreaterThan(0);
				expect(parts.every((part) => part.right)).toBe(true);
			})
		);
	});

	test('gives less than full marks as soon as one part is wrong', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				const { earned, total, parts } = scoreResponse(item, response);
				expect(compare(earned, total) < 0).toBe(parts.some((part) => !part.right));
			})
		);
	});

	test('is marked the same in whatever order the page shows it', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				expect(scoreResponse(turned(item), response).earned).toEqual(scoreResponse(item, response).earned);
			})
		);
	});

	test('looks the same whatever its key is', () => {
		fc.assert(
			fc.property(items, ({ item }) => {
				expect(publicItem(rekeyed(item))).toEqual(publicItem(item));
				expect(JSON.stringify(publicItem(item))).not.toContain('SECRET');
			})
		);
	});

	test('is as ready by its public form as by itself', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				expect(validateResponse(publicItem(item), response)).toEqual({ ready: true });
				expect(validateResponse(publicItem(item), undefined).ready).toBe(false);
			})
		);
	});

	test('never scores what is not ready', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				for (const bad of spoilt(response)) {
					expect(validateResponse(publicItem(item), bad).ready).toBe(false);
					expect(() => scoreResponse(item, bad)).toThrow(RangeError);
				}
			})
		);
	});

	test('calls a response of another kind wrong-kind and refuses to mark it', () => {
		fc.assert(
			fc.property(items, anyDrawn, ({ item }, { response }) => {
				fc.pre(response.kind !== item.kind);
				expect(validateResponse(publicItem(item), response)).toEqual({ ready: false, code: 'wrong-kind' });
				expect(() => scoreResponse(item, response)).toThrow('"item" cannot be scored: wrong-kind');
				expect(() => feedbackFor(item, response, { revealKey: true })).toThrow(RangeError);
			})
		);
	});

	test('keeps feedback on what was not chosen until the key is revealed', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				const shown = feedbackFor(item, response, { revealKey: false });
				const all = feedbackFor(item, response, { revealKey: true });
				expect(shown.length).toBeGreaterThan(0);
				const chosen = all.filter((entry) => entry.chosen);
				expect(shown).toEqual(chosen.map((entry) => expect.objectContaining({ id: entry.id, html: entry.html })));
				expect(all.every((entry) => entry.html.startsWith('SECRET'))).toBe(true);
			})
		);
	});

	test('keeps what would have been right until the key is revealed', () => {
		fc.assert(
			fc.property(items, ({ item, response }) => {
				for (const told of feedbackFor(item, response, { revealKey: false })) expect(told).not.toHaveProperty('key');
			})
		);
	});

	test('survives being stored and read again', () => {
		fc.assert(
			fc.property(items, ({ response }) => {
				expect(parseResponse(JSON.parse(JSON.stringify(response)))).toEqual(response);
			})
		);
	});
});

test('marking does not depend on the order in which options were ticked or cards picked', () => {
	fc.assert(
		fc.property(fc.oneof(drawn.multiple, drawn['best-case']), ({ item, response }) => {
			const back: Response =
				response.kind === 'multiple'
					? { kind: 'multiple', choices: response.choices.toReversed() }
					: { ...response, ...('picks' in response && { picks: response.picks.toReversed() }) };
			expect(scoreResponse(item, back)).toEqual(scoreResponse(item, response));
		})
	);
});
