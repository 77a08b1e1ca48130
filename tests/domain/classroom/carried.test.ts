import { describe, expect, test } from 'vitest';
import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import { compileTravelling } from '#lib/domain/classroom/carried/compile-travelling.ts';
import { lessonHash } from '#lib/domain/classroom/carried/lesson-key.ts';
import { parseCarried } from '#lib/domain/classroom/carried/parse-carried.ts';
import { strangeMarkup } from '#lib/domain/classroom/carried/safe-html.ts';
import { parseAssignment } from '#lib/domain/classroom/assignment/parse-assignment.ts';
import {
	carriedOutline,
	carriedQuizDocument,
	carriedQuizKey,
	carriedStepDocument
} from '#lib/content/carried-documents.ts';
import { quizDocumentOf, isQuiz } from '#lib/content/quiz-documents.ts';
import { stepDocumentOf, outlineOf } from '#lib/content/documents.ts';
import type { Lesson } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { readFileSync } from 'node:fs';
import { course, lessonsOf, makeAssignmentFor, makeClass } from '../../support/classroom.ts';

const lessons = course().lessons.map((lesson) => [lesson.id, lesson] as const);
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Every text that tells what is right. */
function keyTexts(lesson: Lesson): string[] {
	const ofItem = (item: Item): string[] => {
		const told = JSON.stringify(item, (name, value: unknown) =>
			[
				'prompt',
				'text',
				'original',
				'pinyin',
				'official',
				'independent',
				'side',
				'advocate',
				'id',
				'kind',
				'unit',
				'bank'
			].includes(name)
				? undefined
				: value
		);
		const texts: string[] = [];
		JSON.parse(told, (_, value: unknown) => {
			if (typeof value === 'string' && value.length > 30) texts.push(value);
			return value;
		});
		return texts;
	};
	return lesson.steps.flatMap((step) => {
		if (step.id === 'check' || step.id === 'reverse') return step.items.flatMap(ofItem);
		if (step.id === 'task') return [step.model];
		if (step.id === 'orient') return [step.prediction.reveal ?? '', step.stance.reveal ?? ''].filter(Boolean);
		if (step.id !== 'weigh') return [];
		return [
			...step.kit.cards.flatMap(({ distractor }) => distractor ?? []),
			...step.references.flatMap(({ label, reads, misconceptions }) => [
				label,
				reads,
				...misconceptions.map(({ message }) => message)
			])
		].filter(Boolean);
	});
}

describe.each(lessons)('%s as it travels', (_, lesson) => {
	test('with its key comes back as it was', () => {
		const carried = json(carryLesson(lesson, course().library, { key: true }));
		expect(parseCarried(carried)).toEqual({ ok: true, value: carried });
		expect(carried.lesson).toEqual(json(lesson));
		expect(lessonHash(carried.lesson as Lesson)).toBe(lessonHash(lesson));
	});

	test('without its key comes back, and nothing in it tells what is right', () => {
		const carried = json(carryLesson(lesson, course().library, { key: false }));
		expect(parseCarried(carried)).toEqual({ ok: true, value: carried });
		const text = JSON.stringify(carried);
		// What is said in the reading as well tells nothing more.
		const reading = JSON.stringify([
			lesson.steps.filter(({ id }) => id === 'framings' || id === 'close'),
			course().library
		]);
		const texts = keyTexts(lesson).filter((told) => !reading.includes(JSON.stringify(told).slice(1, -1)));
		expect(texts.length).toBeGreaterThan(20);
		expect(texts.filter((told) => text.includes(JSON.stringify(told).slice(1, -1)))).toEqual([]);
		for (const field of [
			'feedback',
			'rank',
			'partner',
			'column',
			'stances',
			'degree',
			'answer',
			'label',
			'why',
			'hints',
			'spellings',
			'least',
			'most',
			'slips',
			'distractor',
			'misconceptions',
			'sides',
			'outcomes'
		])
			for (const step of carried.lesson.steps)
				if ('items' in step) for (const item of step.items) expect(Object.keys(item)).not.toContain(field);
	});

	test('makes the same pages as a built-in lesson', () => {
		const carried = carryLesson(lesson, course().library, { key: true });
		const { previous, next, ...outline } = carriedOutline(carried);
		expect(outlineOf(course(), lesson)).toMatchObject(json(outline));
		expect([previous, next]).toEqual([null, null]);
		for (const step of lesson.steps)
			if (isQuiz(step))
				expect(json(carriedQuizDocument(carried, step.id))).toEqual(json(quizDocumentOf(course(), lesson, step)));
			else expect(json(carriedStepDocument(carried, step.id))).toEqual(json(stepDocumentOf(course(), lesson, step)));
	});

	test('shows its questions without its key, and has none to give', () => {
		const bare = carryLesson(lesson, course().library, { key: false });
		for (const step of lesson.steps.filter(isQuiz)) {
			const seen = carriedQuizDocument(bare, step.id);
			expect(seen?.step.items.map(({ id, prompt }) => [id, prompt])).toEqual(
				step.items.map(({ id, prompt }) => [id, prompt])
			);
			expect(carriedQuizKey(bare, step.id)).toBeNull();
		}
	});
});

describe('a carried lesson', () => {
	const good = () => json(carryLesson(lessonsOf(1)[0]!, course().library, { key: true }));
	const withIntro = (intro: string) => {
		const carried = good();
		carried.lesson.steps[0]!.intro = intro as never;
		return parseCarried(carried);
	};

	test.each([
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<p onclick="x">a</p>',
		'<a href="javascript:alert(1)">a</a>',
		'<a href="http://example.com">a</a>',
		'<svg><script>1</script></svg>',
		'<style>*{}</style>',
		'<iframe src="https://example.com"></iframe>',
		'<p',
		'< p>',
		'<!-- x -->',
		'<span id="app">a</span>',
		'<button type="submit">a</button>',
		'<form action="https://example.com">',
		'<P>a</P>',
		'<p class="term"title="x">',
		'</p class="x">',
		'<math><mi//xlink:href="data:x,<script>alert(4)</script>">'
	])('is refused with markup that no lesson has: %s', (markup) => {
		expect(strangeMarkup(`<p>good</p>${markup}`)).not.toBeNull();
		expect(withIntro(markup)).toMatchObject({ ok: false, problem: { path: 'lesson.steps[0].intro' } });
	});

	test('is refused with what it cannot have', () => {
		expect(parseCarried({ ...good(), more: 1 })).toMatchObject({ ok: false });
		expect(parseCarried({ ...good(), format: 2 })).toMatchObject({ ok: false });
		expect(parseCarried(null)).toMatchObject({ ok: false });
		// A key under the name of none.
		expect(parseCarried({ ...good(), key: false })).toMatchObject({ ok: false });
	});

	test('travels in what the instructor marks without its key only, and no lesson stays behind', async () => {
		const open = await makeClass();
		const [lesson] = lessonsOf(1);
		const of = (key: boolean) => [carryLesson(lesson!, course().library, { key })];
		const assignment = makeAssignmentFor(open, [lesson!], { marking: 'instructor' });
		expect(parseAssignment(json({ ...assignment, carried: of(false) })).ok).toBe(true);
		expect(parseAssignment(json({ ...assignment, carried: of(true) }))).toMatchObject({
			problem: { path: 'carried[0].key' }
		});
		expect(parseAssignment(json({ ...assignment, carried: [] }))).toMatchObject({ problem: { path: 'lessons[0]' } });
	});
});

describe('the hash of a lesson', () => {
	const [lesson] = lessonsOf(1) as [Lesson];
	const reworded = (change: (text: string) => string): Lesson =>
		JSON.parse(JSON.stringify(lesson), (name, value: unknown) =>
			['prompt', 'feedback', 'intro', 'title'].includes(name) && typeof value === 'string' ? change(value) : value
		) as Lesson;

	test('stays when words are mended', () => {
		expect(lessonHash(reworded((text) => `${text} `))).toBe(lessonHash(lesson));
	});
	test('changes with the key', () => {
		const turned = json(lesson);
		for (const step of turned.steps)
			if (step.id === 'check') for (const item of step.items) if (item.kind === 'truefalse') item.answer = !item.answer;
		expect(lessonHash(turned)).not.toBe(lessonHash(lesson));
	});
});

describe("an instructor's own files", () => {
	const text = readFileSync('lessons/01-words-and-witnesses/01-one-slogan-many-englishes.md', 'utf8');
	const mine = text.replace(/^id: .*$/m, 'id: my-own-lesson');

	test('make a lesson over the library of the app', () => {
		const { lessons: made, problems } = compileTravelling(
			[{ name: '01-my-own-lesson.md', text: mine }],
			course().library,
			['one-slogan-many-englishes']
		);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(made.map(({ lesson }) => lesson.id)).toEqual(['my-own-lesson']);
		expect(parseCarried(json(carryLesson(made[0]!.lesson, made[0]!.library, { key: false }))).ok).toBe(true);
	});
	test('may add sources, terms and claims of their own', () => {
		const claims =
			'\nmy-claim:\n  statement: A claim of mine.\n  source: my-source\n  framing: western\n  kind: fact\n  status: confirmed\n';
		const { problems } = compileTravelling(
			[
				{ name: 'claims.yaml', text: claims },
				{ name: '01-my-own-lesson.md', text: mine }
			],
			course().library
		);
		expect(problems.map(({ code }) => code)).toContain('unknown-source');
	});
	test('with the id of a built-in lesson, or with a mistake, are told and make none', () => {
		const taken = compileTravelling([{ name: 'one-slogan-many-englishes.md', text }], course().library, [
			'one-slogan-many-englishes'
		]);
		expect([taken.lessons.length, taken.problems.some(({ code }) => code === 'duplicate-id')]).toEqual([0, true]);
		const broken = compileTravelling([{ name: 'x.md', text: 'No lesson' }], course().library);
		expect([broken.lessons.length, broken.problems.length > 0]).toEqual([0, true]);
	});
});
