import { readFileSync } from 'node:fs';

/** A small course without a problem, as the compiler gets it: texts by path within `lessons/`. */
const root = new URL('../../lessons/small/', import.meta.url);

export const lessonPath = '01-words/01-one-slogan.md';
const paths = ['sources.yaml', 'glossary.yaml', 'claims.yaml', 'discrepancies.yaml', '01-words/module.md', lessonPath];

export const smallCourse = (): Record<string, string> =>
	Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));

/** The course with one passage of one file replaced; refuses a passage that is not there exactly once. */
export function withChange(path: string, passage: string, replacement: string): Record<string, string> {
	const course = smallCourse();
	const parts = (course[path] ?? '').split(passage);
	const times = parts.length - 1;
	if (times !== 1) throw new Error(`Expected “${passage}” once in ${path}, found it ${times} times.`);
	return { ...course, [path]: parts.join(replacement) };
}
