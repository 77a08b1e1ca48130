import { canonical } from '../../canonical.ts';
import { digest } from '../../digest.ts';
import { longestNote, longestQuotation } from './model.ts';
import type { Note, NoteSource, NoteVersion } from './model.ts';

/** Where a note is kept: what lessons share has one note, whichever lesson it was written in. */
export const noteKey = ({ kind, id, lesson }: Pick<NoteSource, 'kind' | 'id' | 'lesson'>): string =>
	kind === 'source' || kind === 'term' || kind === 'claim' ? `${kind}/${id}` : `${kind}/${lesson}/${id}`;

/** Sixteen hexadecimal digits that are others when the card is another. */
export const printOf = (card: unknown): string => digest(canonical(card)).slice(0, 16);

/** The beginning of a card's text, cut between words. */
export function quotationOf(text: string): string {
	const whole = text.replace(/\s+/g, ' ').trim();
	if (whole.length <= longestQuotation) return whole;
	const cut = whole.slice(0, longestQuotation - 1);
	const space = cut.lastIndexOf(' ');
	return `${space > longestQuotation / 2 ? cut.slice(0, space) : cut}…`;
}

/** The newest text first, then by writer: the same order wherever they are shown. */
const inOrder = (versions: NoteVersion[]): NoteVersion[] =>
	versions.toSorted((a, b) => b.at - a.at || (a.by < b.by ? -1 : a.by > b.by ? 1 : b.count - a.count));

/** The texts that a reader has to see: those that differ, the newest first; none for a deleted note. */
export const textsOf = ({ versions }: Pick<Note, 'versions'>): string[] => [
	...new Set(inOrder(versions).map(({ text }) => text))
];

/** Whether it was written differently in two places, and nobody has yet said what holds. */
export const isDivided = (note: Pick<Note, 'versions'>): boolean => textsOf(note).length > 1;

/** All that it says, as one text. */
export const textOf = (note: Pick<Note, 'versions'>): string => textsOf(note).join('\n\n');

/** When it was last written, in milliseconds since 1970. */
export const changedAt = ({ madeAt, versions }: Note): number => Math.max(madeAt, ...versions.map(({ at }) => at));

/**
 * `note` with `text` in the place of all that it said; an empty one deletes it. `by` names the writer, and no two tabs
 * ever have the same; `at` is in milliseconds since 1970. A new note, or one that is begun again, is about `about` as
 * it is now. Throws on a text longer than `longestNote`.
 */
export function writeNote(
	note: Note | null,
	text: string,
	{ by, at, about }: { by: string; at: number; about: NoteSource }
): Note {
	if (text.length > longestNote) throw new RangeError(`A note has at most ${longestNote} characters.`);
	const begun = note && note.versions.length > 0 ? note : { about, madeAt: at, seen: note?.seen ?? {} };
	if (text === '') return { ...begun, versions: [] };
	const count = (begun.seen[by] ?? 0) + 1;
	return { ...begun, versions: [{ text, at, by, count }], seen: { ...begun.seen, [by]: count } };
}

const isSame = (a: NoteVersion, b: NoteVersion): boolean => a.by === b.by && a.count === b.count;

/** The texts of `mine` that `theirs` has too, or has not yet seen. */
const standing = (mine: Note, theirs: Note): NoteVersion[] =>
	mine.versions.filter(
		(one) => theirs.versions.some((other) => isSame(one, other)) || one.count > (theirs.seen[one.by] ?? 0)
	);

/**
 * Both notes as one. A text that the other side has replaced goes; texts that went apart both stay. Commutative,
 * associative, and merging anything twice changes nothing.
 */
export function mergeNotes(a: Note, b: Note): Note {
	const [fromA, fromB] = [standing(a, b), standing(b, a)];
	const versions = inOrder([...fromA, ...fromB.filter((one) => !fromA.some((other) => isSame(one, other)))]);
	const writers = [...new Set([...Object.keys(a.seen), ...Object.keys(b.seen)])].toSorted();
	const seen = Object.fromEntries(writers.map((by) => [by, Math.max(a.seen[by] ?? 0, b.seen[by] ?? 0)]));
	// What a note that was begun anew is about now; of two in one millisecond it only matters that all devices agree.
	const rank = ({ madeAt, about }: Note): string => `${String(madeAt).padStart(16, '0')} ${canonical(about)}`;
	const { about, madeAt } = rank(a) >= rank(b) ? a : b;
	return { about, madeAt, versions, seen };
}
