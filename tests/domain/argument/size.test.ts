import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

/**
 * What a browser would get of these modules and all that they import, minified and compressed, in kB. Without
 * `libraries` what others wrote (d3-flextree, valibot) is left out.
 */
async function kB(entries: string[], { libraries = true } = {}): Promise<number> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			minify: true,
			target: 'es2024',
			rolldownOptions: {
				input: 'virtual:all',
				external: libraries ? [] : ['d3-flextree', 'valibot'],
				preserveEntrySignatures: 'strict',
				output: { codeSplitting: false }
			}
		},
		plugins: [
			{
				name: 'all',
				resolveId: (id) => (id === 'virtual:all' ? '\0all' : undefined),
				load: (id) =>
					id === '\0all'
						? entries.map((path, at) => `export * as part${at} from '/src/lib/domain/argument/${path}.ts';`).join('\n')
						: undefined
			}
		]
	});
	const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
	const code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
	expect(code.length).toBeGreaterThan(10_000);
	return gzipSync(code, { level: 9 }).length / 1000;
}

/** What the page of a map opens with, what it loads when it is asked for, and what takes maps out and in. */
const page = ['index', 'work'];
const lazy = ['standing', 'compare', 'drawing/layout', 'drawing/card-size'];
const exchange = ['exchange/index'];

test('the whole domain of argument maps, exchange included, is at most 20 kB compressed, and 23 with its libraries', async () => {
	expect(await kB([...page, ...lazy, ...exchange], { libraries: false })).toBeLessThanOrEqual(20);
	expect(await kB([...page, ...lazy, ...exchange])).toBeLessThanOrEqual(23);
});

test('a map is built, drawn, marked and weighed with at most 20 kB, libraries included', async () => {
	expect(await kB([...page, ...lazy])).toBeLessThanOrEqual(20);
});

test('what editing and marking alone need is at most 14.5 kB, and the exchange adds at most 3', async () => {
	const [first, all, whole] = [await kB(page), await kB([...page, ...lazy]), await kB([...page, ...lazy, ...exchange])];
	expect(first).toBeLessThanOrEqual(14.5);
	expect(whole - all).toBeLessThanOrEqual(3);
});
