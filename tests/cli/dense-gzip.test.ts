import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { denseGzip } from '../../src/cli/dense-gzip.ts';

test('a script packed densely unpacks to the same bytes, and is smaller than what zlib makes', async () => {
	const bytes = readFileSync('src/messages/zh.json');
	const packed = await denseGzip(bytes);
	expect(gunzipSync(packed).equals(bytes)).toBe(true);
	expect(packed.length).toBeLessThan(gzipSync(bytes, { level: 9 }).length);
});
