import type { ListedNote, NoteGroup, Standing } from './list.ts';
import type { NoteKind, NoteSource } from './model.ts';
import { changedAt, textsOf } from './note.ts';

/** The words around the learner's own. */
export interface NoteWords {
	title: string;
	kind: Record<NoteKind, string>;
	standing: Record<Standing, string>;
	/** What stands before a second text that nobody has yet decided about. */
	otherVersion: string;
	/** The whole address of the very place. */
	address: (about: NoteSource) => string;
	/** `at` is in milliseconds since 1970. */
	date: (at: number) => string;
}

/** What Markdown would take for something else at the start of a line, or for a mark inside of it. */
const escaped = (line: string): string =>
	line.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([#+-]|\d+[.)](?=\s))/, '$1\\$2');
const inLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim());

/** The learner's lines stay lines; what they wrote in Markdown stays as they wrote it. */
const ownWords = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/(?<!\n)\n(?!\n)/g, '  \n')
		.trim();

function noteMarkdown({ note, standing }: ListedNote, words: NoteWords): string {
	const { about } = note;
	const changed = words.standing[standing];
	const [text = '', ...others] = textsOf(note);
	return [
		`### ${words.kind[about.kind]}`,
		`> ${inLine(about.quotation)}`,
		ownWords(text),
		...others.flatMap((other) => [`*${inLine(words.otherVersion)}*`, ownWords(other)]),
		...(changed ? [`*${inLine(changed)}*`] : []),
		`— [${inLine(about.lessonTitle)}](${encodeURI(words.address(about))}), ${words.date(changedAt(note))}`
	].join('\n\n');
}

/** The notes as a Markdown document: by lesson, each with a quotation of what it is about and a line with its source. */
export const notesMarkdown = (groups: readonly NoteGroup[], words: NoteWords): string =>
	[
		`# ${inLine(words.title)}`,
		...groups.flatMap(({ title, notes }) => [
			`## ${inLine(title)}`,
			...notes.map((listed) => noteMarkdown(listed, words))
		])
	].join('\n\n') + '\n';
