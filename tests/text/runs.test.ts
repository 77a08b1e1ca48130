import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '#lib/ui/text/runs.ts';

const han = /\p{Script=Han}/u;
const mixed = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.constantFrom('网络', '强国', '，', '《', '》', ' ', 'cyber ', '5G', '“', '𠀀', '〇', 'é'))
		.map((parts) => parts.join(''))
);

describe('the runs of a text', () => {
	test.each([
		['', []],
		['cyber superpower', ['cyber superpower']],
		['网络强国', ['网络强国*']],
		['网络强国 (wangluo qiangguo)', ['网络强国*', ' (wangluo qiangguo)']],
		['the slogan 网络强国, and 网络大国', ['the slogan ', '网络强国*', ', and ', '网络大国*']],
		['见《网络安全法》，第一条。End', ['见《网络安全法》，第一条。*', 'End']],
		['5G网络', ['5G', '网络*']]
	])('%j has its Chinese apart', (text, expected) => {
		expect(runsOf(text).map((run) => run.text + (run.chinese ? '*' : ''))).toEqual(expected);
	});

	test('are the text when they are joined', () => {
		fc.assert(
			fc.property(mixed, (text) => {
				expect(
					runsOf(text)
						.map((run) => run.text)
						.join('')
				).toBe(text);
			})
		);
	});

	test('are Chinese from a Han character on, and have none of these elsewhere', () => {
		fc.assert(
			fc.property(mixed, (text) => {
				for (const run of runsOf(text))
					expect(run.chinese ? /^\p{Script=Han}/u.test(run.text) : !han.test(run.text)).toBe(true);
			})
		);
	});

	test('are never empty, and no two of one language stand side by side', () => {
		fc.assert(
			fc.property(mixed, (text) => {
				const runs = runsOf(text);
				expect(runs.filter((run) => run.text === '')).toEqual([]);
				expect(runs.filter((run, index) => run.chinese === runs[index + 1]?.chinese)).toEqual([]);
			})
		);
	});
});
