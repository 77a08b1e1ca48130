import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** What a browser would get of these modules and all that they import, minified and compressed, in kB. */
async function kB(...entries: string[]): Promise<number> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			minify: true,
			target: 'es2024',
			rolldownOptions: {
				input: 'virtual:all',
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

const page = ['index', 'work'];
const lazy = ['standing', 'compare', 'drawing/layout', 'drawing/card-size'];

test('the domain of argument maps, libraries included, is at most 20 kB compressed', async () => {
	expect(await kB(...page, ...lazy)).toBeLessThanOrEqual(20);
});

test('what editing and marking alone need is at most 14 kB, and the exchange adds at most 3', async () => {
	const [first, all, exchange] = [
		await kB(...page),
		await kB(...page, ...lazy),
		await kB(...page, ...lazy, 'exchange/index')
	];
	expect(first).toBeLessThanOrEqual(14);
	expect(exchange - all).toBeLessThanOrEqual(3);
});
