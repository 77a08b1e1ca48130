import papaparse from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralised, toCsv } from '#lib/domain/classroom/exchange/csv.ts';

describe('a CSV file', () => {
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('has no formula in %j', (text) => {
		expect(neutralised(text)).toBe(`'${text}`);
	});
	it.each(['Week 3', 'S-017', '李 = 伟', ''])('leaves %j alone', (text) => {
		expect(neutralised(text)).toBe(text);
	});
	it('has numbers as numbers, negative ones too, and nothing for nothing', () => {
		expect(toCsv([['a', -3, 0.5, null]])).toBe('\uFEFFa,-3,0.5,\r\n');
	});
	it('is read back as it was written', () => {
		const cell = fc.string().filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
				const read = papaparse.parse<string[]>(toCsv(rows).slice(1), { delimiter: ',', newline: '\r\n' });
				expect(read.data.slice(0, -1)).toEqual(rows);
			})
		);
	});
});
