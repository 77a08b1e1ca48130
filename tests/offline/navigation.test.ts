import { describe, expect, test } from 'vitest';
import { isUpdateCheckDue, needsNewDocument, updateInterval, type Standing } from '#lib/offline/navigation.ts';

const withinLesson: Standing = { mismatched: false, newer: false, kept: true, from: 'one', to: 'one' };

describe('the next page', () => {
	test.for<[string, Partial<Standing>, boolean]>([
		['is rendered here while there is one version', {}, false],
		['is rendered here between lessons of one version', { to: 'two', kept: false }, false],
		['is rendered here within a kept lesson although a newer version waits', { newer: true }, false],
		['is a new document when a newer version waits and the lesson is left', { newer: true, to: 'two' }, true],
		['is a new document when a newer version waits and the lesson is not kept', { newer: true, kept: false }, true],
		[
			'is a new document when a newer version waits outside of lessons',
			{ newer: true, from: undefined, to: undefined },
			true
		],
		['is a new document, always, when the worker is of another version', { mismatched: true }, true]
	])('%s', ([, changed, expected]) => {
		expect(needsNewDocument({ ...withinLesson, ...changed })).toBe(expected);
	});
});

describe('a look for a newer version', () => {
	test.for<[string, number | null, number, boolean]>([
		['is due at first', null, 0, true],
		['is not due again at once', 1000, 1001, false],
		['is not due before the interval is over', 1000, 999 + updateInterval, false],
		['is due when the interval is over', 1000, 1000 + updateInterval, true],
		['is due when the clock was set back', 1000, 999, true]
	])('%s', ([, last, now, expected]) => {
		expect(isUpdateCheckDue(last, now)).toBe(expected);
	});
});
