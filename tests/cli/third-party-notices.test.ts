import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageOf, readNotice, shipped } from '../../src/cli/third-party-notices.ts';

describe('the package of a module', () => {
	it.each([
		['/app/node_modules/idb/build/index.js', 'idb'],
		['/app/node_modules/@sveltejs/kit/src/runtime/client/client.js?v=1', '@sveltejs/kit'],
		['/app/node_modules/svelte/node_modules/clsx/dist/clsx.mjs', 'clsx'],
		['C:\\app\\node_modules\\xstate\\dist\\xstate.js', 'xstate'],
		['/app/src/messages/compiled/runtime.js', '@inlang/paraglide-js'],
		['\0vite/preload-helper.js', 'vite'],
		['\0rolldown/runtime.js', 'rolldown'],
		['/app/src/lib/storage/store.ts', null],
		['\0virtual:third-party-notices', null]
	])('of %s is %s', (id, expected) => {
		expect(packageOf(id)).toBe(expected);
	});
});

describe('the notice of a package', () => {
	let folder: string;
	const about = { name: 'some', version: '1.0.0', license: 'MIT' };
	beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'notice-'))));
	afterEach(() => rmSync(folder, { recursive: true }));

	it.each(shipped)('of %s names its licence and holds its text', (name) => {
		const notice = readNotice(join('node_modules', name));
		expect(notice).toMatchObject({ name, licence: expect.stringMatching(/^(MIT|ISC|BSD-3-Clause|WTFPL)$/) as string });
		expect(notice.text).toMatch(/copyright/i);
		expect(notice.text.length).toBeLessThan(3000);
	});

	it('is read under any usual file name, without what its tool bundles', () => {
		writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
		writeFileSync(join(folder, 'licence.md'), 'Mine\r\n\r\n# Licenses of bundled dependencies\r\nTheirs');
		expect(readNotice(folder)).toEqual({ name: 'some', version: '1.0.0', licence: 'MIT', text: 'Mine' });
	});

	it('is refused without a licence file, or without a licence', () => {
		writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
		expect(() => readNotice(folder)).toThrow(/no licence file/);
		writeFileSync(join(folder, 'LICENSE'), 'text');
		writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, license: undefined }));
		expect(() => readNotice(folder)).toThrow(/cannot be shipped/);
	});
});
