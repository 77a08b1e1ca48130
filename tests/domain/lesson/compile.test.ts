import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileContent, compileLesson, compileLibrary } from '#lib/domain/lesson/compile.ts';
import { lessonPath, smallCourse, withChange } from './small.ts';
import { mistakes } from './mistakes.ts';
import type { Lesson, Step, StepId } from '#lib/domain/lesson/model.ts';

const told = (files: Record<string, string>) =>
	compileContent(files).problems.map(({ code, file, line, column }) => ({ code, file, place: `${line}:${column}` }));

function theLesson(): Lesson {
	const lesson = compileContent(smallCourse()).content?.lessons[0];
	if (!lesson) throw new Error('The small course does not compile.');
	return lesson;
}

function theStep<I extends StepId>(id: I): Extract<Step, { id: I }> {
	const step = theLesson().steps.find((one): one is Extract<Step, { id: I }> => one.id === id);
	if (!step) throw new Error(`The small course has no step ${id}.`);
	return step;
}

describe('a course without mistakes', () => {
	test('compiles without a problem', () => {
		const { content, problems } = compileContent(smallCourse());
		expect(problems).toEqual([]);
		expect(content?.modules).toEqual([
			{ id: 'words', number: 1, title: 'Words', about: '<p>What this module is <em>for</em>.</p>' }
		]);
		expect(content?.lessons.map(({ id, module, number }) => [module, number, id])).toEqual([
			['words', 1, 'one-slogan']
		]);
	});

	test('compiles to the same lesson with Windows line ends and a byte order mark', () => {
		const text = `\uFEFF${smallCourse()[lessonPath]?.replaceAll('\n', '\r\n')}`;
		expect(compileContent({ ...smallCourse(), [lessonPath]: text }).content?.lessons).toEqual([theLesson()]);
	});

	test('has its steps in order, and what its last step needs', () => {
		expect(theLesson().steps.map(({ id, needs }) => [id, needs])).toEqual([
			['orient', []],
			['speakers', []],
			['framings', []],
			['task', []],
			['check', []],
			['weigh', ['check']],
			['reverse', []],
			['close', ['check', 'weigh', 'reverse']]
		]);
	});

	test('has the branch of its front matter', () => {
		expect(theLesson().flow).toEqual([
			{
				after: 'check',
				any: [
					{ frame: 'western', below: 0.6 },
					{ frame: 'chinese', below: 0.6 }
				],
				go: 'framings'
			}
		]);
	});

	test('keeps polls, their reveal and the prompts of the close', () => {
		const { stance, prediction } = theStep('orient');
		expect(stance).toEqual({
			id: 'word',
			prompt: 'Which word for <span lang="zh-Hans">网络强国</span>?',
			options: [
				{ id: 'power', text: '“cyber power”' },
				{ id: 'strength', text: '“strength in cyberspace”' }
			]
		});
		expect(prediction.reveal).toBe('<p>One of the two.</p>');
		expect(theStep('close').changeOfMind).toEqual([
			{ id: 'if-fair', prompt: '<strong>If fair:</strong> which finding?' },
			{ id: 'if-not', prompt: '<strong>If not:</strong> which text?' }
		]);
	});

	test('names its cards by dimension, kind and number, unless the author did', () => {
		const cards = theStep('framings').dimensions[0]?.framings;
		expect(cards?.map(({ id, kind, claims, discrepancies }) => [id, kind, claims, discrepancies])).toEqual([
			['aim-western-1', 'western', ['c002'], []],
			['aim-chinese-1', 'chinese', ['c001'], []],
			['year', 'checking', ['c003'], ['d01']]
		]);
	});

	test('takes sources and claims of the task out of its intro', () => {
		const { intro, sources, claims, prompts, model } = theStep('task');
		expect({ intro, sources, claims, model }).toEqual({
			intro: '<p>Find the year.</p>',
			sources: ['readout-2014', 'review-2015'],
			claims: ['c001', 'c003'],
			model: '<p>The read-out gives 2014.</p>'
		});
		expect(prompts).toEqual([
			{ id: 'says', text: 'What the text says' },
			{ id: 'sure', text: 'How sure are you?' }
		]);
	});

	test('has items with points, sides and feedback', () => {
		const { certainty, items } = theStep('check');
		expect(certainty).toBe(true);
		expect(items.map(({ kind, id, points }) => [kind, id, points])).toEqual([
			['single', 'change', 1],
			['multiple', 'hold', 2],
			['truefalse', 'year-true', 1],
			['order', 'stages', 1],
			['match', 'who', 1]
		]);
		expect(items[0]).toMatchObject({
			sides: ['western', 'chinese'],
			claims: ['c001'],
			outcomes: ['parts'],
			options: [
				{ id: 'number', right: false, feedback: 'Not that.' },
				{ id: 'quality', right: true, text: 'The quality of <span lang="zh-Hans">网络强国</span>', feedback: 'Yes.' }
			]
		});
		expect(items[1]?.prompt).toBe('<strong>Which hold?</strong><br><span class="more">Choose all that apply.</span>');
		expect(items[2]).toMatchObject({ answer: true, feedback: { true: 'It was.', false: 'See the read-out.' } });
	});

	test('shows an order in another order than the right one, with ties', () => {
		const item = theStep('check').items.find(({ kind }) => kind === 'order');
		const entries = item?.kind === 'order' ? item.entries : [];
		expect(Object.fromEntries(entries.map(({ id, rank }) => [id, rank]))).toEqual({ meeting: 1, review: 2, echo: 2 });
		expect(entries.map(({ rank }) => rank)).not.toEqual([1, 2, 2]);
	});

	test('matches texts with partners, with none, and has partners that match nothing', () => {
		const item = theStep('check').items.find(({ kind }) => kind === 'match');
		expect(item?.kind === 'match' && item.left.map(({ id, partner }) => [id, partner])).toEqual([
			['a', 'strength'],
			['b', 'rank'],
			['c', null]
		]);
		expect(item?.kind === 'match' && item.right.map(({ id }) => id).toSorted()).toEqual(['rank', 'strength', 'wealth']);
	});

	test('names each side of the contention with its pool', () => {
		const [fair, not] = theStep('reverse').items;
		expect(fair).toMatchObject({
			kind: 'best-case',
			side: 'Fair',
			picks: 1,
			advocate: 'a translator',
			claims: ['c002']
		});
		expect(not).toMatchObject({ side: 'Not fair', sides: ['chinese'] });
		const labels = fair?.kind === 'best-case' ? fair.cards.map(({ id, label }) => `${id} ${label}`) : [];
		expect(labels.toSorted()).toEqual(['pro-1 strong', 'pro-2 weak', 'pro-3 caricature']);
	});
});

describe('a mistake', () => {
	test.each(mistakes)(
		'%j written as %j is told as %s at %s',
		(passage, replacement, code, place, path = lessonPath) => {
			expect(told(withChange(path, passage, replacement))).toEqual([{ code, file: path, place }]);
		}
	);

	test('is told beside all others, in the order of the files', () => {
		const files = withChange(lessonPath, '- [x] `quality`', '- [ ] `quality`');
		files['claims.yaml'] = (files['claims.yaml'] ?? '').replace('source: readout-2014', 'source: nobody');
		files[lessonPath] = (files[lessonPath] ?? '').replace('c003 d01', 'c003');
		expect(told(files).map(({ code }) => code)).toEqual([
			'error-claim-uncorrected',
			'no-right-option',
			'unknown-source'
		]);
	});

	test.each([
		['> 2014.', '`2014\\.`'],
		['> 7) of them', '`7\\)`']
	])('of a line of feedback that Markdown takes for a list, %j, is told with the way to keep it', (line, way) => {
		const [problem] = compileContent(withChange(lessonPath, '> Not that.', line)).problems;
		expect(problem).toMatchObject({ code: 'unexpected-block', line: 81 });
		expect(problem?.found).toContain('the number of a list');
		expect(problem?.mend).toContain(way);
	});

	test('that is an error leaves no content, a warning does', () => {
		expect(compileContent(withChange(lessonPath, '{#aim}', '')).content).toBeNull();
		const warned = compileContent(withChange(lessonPath, 'Both name 2014.', 'Both name 互联网.'));
		expect(warned.problems.map(({ severity }) => severity)).toEqual(['warning']);
		expect(warned.content?.lessons).toHaveLength(1);
	});
});

describe('files', () => {
	test('that are missing are told, without a word on what refers to them', () => {
		const { 'sources.yaml': _, ...files } = smallCourse();
		expect(told(files)).toEqual([{ code: 'missing-file', file: 'sources.yaml', place: '1:1' }]);
		const { '01-words/module.md': __, ...others } = smallCourse();
		expect(told(others)).toEqual([{ code: 'missing-file', file: '01-words/module.md', place: '1:1' }]);
	});

	test('with a name that tells no place are told; those of other kinds are passed over', () => {
		const files = { ...smallCourse(), '01-words/notes.md': 'x', LICENSE: 'x', 'README.md': 'x' };
		expect(told(files)).toEqual([{ code: 'bad-path', file: '01-words/notes.md', place: '1:1' }]);
	});

	test('of one lesson id or number are told', () => {
		const files = smallCourse();
		const again = files[lessonPath] ?? '';
		expect(told({ ...files, '01-words/02-one-slogan.md': again }).map(({ code }) => code)).toEqual(['duplicate-id']);
		const other = again.replace('id: one-slogan', 'id: two-slogans');
		expect(told({ ...files, '01-words/01-two-slogans.md': other }).map(({ code }) => code)).toEqual([
			'duplicate-number'
		]);
	});

	test('in whatever order give the same content', () => {
		const reversed = Object.fromEntries(Object.entries(smallCourse()).toReversed());
		expect(compileContent(reversed)).toEqual(compileContent(smallCourse()));
	});
});

describe('text that was spoilt', () => {
	const library = compileLibrary(smallCourse()).library;
	const place = { module: 'words', number: 1, slug: 'one-slogan' };
	const text = smallCourse()[lessonPath] ?? '';
	const inside = fc.integer({ min: 0, max: text.length });
	const spoilt = fc.oneof(
		fc.array(fc.integer({ min: 0, max: 220 }), { maxLength: 8 }).map((gone) =>
			text
				.split('\n')
				.filter((_, i) => !gone.includes(i))
				.join('\n')
		),
		inside.map((end) => text.slice(0, end)),
		fc
			.array(fc.tuple(inside, fc.string({ maxLength: 3, unit: 'grapheme' })), { maxLength: 5 })
			.map((changes) => changes.reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at + 1), text)),
		fc
			.array(fc.tuple(inside, fc.constantFrom('`', '{', '}', '|', '> ', '- ', '#', '<', '[', '“', '---\n', '\n\n')))
			.map((changes) => changes.reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at), text))
	);

	test('never makes the compiler throw, and every problem has its line', () => {
		fc.assert(
			fc.property(spoilt, (source) => {
				const { lesson, problems } = compileLesson({ file: lessonPath, text: source, place }, library);
				expect(lesson === null).toBe(problems.some(({ severity }) => severity === 'error'));
				const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
				for (const { line, column, quoted } of problems) {
					expect(lines[line - 1]).toBe(quoted);
					expect(column).toBeGreaterThanOrEqual(1);
					expect(column).toBeLessThanOrEqual(quoted.length + 1);
				}
			}),
			{ numRuns: 300 }
		);
	}, 60_000);

	test('in a YAML file never makes the compiler throw', () => {
		const claims = smallCourse()['claims.yaml'] ?? '';
		fc.assert(
			fc.property(fc.nat(claims.length), fc.string({ maxLength: 4, unit: 'grapheme' }), (at, put) => {
				const spoiltClaims = claims.slice(0, at) + put + claims.slice(at + put.length);
				const { content, problems } = compileContent({ ...smallCourse(), 'claims.yaml': spoiltClaims });
				expect(content === null).toBe(problems.some(({ severity }) => severity === 'error'));
			})
		);
	}, 60_000);
});
