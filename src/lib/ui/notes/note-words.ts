import type { NoteKind, NoteSource } from '#lib/domain/learning/notes/model.ts';
import { placeOf, type Standing } from '#lib/domain/learning/notes/list.ts';
import type { NoteWords } from '#lib/domain/learning/notes/markdown.ts';
import { href } from '#lib/state/address.ts';
import * as m from '../../../messages/compiled/messages.js';
import { dateInWords } from '../settings/settings-words.ts';

const kinds: Record<NoteKind, () => string> = {
	framing: m.note_on_framing,
	source: m.note_on_source,
	term: m.note_on_term,
	claim: m.note_on_claim,
	task: m.note_on_task,
	item: m.note_on_item
};
export const kindWords = (kind: NoteKind): string => kinds[kind]();

/** Empty where there is nothing to be said. */
export const standingWords: Record<Standing, () => string> = {
	same: () => '',
	unknown: () => '',
	changed: m.note_changed,
	gone: m.note_gone
};

const inWords = <Name extends string>(words: Record<Name, () => string>): Record<Name, string> =>
	Object.fromEntries(Object.entries<() => string>(words).map(([name, said]) => [name, said()])) as Record<Name, string>;

/** The words around the notes in a file; `origin` is that of the site, e.g. `https://example.org`. */
export const fileWords = (origin: string): NoteWords => ({
	title: m.notes(),
	kind: inWords(kinds),
	standing: inWords(standingWords),
	otherVersion: m.note_other_version(),
	address: (about: NoteSource) => origin + href(placeOf(about)),
	date: dateInWords
});
