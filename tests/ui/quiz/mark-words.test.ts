import { afterEach, expect, test } from 'vitest';
import { scoreResponse } from '#lib/domain/quiz/index.ts';
import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { markWords } from '#lib/ui/quiz/mark-words.ts';
import { overwriteGetLocale } from '../../../src/messages/compiled/runtime.js';
import { classifyItem, divergenceItem, matchItem, matrixItem } from '../../domain/quiz/arbitraries.ts';
import { multipleItem, orderItem, whoSaidItem } from '../../domain/quiz/arbitraries.ts';

const inBoth = (item: Item, response: Response) =>
	(['en', 'zh'] as const).map((locale) => {
		overwriteGetLocale(() => locale);
		return markWords(item, scoreResponse(item, response));
	});
afterEach(() => overwriteGetLocale(() => 'en'));

const said = (...columns: string[]) => Object.fromEntries(columns.map((column, index) => [`o${index}`, column]));
const guessed = /when what guessing would give is taken off$/;

test.each<[string, Item, Response, string]>([
	[
		'statements given to their sources',
		whoSaidItem(['a', 'b'], ['a', 'a', 'b', 'b']),
		{ kind: 'whosaid', answers: said('a', 'a', 'b', 'a') },
		'3 of 4 right: 50 of 100'
	],
	[
		'a matrix filled with one stance',
		matrixItem([['asserts', 'silent']]),
		{ kind: 'matrix', answers: { [cellId('o0', 's0')]: 'silent', [cellId('o0', 's1')]: 'silent' } },
		'1 of 2 right: 0 of 100'
	],
	[
		'several choices',
		multipleItem([true, true, false]),
		{ kind: 'multiple', choices: ['o0'] },
		'2 of 3 right: 50 of 100'
	],
	[
		'all choices at once',
		multipleItem([true, true, false]),
		{ kind: 'multiple', choices: ['o0', 'o1', 'o2'] },
		'2 of 3 right: 0 of 100'
	],
	[
		'an order',
		orderItem([1, 2, 3]),
		{ kind: 'order', order: ['o1', 'o0', 'o2'] },
		'Pairs in the right order: 33 of 100'
	]
])('the mark of %s says that what guessing would give is taken off, in both languages', (_, item, response, start) => {
	const [english, chinese] = inBoth(item, response);
	expect(english).toMatch(guessed);
	expect(english).toContain(start);
	expect(chinese).toContain('扣除猜测所得');
});

test.each<[string, Item, Response, string, string]>([
	[
		'pairs',
		matchItem(['a', 'b'], ['a', 'b']),
		{ kind: 'match', pairs: { o0: 'a', o1: null } },
		'1 of 2 right',
		'2 项中对了 1 项'
	],
	[
		'the fields of a source',
		classifyItem(['o0', 'o1']),
		{ kind: 'classify-source', answers: { genre: 'o0', mandate: 'o0' } },
		'1 of 2 right',
		'2 项中对了 1 项'
	],
	[
		'renderings',
		divergenceItem(['minor', 'minor']),
		{ kind: 'divergence', answers: { o0: 'minor', o1: 'same' } },
		'Partly right: 75 of 100',
		'部分正确：100 分中得 75 分'
	]
])(
	'the mark of %s, from which nothing is taken off, says nothing of guessing',
	(_, item, response, english, chinese) => {
		expect(inBoth(item, response)).toEqual([english, chinese]);
	}
);
