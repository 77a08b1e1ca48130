import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explain, rules, surveyed } from './architecture/rules.ts';
import { readTree, type Tree } from './architecture/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const house = surveyed(readTree(root, ['src', 'lessons', 'tests', 'README.md']));

describe('the house', () => {
	test('was read', () => {
		expect(house.code.length).toBeGreaterThan(50);
		expect(new Set(house.code.map(({ room }) => room))).toContain('machines');
		expect(house.code.flatMap(({ source }) => source.imports).length).toBeGreaterThan(house.code.length);
	});

	test.each(rules)('$title', (rule) => {
		const offences = rule.offences(house);
		expect(offences, explain(rule, offences)).toEqual([]);
	});
});

// The rules themselves: each small house breaks one of them, at the place that is given, and no other.
const word = ['se', 'ed'].join('');
const quiz = 'src/lib/domain/quiz/score.ts';
const broken: [rule: string, name: string, offence: string, tree: Tree][] = [
	[
		'imports follow',
		'domain that imports a machine',
		`${quiz}:2 domain imports from machines`,
		{ [quiz]: "\nimport { x } from '#lib/machines/x.ts';" }
	],
	[
		'imports follow',
		'domain that imports the type of a state',
		`${quiz}:1 domain imports a type from state`,
		{ [quiz]: "import type { X } from '../../state/x.svelte.ts';" }
	],
	[
		'imports follow',
		'domain that imports messages',
		`${quiz}:1 domain imports from messages`,
		{ [quiz]: "import * as m from '../../../messages/compiled/messages.js';" }
	],
	[
		'imports follow',
		'machines that import messages by their alias',
		'src/lib/machines/a.ts:1 machines imports from messages',
		{ 'src/lib/machines/a.ts': "import * as m from '#messages';" }
	],
	[
		'imports follow',
		'a machine that loads storage later',
		'src/lib/machines/a.ts:2 machines imports from storage',
		{ 'src/lib/machines/a.ts': "export const load = () =>\n\timport('#lib/storage/a.ts');" }
	],
	[
		'imports follow',
		'storage that imports content',
		'src/lib/storage/a.ts:1 storage imports from content',
		{ 'src/lib/storage/a.ts': "export { x } from '#lib/content/x.ts';" }
	],
	[
		'imports follow',
		'a component that imports storage',
		'src/lib/ui/app/Bar.svelte:3 ui imports from storage',
		{
			'src/lib/ui/app/Bar.svelte':
				'<p>Words</p>\n<script lang="ts">\n\timport { x } from \'#lib/storage/x.ts\';\n</script>'
		}
	],
	[
		'imports follow',
		'a component that imports a type among values',
		'src/lib/ui/app/Bar.svelte:1 ui imports from content',
		{ 'src/lib/ui/app/Bar.svelte': "<script>import { type X } from '#lib/content/x.ts';</script>" }
	],
	[
		'imports follow',
		'a component whose markup loads storage',
		'src/lib/ui/app/Bar.svelte:2 ui imports from storage',
		{
			'src/lib/ui/app/Bar.svelte': "<script></script>\n<button onclick={() => import('#lib/storage/x.ts')}>Go</button>"
		}
	],
	[
		'imports follow',
		'state that imports a component',
		'src/lib/state/a.svelte.ts:1 state imports from ui',
		{ 'src/lib/state/a.svelte.ts': "import Bar from '#lib/ui/app/Bar.svelte';" }
	],
	[
		'imports follow',
		'a type that is imported in place',
		`${quiz}:1 domain imports a type from storage`,
		{ [quiz]: "export type X = import('#lib/storage/x.ts').X[];" }
	],
	[
		'imports follow',
		'a route that imports a test',
		'src/routes/+page.ts:1 routes imports from outside of src/',
		{ 'src/routes/+page.ts': "import { x } from '../../tests/x.ts';" }
	],
	[
		'imports follow',
		'the worker that imports state',
		'src/service-worker/index.ts:1 worker imports from state',
		{ 'src/service-worker/index.ts': "import { x } from '../lib/state/x.ts';" }
	],
	['every file of code', 'a module beside the rooms', 'src/lib/utils.ts', { 'src/lib/utils.ts': '' }],
	[
		'domain and machines import no',
		'domain with Svelte',
		`${quiz}:1 domain imports from svelte/store`,
		{ [quiz]: "import { get } from 'svelte/store';" }
	],
	[
		'domain and machines import no',
		'domain with a type of SvelteKit',
		`${quiz}:1 domain imports a type from $app/types`,
		{ [quiz]: "import type { X } from '$app/types';" }
	],
	[
		'domain and machines import no',
		'a machine with Node',
		'src/lib/machines/a.ts:1 machines imports from node:fs',
		{ 'src/lib/machines/a.ts': "import fs from 'node:fs';" }
	],
	[
		'domain and machines import no',
		'domain with a library for browsers',
		`${quiz}:1 domain imports from @scope/widgets/x`,
		{ [quiz]: "import '@scope/widgets/x';" }
	],
	...['Date.now()', 'new Date()', 'Date()', 'Math.random()'].map((use): (typeof broken)[number] => [
		'domain and machines know',
		`domain with ${use}`,
		`${quiz}:1 domain uses ${use.replace(/^(\w+\.\w+)\(\)$/, '$1')}`,
		{ [quiz]: `export const x = ${use};` }
	]),
	...['document', 'window', 'localStorage', 'indexedDB', 'globalThis'].map((name): (typeof broken)[number] => [
		'domain and machines know',
		`a machine with ${name}`,
		`src/lib/machines/a.ts:1 machines uses ${name}.x`,
		{ 'src/lib/machines/a.ts': `export const x = () => ${name}.x;` }
	]),
	[
		'domain and machines know',
		'domain that hands the clock on',
		`${quiz}:1 domain uses Date.now`,
		{ [quiz]: 'export const x = (now = Date.now) => now;' }
	],
	[
		'domain and machines know',
		'domain that hands the browser on',
		`${quiz}:1 domain uses document`,
		{ [quiz]: 'export const x = () => ({ document });' }
	],
	[
		'only src/service-worker',
		'a page with the manifest',
		'src/routes/+page.ts:1 imports $app/manifest',
		{ 'src/routes/+page.ts': "import { assets } from '$app/manifest';" }
	],
	[
		'what is imported',
		'an import that is worked out',
		'src/routes/+page.ts:1 imports something that is worked out',
		{ 'src/routes/+page.ts': 'export const load = (x: string) => import(`./${x}.ts`);' }
	],
	[
		'what is imported',
		'a glob',
		'src/routes/+page.ts:1 imports something that is worked out',
		{ 'src/routes/+page.ts': "export const all = import.meta.glob('./*.ts');" }
	],
	[
		'what is imported',
		'another alias',
		'src/routes/+page.ts:1 imports $lib/x.ts',
		{ 'src/routes/+page.ts': "import '$lib/x.ts';" }
	],
	[
		'what is imported',
		'an import without its ending',
		'src/routes/+page.ts:1 imports ./x without its ending',
		{ 'src/routes/+page.ts': "import './x';" }
	],
	[
		'no cycles',
		'three files that need each other',
		'src/cli/a.ts → src/cli/b.ts → src/cli/c.ts → src/cli/a.ts',
		{
			'src/cli/c.ts': "import './a.ts';",
			'src/cli/a.ts': "import './b.ts';",
			'src/cli/b.ts': "export * from './c.ts';"
		}
	],
	[
		'no file of ours',
		'a long component',
		'src/lib/ui/app/Bar.svelte has 301 lines',
		{ 'src/lib/ui/app/Bar.svelte': '\n'.repeat(301) }
	],
	['no file of ours', 'a long style sheet', 'src/app.css has 301 lines', { 'src/app.css': '\n'.repeat(301) }],
	['files and folders', 'a module in camelCase', 'src/lib/state/theStore.ts', { 'src/lib/state/theStore.ts': '' }],
	[
		'files and folders',
		'a component in kebab-case',
		'src/lib/ui/app/app-bar.svelte',
		{ 'src/lib/ui/app/app-bar.svelte': '' }
	],
	['files and folders', 'a folder in PascalCase', 'tests/Domain/a.test.ts', { 'tests/Domain/a.test.ts': '' }],
	['modules of src/lib', 'a default export', `${quiz}:2 has a default export`, { [quiz]: '\nexport default 1;' }],
	[
		'modules of src/lib',
		'a default function',
		`${quiz}:1 has a default export`,
		{ [quiz]: 'export default function x() {}' }
	],
	['the documents go', 'a file number in a lesson', 'lessons/a.md:2 Read', { 'lessons/a.md': `\nRead ${word}-003.` }],
	['the documents go', 'a file number in a name', `tests/${word}-001.json`, { [`tests/${word}-001.json`]: '{}' }],
	[
		'the documents go',
		'the word in a message',
		'src/messages/en.json:1',
		{ 'src/messages/en.json': `{ "a": "five ${word}s" }` }
	],
	[
		'the documents go',
		'the word as a name in code',
		`${quiz}:1 export const`,
		{ [quiz]: `export const ${word}Documents = 1;` }
	]
];

describe('a small house', () => {
	test.each(broken)('%s …: catches %s', (title, _, offence, tree) => {
		const small = surveyed(tree);
		const caught = rules.filter((rule) => rule.offences(small).length > 0);
		expect(caught.map((rule) => rule.title.slice(0, title.length))).toEqual([title]);
		const [rule] = caught;
		const offences = rule?.offences(small) ?? [];
		expect(offences).toEqual([expect.stringContaining(offence)]);
		expect(rule && explain(rule, offences)).toMatch(
			new RegExp('^The rule: .*\\nWhy: .*\\nBroken once:\\n  - .*\\nWays out:\\n  1\\. .')
		);
	});

	test('is tried with every rule', () => {
		for (const { title } of rules) expect(broken.map(([rule]) => title.startsWith(rule))).toContain(true);
	});

	test('that keeps all rules passes', () => {
		const kept: Tree = {
			'src/app.d.ts': "declare module 'virtual:x' { export const x: import('#lib/domain/x.ts').X; }",
			'src/hooks.client.ts': "import { x } from '#lib/state/x.ts';",
			'src/lib/domain/a.ts':
				"import * as v from 'valibot';\nimport type { B } from './b.ts';\n" +
				'export const a = (document: { window: B; at: Date }, { location }: B) => [document.window, location, new Date(0)];',
			'src/lib/domain/b.ts':
				"import { a } from './a.ts';\nexport interface B { document: string; location: Location }\nexport const b = a;",
			'src/lib/machines/x-machine.ts': "import { setup } from 'xstate';\nimport { a } from '#lib/domain/a.ts';",
			'src/lib/state/x.svelte.ts': `import { x } from '#lib/storage/x.ts';\nexport const ${word} = Date.now();`,
			'src/lib/ui/app/AppBar.svelte':
				'<script lang="ts">import type { X } from \'#lib/storage/x.ts\';</script>\n{document.title}',
			'src/routes/[[lang=lang]]/(app)/+page.svelte': "<script>import { x } from '#lib/content/x.ts';</script>",
			'src/routes/+layout.svelte': "<script>import '../app.css';</script>",
			'src/lib/ui/app/Row.svelte': "<script>import Row from './Row.svelte';</script>",
			'src/routes/data/[step].json/+server.ts': "import type { RequestHandler } from './$types';",
			'src/service-worker/index.ts':
				"import { assets } from '$app/manifest';\nimport { x } from '../lib/offline/x.ts';",
			'src/messages/en.json': '{ "a": "five documents" }',
			'tests/long.test.ts': '\n'.repeat(999),
			'README.md': '# Parallax'
		};
		const small = surveyed(kept);
		expect(rules.flatMap((rule) => rule.offences(small))).toEqual([]);
	});
});
