import { describe, expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { createLesson } from '#lib/domain/lesson/create/create.ts';
import { placeholders } from '#lib/domain/lesson/create/placeholders.ts';
import { fixLesson } from '#lib/domain/lesson/fix/fix.ts';
import { smallCourse } from './small.ts';

function create(files: Record<string, string>, id: string, module?: string) {
	const made = createLesson(files, { id, module });
	if ('refused' in made) throw new Error(made.refused);
	return made.files;
}

/** What is told of a new lesson: that its placeholders are to be replaced, once for each file. */
const reminders = ({ problems }: ReturnType<typeof compileContent>): string[] =>
	problems.map(({ severity, code, file }) => `${severity} ${code} ${file}`);

describe('a new lesson', () => {
	test('passes where there is nothing yet, with reminders of its placeholders alone, and needs no mending', () => {
		const files = create({}, 'two-dams');
		const compiled = compileContent(files);
		const { content } = compiled;
		expect(reminders(compiled)).toEqual([
			'warning placeholder-left 01-lessons/01-two-dams.md',
			'warning placeholder-left claims.yaml',
			'warning placeholder-left sources.yaml'
		]);
		expect(content?.lessons.map(({ id, title, module, number }) => [id, title, module, number])).toEqual([
			['two-dams', 'Two dams', 'lessons', 1]
		]);
		const file = '01-lessons/01-two-dams.md';
		const place = { module: 'lessons', number: 1, slug: 'two-dams' };
		expect(fixLesson({ file, text: files[file] ?? '', place }, content!.library).done).toEqual([]);
	});

	test('follows the last lesson of the last module, and leaves what stands as it is', () => {
		const before = smallCourse();
		const files = create(before, 'two-dams');
		expect(Object.keys(files).toSorted()).toEqual(['01-words/02-two-dams.md', 'claims.yaml', 'sources.yaml']);
		for (const file of ['claims.yaml', 'sources.yaml'])
			expect(files[file]?.startsWith(before[file]?.trimEnd() ?? '?')).toBe(true);
		const after = compileContent({ ...before, ...files });
		expect(reminders(after)).toEqual([
			'warning placeholder-left 01-words/02-two-dams.md',
			'warning placeholder-left claims.yaml',
			'warning placeholder-left sources.yaml'
		]);
		expect(after.content?.lessons[0]).toEqual(compileContent(before).content?.lessons[0]);
	});

	test('opens a module of its own when asked', () => {
		const files = create(smallCourse(), 'whose-line', 'border-maps');
		expect(files['02-border-maps/module.md']).toContain('title: "Border maps"');
		expect(reminders(compileContent({ ...smallCourse(), ...files }))[0]).toBe(
			'warning placeholder-left 02-border-maps/01-whose-line.md'
		);
	});

	test('has every placeholder that the reminder looks for', () => {
		const texts = Object.values(create({}, 'two-dams')).join('\n');
		expect(placeholders.filter((one) => !texts.includes(one))).toEqual([]);
	});

	test('is told of no placeholder any more once all are replaced', () => {
		const files = create({}, 'two-dams');
		const written = Object.fromEntries(
			Object.entries(files).map(([file, text]) => [
				file,
				placeholders.reduce((all, one) => all.replaceAll(one, one.includes(':') ? 'locator: mine' : '` mine'), text)
			])
		);
		expect(reminders(compileContent(written)).filter((one) => one.includes('placeholder'))).toEqual([]);
	});

	test.each([
		['one-slogan', undefined, 'There is a lesson “one-slogan” already: lessons/01-words/01-one-slogan.md.'],
		[
			'Two Dams!',
			undefined,
			'“Two Dams!” cannot be an id: small Latin letters and digits, in parts joined by hyphens, as in “two-dams”.'
		],
		['dams', '../x', '“../x” cannot be an id: small Latin letters and digits, in parts joined by hyphens, as in “x”.'],
		['', undefined, '“” cannot be an id: small Latin letters and digits, in parts joined by hyphens.']
	])('is refused as %j in module %j', (id, module, refused) => {
		expect(createLesson(smallCourse(), { id, module })).toEqual({ refused });
	});

	test('is refused where its library entries would take the place of others', () => {
		const files = { ...smallCourse(), 'sources.yaml': `${smallCourse()['sources.yaml']}\ntwo-dams-western: {}\n` };
		expect(createLesson(files, { id: 'two-dams' })).toEqual({
			refused: 'There is a source or claim “two-dams-western” already: choose another id for the lesson.'
		});
	});
});
