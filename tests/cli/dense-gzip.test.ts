import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { denseGzip, DensePacker } from '../../src/cli/dense-gzip.ts';

const script = readFileSync('src/messages/zh.json');

test('a script packed densely unpacks to the same bytes, and is smaller than what zlib makes', async () => {
	const packed = await denseGzip(script);
	expect(gunzipSync(packed).equals(script)).toBe(true);
	expect(packed.length).toBeLessThan(gzipSync(script, { level: 9 }).length);
});

describe('scripts packed in threads of their own', () => {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-gzip-'));
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const all = [4_000, 2_000].map((length) => script.subarray(0, length));

	test('come out as they would one after the other', async () => {
		const packer = new DensePacker(folder);
		const packed = await Promise.all([...all, ...all].map((bytes) => packer.pack(bytes)));
		for (const [at, bytes] of [...all, ...all].entries())
			expect(Buffer.from(packed[at]!).equals(Buffer.from(await denseGzip(bytes)))).toBe(true);
	});

	test('are kept for the next build as long as each build asks for them', async () => {
		const [bytes, other] = all as [Buffer, Buffer];
		const first = new DensePacker(folder);
		await Promise.all([first.pack(bytes), first.pack(other)]);
		const second = new DensePacker(folder);
		const before = readdirSync(folder);
		await second.pack(bytes);
		second.prune();
		const [kept = ''] = readdirSync(folder);
		expect([before.length, readdirSync(folder).length]).toEqual([2, 1]);
		writeFileSync(join(folder, kept), 'as it was kept');
		expect(Buffer.from(await new DensePacker(folder).pack(bytes)).toString()).toBe('as it was kept');
	});
});
