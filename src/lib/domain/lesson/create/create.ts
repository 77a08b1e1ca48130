import { partsOf } from '../compile.ts';
import { isId, slugOf } from '../id.ts';
import { claimEntries, lessonText, sourceEntries } from './template.ts';

/** What an author asks for. `module` is an id, as of a folder `03-<id>`; without it, the last module is taken. */
export interface Wanted {
	id: string;
	title?: string | undefined;
	module?: string | undefined;
}

/** The files to write, by path within `lessons/`, or why there are none. */
export type Created = { files: Record<string, string> } | { refused: string };

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const withEntries = (text: string | undefined, entries: string): string =>
	`${(text ?? '').trimEnd()}\n${entries}`.trimStart();
const titleOf = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

/**
 * A new lesson with all that it needs to compile: its file, two sources and four claims at the end of the library's,
 * and its module if there is none of that name. Refuses an id that could not stand in an address, and any that is
 * taken. Nothing that stands is changed.
 */
export function createLesson(files: Readonly<Record<string, string>>, { id, title, module }: Wanted): Created {
	const places = Object.keys(files).flatMap((path) => partsOf(path) ?? []);
	for (const name of [id, ...(module === undefined ? [] : [module])])
		if (!isId(name) || name !== name.toLowerCase())
			return {
				refused: `“${name}” cannot be an id: small Latin letters and digits, in parts joined by hyphens${slugOf(name) === '' ? '' : `, as in “${slugOf(name)}”`}.`
			};
	const before = Object.keys(files).find((path) => partsOf(path)?.slug === id);
	if (before !== undefined) return { refused: `There is a lesson “${id}” already: lessons/${before}.` };
	const [western, chinese] = [`${id}-western`, `${id}-chinese`];
	for (const source of [western, chinese])
		if (new RegExp(`^${source}(?:-[12])?:`, 'm').test(`${files['sources.yaml'] ?? ''}\n${files['claims.yaml'] ?? ''}`))
			return { refused: `There is a source or claim “${source}” already: choose another id for the lesson.` };

	const last = places.toSorted((a, b) => a.moduleNumber - b.moduleNumber).at(-1);
	const slug = module ?? last?.module ?? 'lessons';
	const known = places.find((place) => place.module === slug);
	const moduleNumber = known?.moduleNumber ?? (last?.moduleNumber ?? 0) + 1;
	const number = Math.max(0, ...places.filter((place) => place.module === slug).map((place) => place.number)) + 1;
	const folder = `${twoDigits(moduleNumber)}-${slug}`;
	const blank = { id, title: title ?? titleOf(id), western, chinese };
	const made: Record<string, string> = {
		[`${folder}/${twoDigits(number)}-${id}.md`]: lessonText({ ...blank, title: JSON.stringify(blank.title) }),
		'sources.yaml': withEntries(files['sources.yaml'], sourceEntries(blank)),
		'claims.yaml': withEntries(files['claims.yaml'], claimEntries(blank))
	};
	if (!known)
		made[`${folder}/module.md`] =
			`---\nid: ${slug}\ntitle: ${JSON.stringify(titleOf(slug))}\n---\n\nSay what this module is for.\n`;
	const others = {
		'glossary.yaml': 'Chinese terms',
		'discrepancies.yaml': 'Places where sources contradict one another'
	};
	for (const [file, what] of Object.entries(others))
		if (files[file] === undefined) made[file] = `# ${what}: see “Write a lesson” in the README.\n`;
	return { files: made };
}
