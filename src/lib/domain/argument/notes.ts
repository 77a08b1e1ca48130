import { nextId } from './graph.ts';
import type { ArgumentMap, CardId, Kit, Note } from './model.ts';
import type { Outcome } from './outcome.ts';

/** What `parseMap` accepts; the commands keep to it, so that what was made can be read again. */
export const maxNotes = 200;
export const maxText = 5000;

/** Free notes are allowed and never scored. `at` is any card of the kit or the contention, placed or not. */
export type NoteCommand =
	| { type: 'note'; text: string; at?: CardId; id?: string }
	| { type: 'note-edit'; id: string; text: string }
	| { type: 'note-remove'; id: string };

/** The part of the reducer that is about notes. */
export function editNotes(kit: Kit, map: ArgumentMap, command: NoteCommand): Outcome {
	if ('text' in command && command.text.length > maxText) return { refused: 'too-much' };
	if (command.type === 'note') {
		if (map.notes.length >= maxNotes) return { refused: 'too-much' };
		const { text, at, id } = command;
		if (at !== undefined && at !== map.root && !kit.cards.some((card) => card.id === at))
			return { refused: 'unknown-card' };
		if (id !== undefined && map.notes.some((note) => note.id === id)) return { refused: 'id-taken' };
		const note: Note = { id: id ?? nextId('n', map.notes), text, ...(at !== undefined && { at }) };
		return { map: { ...map, notes: [...map.notes, note] } };
	}
	if (!map.notes.some(({ id }) => id === command.id)) return { refused: 'not-there' };
	const notes = map.notes.flatMap((note) => {
		if (note.id !== command.id) return [note];
		return command.type === 'note-edit' ? [{ ...note, text: command.text }] : [];
	});
	return { map: { ...map, notes } };
}
