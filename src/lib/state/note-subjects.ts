import type { Catalogue } from '#lib/content/documents.ts';
import { claimNoteable, noteablesOf } from '#lib/content/noteables.ts';
import type { Noteable, NoteableDocument } from '#lib/content/noteables.ts';
import type { ListedNote, Standing } from '#lib/domain/learning/notes/list.ts';
import type { Note } from '#lib/domain/learning/notes/model.ts';
import { noteKey } from '#lib/domain/learning/notes/note.ts';
import { dataHref } from './address.ts';

export { claimNoteable, noteablesOf };
export type { Noteable, NoteableDocument };

type Read = (path: string) => Promise<{ document: NoteableDocument | null } | null>;

/** A data file of the site: null where it cannot be reached, a null document where there is none any more. */
async function readSite(path: string): Promise<{ document: NoteableDocument | null } | null> {
	try {
		const response = await fetch(dataHref(path));
		if (response.status === 404) return { document: null };
		return response.ok ? { document: (await response.json()) as NoteableDocument } : null;
	} catch {
		return null;
	}
}

/** The lessons of the catalogue's first page, in order; none where it cannot be reached. Never rejects. */
export async function lessonOrder(): Promise<string[]> {
	const answer = await readSite('catalogue.json');
	const { modules } = (answer?.document ?? { modules: [] }) as Catalogue;
	return modules.flatMap(({ lessons }) => lessons.map(({ id }) => id));
}

/** The title of each lesson; of one that cannot be reached its name in words. Never rejects. */
export async function lessonTitles(lessons: Iterable<string>): Promise<ReadonlyMap<string, string>> {
	const titles = [...new Set(lessons)].map(async (id) => {
		const { title } = ((await readSite(`${id}/lesson.json`))?.document ?? {}) as { title?: string };
		return [id, title ?? id.replaceAll('-', ' ')] as const;
	});
	return new Map(await Promise.all(titles));
}

/** The files that tell of what a note is about: a quiz's claims are in its key. */
const filesOf = ({ about: { lesson, step, kind } }: Note): string[] =>
	kind === 'claim' && (step === 'check' || step === 'reverse')
		? [`${lesson}/key/${step}.json`]
		: [`${lesson}/${step}.json`];

/** Whether what each note is about is still what it was; each lesson's step is asked once. Never rejects. */
export async function withStandings(notes: readonly Note[], read: Read = readSite): Promise<ListedNote[]> {
	const files = [...new Set(notes.flatMap(filesOf))];
	const asked = await Promise.all(
		files.map(async (file) => {
			const answer = await read(file);
			return [file, answer && (answer.document ? noteablesOf(answer.document) : new Map<string, Noteable>())] as const;
		})
	);
	const noteables = new Map(asked);
	return notes.map((note) => {
		const there = noteables.get(filesOf(note)[0] ?? '');
		const now = there?.get(`${note.about.kind}:${note.about.id}`);
		const standing: Standing = !there ? 'unknown' : !now ? 'gone' : now.print === note.about.print ? 'same' : 'changed';
		return { key: noteKey(note.about), note, standing };
	});
}
