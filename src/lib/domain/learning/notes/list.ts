import type { LessonId } from '../../lesson/model.ts';
import { haystackOf, isFound } from '../../search/fold.ts';
import type { Note, NoteSource } from './model.ts';
import { noteKey, textOf, textsOf } from './note.ts';

/** What became of what a note is about; `unknown` until its lesson could be asked. */
export type Standing = 'same' | 'changed' | 'gone' | 'unknown';

export interface ListedNote {
	key: string;
	note: Note;
	standing: Standing;
}

export interface NoteGroup {
	lesson: LessonId;
	title: string;
	notes: ListedNote[];
}

/** The English address of the very place. */
export const placeOf = ({ lesson, step, kind, id }: NoteSource): `/${string}` =>
	`/learn/${lesson}/${step}/#note:${kind}:${id}`;

/** Whether each word of the query stands in the note, in what it is about, or in the lesson's title. */
export const matches = (query: string, note: Note): boolean =>
	isFound(query, haystackOf([textOf(note), note.about.quotation, note.about.lessonTitle]));

/**
 * Notes by lesson, and in a lesson by what they are about, in the order of `lessons`; of a lesson that is not among
 * them at the end, by title. Deleted notes are left out.
 */
export function groupNotes(notes: ListedNote[], lessons: readonly LessonId[]): NoteGroup[] {
	const rank = (id: LessonId): number => (lessons.includes(id) ? lessons.indexOf(id) : lessons.length);
	const groups = new Map<LessonId, NoteGroup>();
	for (const listed of notes) {
		const { lesson, lessonTitle } = listed.note.about;
		if (listed.note.versions.length === 0) continue;
		const group = groups.get(lesson) ?? { lesson, title: lessonTitle, notes: [] };
		groups.set(lesson, { ...group, notes: [...group.notes, listed] });
	}
	return [...groups.values()]
		.map((group) => ({ ...group, notes: group.notes.toSorted((a, b) => a.note.madeAt - b.note.madeAt) }))
		.toSorted((a, b) => rank(a.lesson) - rank(b.lesson) || a.title.localeCompare(b.title));
}

/** A note as the app's search finds it. */
export interface NoteDocument {
	id: string;
	kind: 'note';
	title: string;
	text: string;
	/** The English address below the root. */
	path: string;
	/** The lesson's title. */
	context: string;
}

/** The notes as documents of the app's search: by their own words and by what they are about. */
export const noteDocuments = (notes: readonly Note[]): NoteDocument[] =>
	notes
		.filter(({ versions }) => versions.length > 0)
		.map((note) => ({
			id: `note/${noteKey(note.about)}`,
			kind: 'note',
			title: note.about.quotation,
			text: textsOf(note).join(' / '),
			path: placeOf(note.about),
			context: note.about.lessonTitle
		}));
