import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { dataFolders } from '#lib/domain/lesson/reserved.ts';
import { readerCodes, readerWarnings } from '#lib/domain/lesson/rules/reader-codes.ts';
import { documentedCodes, rulesTable, withRulesTable } from '#lib/domain/lesson/rules/table.ts';
import { lessonPath, smallCourse, withChange } from './small.ts';
import { kindMistakes, kindMistakesThroughout } from './kind-mistakes.ts';
import { mistakes } from './mistakes.ts';

const codes = (files: Record<string, string>, pictures = {}) =>
	compileContent(files, { pictures }).problems.map(({ code, severity }) => `${severity} ${code}`);
const changed = (...changes: [passage: string, replacement: string][]): Record<string, string> => {
	const files = smallCourse();
	for (const [passage, replacement] of changes) {
		expect(files[lessonPath]).toContain(passage);
		files[lessonPath] = (files[lessonPath] ?? '').replace(passage, replacement);
	}
	return files;
};
const recalledRecord = () => ({
	'discrepancies.yaml': (smallCourse()['discrepancies.yaml'] ?? '').replace(
		'certainty: verified',
		'certainty: recalled'
	)
});
const picture = { type: 'image/png', width: 1200, height: 800, size: 40_000 } as const;

/** Mistakes that are not one passage of one file, and what is told of them. */
const others: [what: string, files: () => Record<string, string>, told: string[], pictures?: object][] = [
	[
		'a lesson under the id of an exercise',
		() => ({
			...smallCourse(),
			'01-words/02-capstone.md': (smallCourse()[lessonPath] ?? '').replace(/^id: .*$/m, 'id: capstone')
		}),
		['error reserved-id']
	],
	[
		'a lesson under the name of a folder of the app’s own data',
		() => ({
			...smallCourse(),
			'01-words/02-teaching.md': (smallCourse()[lessonPath] ?? '').replace(/^id: .*$/m, 'id: teaching')
		}),
		['error reserved-id']
	],
	[
		'an error hunt with a card that has no words to show',
		() => ({
			...smallCourse(),
			'error-hunt.yaml': 'title: Hunt\nintro: Look.\nfirst: [d01]\n',
			'discrepancies.yaml': (smallCourse()['discrepancies.yaml'] ?? '').replace(/^ {2}slip: .*\n/m, '')
		}),
		['error card-without-quote']
	],
	[
		'a lesson without front matter',
		() => ({ ...smallCourse(), [lessonPath]: '# Before you begin {.orient}\n' }),
		['error missing-front-matter', 'error missing-section', 'error missing-section']
	],
	[
		'front matter that is never closed: told once, not by all that it cannot be',
		() => ({
			...smallCourse(),
			[lessonPath]: (smallCourse()[lessonPath] ?? '').replace('needs: [check]\n---\n', 'needs: [check]\n')
		}),
		['error missing-front-matter']
	],
	[
		'a lesson that was not saved in UTF-8',
		() => {
			const text = (smallCourse()[lessonPath] ?? '').replace('Six items.', 'Six café items.');
			return { ...smallCourse(), [lessonPath]: Buffer.from(text, 'latin1').toString('utf8') };
		},
		['error bad-encoding']
	],
	[
		'a library file that is a list',
		() => ({ ...smallCourse(), 'discrepancies.yaml': '- kind: date\n' }),
		['error bad-value']
	],
	[
		'a sentence in Chinese: told once, not by each of its words',
		() => changed(['Six items.', '阅读每一篇文章时,请问:谁出的钱,作者能测量什么,给谁看?']),
		['warning term-not-in-glossary']
	],
	[
		'a gate on a step that the lesson does not have',
		() => {
			const text = smallCourse()[lessonPath] ?? '';
			const [before, after] = [text.indexOf('# A task'), text.indexOf('# Check')];
			return {
				...smallCourse(),
				[lessonPath]: (text.slice(0, before) + text.slice(after)).replace('needs: [check]', 'needs: [check, task]')
			};
		},
		['error unknown-flow-step']
	],
	[
		'a step before the one that it usually follows',
		() => {
			const text = smallCourse()[lessonPath] ?? '';
			const [orient, speakers, framings] = ['# Before', '# Who', '# Compare'].map((heading) => text.indexOf(heading));
			const turned = text.slice(0, orient) + text.slice(speakers, framings) + text.slice(orient, speakers);
			return { ...smallCourse(), [lessonPath]: turned + text.slice(framings) };
		},
		['warning step-out-of-order']
	],
	[
		'questions that rest on a source which was never seen',
		() => withChange('sources.yaml', '  access: read\n', '  access: recalled\n'),
		['warning recalled-key', 'warning recalled-key', 'warning recalled-key']
	],
	[
		'questions that rest on a claim whose correction is only recalled',
		() => ({
			...changed(['#year-true sides="neutral-fact" claims="c001"', '#year-true sides="neutral-fact" claims="c003"']),
			...recalledRecord()
		}),
		['warning recalled-key']
	],
	[
		'an error hunt that begins with a card which is not scored',
		() => ({
			...smallCourse(),
			...recalledRecord(),
			'error-hunt.yaml': 'title: Hunt\nintro: Look.\nfirst: [d01]\n'
		}),
		['warning recalled-key']
	],
	[
		'quotes within quotes, without end',
		() => changed(['Six items.', `${'> '.repeat(8000)}x`]),
		['error unreadable-markdown']
	],
	[
		'a term that is listed and not written',
		() => ({
			...changed(['terms: [wangluo-qiangguo]', 'terms: [wangluo-qiangguo, wangluo-daguo]']),
			'glossary.yaml': `${smallCourse()['glossary.yaml']}wangluo-daguo:\n  characters: 网络大国\n  literal: x\n`
		}),
		['warning term-unused']
	],
	[
		'a heading that the step does not know',
		() => changed(['Build the case.\n', 'Build the case.\n\n## Rules\n\nNone.\n']),
		['error unknown-section']
	],
	['a picture that is not there', () => changed(['Six items.', '![six](six.png)']), ['error missing-picture']],
	[
		'a picture that cannot be shown',
		() => changed(['Six items.', '![six](six.svg)']),
		['error bad-picture'],
		{ '01-words/six.svg': { fault: 'an SVG with a script', mend: 'Export it as plain SVG.' } }
	],
	[
		'a reference whose every card stands straight on the contention, as a misconception beside it does',
		() => changed(['- because `a`\n  - however `d`\n', '- because `a`\n- however `d`\n']),
		['error flat-map-passes', 'error accepted-misconception']
	],
	[
		'a reference that asks for nothing, since all of its links are optional',
		() => {
			const last = '- `o1`: however `c` + `e`\n\n';
			const optional = '- optional `c however T`, `e however T`, `a because T`, `d however a`\n\n';
			return changed([`${last}*Reads:* the words`, `${last}${optional}*Reads:* the words`]);
		},
		['error frame-coverage', 'error frame-coverage', 'error imperfect-reference']
	],
	[
		'a picture too large for a phone',
		() => changed(['Six items.', '![six](six.png)']),
		['warning large-picture'],
		{ '01-words/six.png': { ...picture, size: 900_000 } }
	],
	['a file whose name tells no place', () => ({ ...smallCourse(), '01-words/notes.md': 'x' }), ['error bad-path']],
	[
		'two lessons of one number',
		() => ({
			...smallCourse(),
			'01-words/01-two-slogans.md': (smallCourse()[lessonPath] ?? '').replace('id: one-slogan', 'id: two-slogans')
		}),
		['error duplicate-number']
	],
	[
		'a library file that is not there',
		() => Object.fromEntries(Object.entries(smallCourse()).filter(([path]) => path !== 'glossary.yaml')),
		['warning term-not-in-glossary', 'error missing-file']
	]
];

describe('a mistake that is not one passage', () => {
	test.each(others)('%s', (_, files, told, pictures) => {
		expect(codes(files(), pictures)).toEqual(told);
	});

	test('has no part in a picture that is there: its address, its size, and the lesson that shows it', () => {
		const files = changed(['Six items.', '![six items](six.png "Photograph: *nobody*")']);
		const { content, problems } = compileContent(files, { pictures: { '01-words/six.png': picture }, base: '/app' });
		expect(problems).toEqual([]);
		expect(content?.lessons[0]?.pictures).toEqual(['six.png']);
		const check = content?.lessons[0]?.steps.find(({ id }) => id === 'check');
		expect(check?.intro).toBe(
			'<p><img src="/app/data/one-slogan/pictures/six.png" alt="six items" width="1200" height="800" loading="lazy">' +
				'<small>Photograph: *nobody*</small></p>'
		);
	});
});

describe('a part of a term', () => {
	test('opens the lens of the whole, and the whole still does', () => {
		const files = changed(['Look at who writes.', 'The 强国 of 网络强国.']);
		const speakers = compileContent(files).content?.lessons[0]?.steps.find(({ id }) => id === 'speakers');
		expect(speakers?.intro.match(/popovertarget="lens-wangluo-qiangguo" lang="zh-Hans">[^<]*/g)).toEqual([
			'popovertarget="lens-wangluo-qiangguo" lang="zh-Hans">强国',
			'popovertarget="lens-wangluo-qiangguo" lang="zh-Hans">网络强国'
		]);
	});
});

describe('the list of codes', () => {
	const tried = new Set([
		...[...mistakes, ...kindMistakes, ...kindMistakesThroughout].map(([, , code]) => code),
		...others.flatMap(([, , told]) => told.map((one) => one.split(' ')[1] ?? ''))
	]);

	test('has only codes that a mistake above brings out', () => {
		expect(
			documentedCodes()
				.map(({ code }) => code)
				.filter((code) => !tried.has(code))
		).toEqual([]);
	});

	test('has every code that a mistake brings out, once', () => {
		const known = documentedCodes().map(({ code }) => code);
		expect(new Set(known).size).toBe(known.length);
		expect([...tried].filter((code) => !known.includes(code))).toEqual([]);
	});

	test('has every code that the source of the compiler names', () => {
		const root = 'src/lib/domain/lesson';
		const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
		const named = sources.flatMap((path) =>
			[...readFileSync(join(root, path), 'utf8').matchAll(/code: [^,\n]*'([a-z]+(?:-[a-z]+)+)'/g)].map(
				([, code]) => code
			)
		);
		const known = documentedCodes().map(({ code }) => code);
		expect(named.filter((code) => !known.includes(code ?? ''))).toEqual([]);
	});

	test('says which mistakes of form only warn', () => {
		expect(readerWarnings.filter((code) => !(code in readerCodes))).toEqual([]);
		const warned = others.flatMap(([, , told]) => told).filter((one) => one.startsWith('warning'));
		expect(warned.map((one) => one.split(' ')[1])).toEqual(expect.arrayContaining([...readerWarnings]));
	});

	test('stands in the README as it is: run `npm run lessons -- rules --write`', () => {
		const readme = readFileSync('README.md', 'utf8');
		expect(readme).toContain(rulesTable());
		expect(withRulesTable(readme)).toBe(readme);
	});
});

test('the names that no lesson may have are those of the folders beside the lessons’ own data', () => {
	const folders = readdirSync('src/routes/data', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && readdirSync(join('src/routes/data', entry.name)).length > 0)
		.map(({ name }) => name)
		.filter((name) => !name.startsWith('[') && !name.endsWith('.json'));
	expect(folders.toSorted()).toEqual([...dataFolders]);
});
