import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
	plainMessage,
	plainRuntime,
	plainTransport,
	transportFiles,
	withoutLinkScan
} from '../../src/cli/lean-client.ts';

const load = <T>(code: string): Promise<T> => import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<T>;

/** As Paraglide writes it. */
const message = (en: string, zh: string) => `/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';
/** @typedef {{ count: NonNullable<unknown> }} LeftInputs */
const en_left = /** @type {(inputs: LeftInputs) => LocalizedString} */ (i) => {
	return /** @type {LocalizedString} */ (${en})
};
const zh_left = /** @type {(inputs: LeftInputs) => LocalizedString} */ (i) => {
	return /** @type {LocalizedString} */ (${zh})
};
export const left = ((inputs, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "zh") return zh_left(inputs)
	return en_left(inputs)
});`;

interface Words {
	left: (inputs?: { count: number }, options?: { locale?: 'en' | 'zh' }) => string;
}
/** The lean module, in the language that the document has. */
const leanIn = (locale: 'en' | 'zh', code: string) =>
	load<Words>(
		(plainMessage('left', code) ?? '').replace(
			/^import .*\n/,
			`const isChinese = (options) => (options?.locale ?? '${locale}') === 'zh';\n`
		)
	);

test('a message says the same in each language, and in the one that is asked for', async () => {
	const code = message('`Still to do: ${i?.count}. A \\` and a \\\\`', '`还有 ${i?.count} 题`');
	const english = await leanIn('en', code);
	expect(english.left({ count: 3 })).toBe('Still to do: 3. A ` and a \\');
	expect(english.left({ count: 3 }, { locale: 'zh' })).toBe('还有 3 题');
	const chinese = await leanIn('zh', code);
	expect([chinese.left({ count: 2 }), chinese.left({ count: 2 }, { locale: 'en' })]).toEqual([
		'还有 2 题',
		'Still to do: 2. A ` and a \\'
	]);
	expect((await leanIn('en', code)).left()).toBe('Still to do: undefined. A ` and a \\');
});

test('a message of another form is left as it is', () => {
	expect(plainMessage('left', 'export const left = () => count === 1 ? `one` : `many`;')).toBeNull();
	expect(
		plainMessage('left', message('`one`', '`一`').replace('return /**', 'if (i.count === 1) return `a`\n\treturn /**'))
	).toBeNull();
});

test('the runtime gives the language that the hooks set', async () => {
	interface Runtime {
		getLocale: () => string;
		overwriteGetLocale: (get: () => string) => void;
		isChinese: (options?: { locale?: string }) => boolean;
	}
	const runtime = await load<Runtime>(plainRuntime);
	expect(runtime.getLocale()).toBe('en');
	runtime.overwriteGetLocale(() => 'zh');
	expect(runtime.getLocale()).toBe('zh');
	expect(runtime.isChinese()).toBe(true);
	expect(runtime.isChinese({ locale: 'en' })).toBe(false);
});

test('the state of a history entry comes back as it was, and what is left out says where', async () => {
	interface Transport {
		parse: (text: string) => unknown;
		stringify: (data: unknown) => string;
		uneval: () => string;
	}
	const transport = await load<Transport>(plainTransport);
	expect(transport.parse(transport.stringify({ a: [1, '卡', null] }))).toEqual({ a: [1, '卡', null] });
	expect(() => transport.uneval()).toThrow('uneval is left out of this build: see src/cli/lean-client.ts');
});

test('files that would need more than JSON are found, and this app has none', () => {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-routes-'));
	for (const path of [
		'routes/a/+page.server.ts',
		'routes/+layout.server.js',
		'lib/b.remote.ts',
		'routes/+page.ts',
		'routes/data/+server.ts'
	]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), '');
	}
	expect(transportFiles(folder)).toEqual(['lib/b.remote.ts', 'routes/+layout.server.js', 'routes/a/+page.server.ts']);
	expect(transportFiles('src')).toEqual([]);
});

test('the client of SvelteKit that is installed loses its look at every link, and keeps what is loaded on a tap', () => {
	const client = readFileSync('node_modules/@sveltejs/kit/src/runtime/client/client.js', 'utf8');
	const lean = withoutLinkScan(client) ?? '';
	expect(client).toContain("container.querySelectorAll('a')");
	expect(lean).not.toContain("container.querySelectorAll('a')");
	expect(lean).toContain("container.addEventListener('mousedown', tap)");
	expect(client.length - lean.length).toBeLessThan(1000);
	expect(readFileSync('src/app.html', 'utf8')).toContain('data-sveltekit-preload-data="tap"');
	expect(withoutLinkScan('function other() {}')).toBeNull();
});
