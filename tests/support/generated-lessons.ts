import { createLesson } from '#lib/domain/lesson/create/create.ts';
import { readContent } from '../../src/cli/read-content.ts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * The built-in content with `count` lessons more, 40 to a module: copies of its first lesson, each with an id of its
 * own, so that a large catalogue is made of lessons of true size.
 */
export function manyLessons(count: number): Record<string, string> {
	const files = readContent('lessons');
	const [, text = ''] = Object.entries(files).find(([file]) => /\/\d+-.*\.md$/.test(file)) ?? [];
	for (let index = 0; index < count; index++) {
		const module = `copies-${Math.floor(index / 40)}`;
		const folder = `${50 + Math.floor(index / 40)}-${module}`;
		files[`${folder}/module.md`] = `---\nid: ${module}\ntitle: Copies\n---\n\nCopies of a lesson.\n`;
		files[`${folder}/${twoDigits((index % 40) + 1)}-copy-${index}.md`] = text.replace(/^id: .*$/m, `id: copy-${index}`);
	}
	return files;
}

/** `count` small lessons in one course of their own, as `lessons new` makes them. */
export function freshLessons(count: number): Record<string, string> {
	const files: Record<string, string> = {};
	for (let index = 0; index < count; index++) {
		const made = createLesson(files, { id: `lesson-${index}`, module: `part-${Math.floor(index / 20)}` });
		if ('refused' in made) throw new Error(made.refused);
		Object.assign(files, made.files);
	}
	return files;
}
