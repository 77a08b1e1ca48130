import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { straightApostrophesIn } from '#lib/domain/lesson/rules/straight-apostrophes.ts';

test.each(['src/messages/en.json', 'static/manifest.webmanifest'])(
	'the apostrophes of %s are ’, as in lessons',
	(file) => {
		const text = readFileSync(file, 'utf8');
		const around = straightApostrophesIn({ file, text }).map((at) => text.slice(Math.max(0, at - 20), at + 10));
		expect(around).toEqual([]);
	}
);
