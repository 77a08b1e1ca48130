import { describe, expect, it } from 'vitest';
import { tellableItems } from '#lib/domain/learning/review/tellable.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { singleItem } from '../../quiz/arbitraries.ts';

const items: Item[] = ['right', 'wrong', 'open'].map((id) => ({ ...singleItem(2, 0), id }));
const chosen = (choice: string): Response => ({ kind: 'single', choice });
const half: QuizWork = {
	...emptyQuizWork,
	responses: { right: chosen('o0'), wrong: chosen('o1') },
	checked: ['right', 'wrong']
};
const ended: QuizWork = { ...half, ended: true };
const tried: QuizWork = { ...half, attempt: 2, checked: ['right'], earlier: [ended] };
const told = (said: Partial<QuizPolicy>, work: QuizWork, now = 0) => [
	...tellableItems(items, work, { ...usualPolicy, ...said }, now)
];
const all = ['right', 'wrong', 'open'];

describe('what may be told of a quiz', () => {
	it('is everything under the usual policy, whatever was done', () => {
		for (const work of [emptyQuizWork, half, ended, tried]) expect(told({}, work)).toEqual(all);
	});

	it.each<[string, Partial<QuizPolicy>, QuizWork, string[]]>([
		['nothing while marks are still to come', { feedback: 'after-attempt' }, half, []],
		['everything once they have come', { feedback: 'after-attempt' }, ended, all],
		['nothing where marks are never told', { feedback: 'never' }, ended, []],
		['what was right while another attempt is left', { attempts: 2 }, ended, ['right']],
		['not what is open again in the last attempt', { attempts: 2 }, tried, ['right']],
		['what is checked in it', { attempts: 2 }, { ...tried, checked: ['right', 'wrong'] }, ['right', 'wrong']],
		['everything after the only attempt', { attempts: 1 }, ended, all],
		[
			'what was right before the last attempt',
			{ attempts: 3, key: 'last-attempt' },
			{ ...ended, attempt: 2 },
			['right']
		],
		['everything after it', { attempts: 3, key: 'last-attempt' }, { ...ended, attempt: 3 }, all],
		['what was right where the key never shows', { attempts: 1, key: 'never' }, ended, ['right']],
		['what was right before the due date', { attempts: 1, key: 'after-due', due: 9 }, ended, ['right']]
	])('is %s', (_, said, work, expected) => {
		expect(told(said, work)).toEqual(expected);
	});

	it('after the due date is everything, once the attempt is over', () => {
		const said = { feedback: 'after-due', key: 'after-due', due: 9 } as const;
		expect(told(said, ended, 8)).toEqual([]);
		expect(told(said, ended, 9)).toEqual(all);
		expect(told(said, { ...ended, due: true }, 0)).toEqual(all);
		expect(told(said, half, 9)).toEqual([]);
	});
});
