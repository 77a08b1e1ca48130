import type { LessonId, StepId } from '../../lesson/model.ts';

/** What a note can be about. */
export const noteKinds = ['framing', 'source', 'term', 'claim', 'task', 'item'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a note is about, as it was when the note was begun: the note is understood even if that is gone. */
export interface NoteSource {
	kind: NoteKind;
	/** The card's, term's, claim's, line's or item's own id. */
	id: string;
	/** Where it was written; a source and a term are the same in every lesson. */
	lesson: LessonId;
	step: StepId;
	lessonTitle: string;
	/** The lesson's, when the note was begun. */
	version: number;
	/** How the card began, at most `longestQuotation` characters. */
	quotation: string;
	/** Tells whether the card has changed since; see `printOf`. */
	print: string;
}

/** A text as one tab wrote it: the `count`-th of the writer `by`. */
export interface NoteVersion {
	text: string;
	/** Milliseconds since 1970. */
	at: number;
	by: string;
	count: number;
}

/**
 * A note, which may be written on several devices that only meet by a file. `versions` are the texts of which none has
 * seen the other: one, as a rule; none when the note was deleted; more when devices went apart. `seen` says of each
 * writer up to which count its texts are known here, so that one that is known and not among `versions` has been
 * replaced. (A register with a dotted version vector: Preguiça et al., 2010, arXiv:1011.5808.)
 */
export interface Note {
	about: NoteSource;
	/** Milliseconds since 1970. */
	madeAt: number;
	versions: NoteVersion[];
	seen: Record<string, number>;
}

/** A note is read, kept and sent as a whole. */
export const longestNote = 20_000;
export const longestQuotation = 200;
