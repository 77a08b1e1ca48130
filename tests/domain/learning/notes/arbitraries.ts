import fc from 'fast-check';
import type { Note, NoteSource } from '#lib/domain/learning/notes/model.ts';
import { mergeNotes, writeNote } from '#lib/domain/learning/notes/note.ts';

export const about = (id = 'c1'): NoteSource => ({
	kind: 'framing',
	id,
	lesson: 'one-slogan',
	step: 'framings',
	lessonTitle: 'One slogan',
	version: 1,
	quotation: 'The slogan names what is at stake',
	print: '0123456789abcdef'
});

/** What devices may do with one note: write (an empty text deletes), or take up what another has. */
const act = fc.oneof(
	fc.record({ device: fc.nat(2), text: fc.constantFrom('', 'one', 'two', 'three') }),
	fc.record({ device: fc.nat(2), from: fc.nat(2) })
);

/** Three devices' notes on one card after any course of writing and exchange. */
export const devices: fc.Arbitrary<[Note, Note, Note]> = fc.array(act, { maxLength: 12 }).map((acts) => {
	const notes = [0, 1, 2].map((device) => writeNote(null, '', { by: `d${device}`, at: 0, about: about() }));
	for (const [at, one] of acts.entries()) {
		const mine = notes[one.device]!;
		notes[one.device] =
			'from' in one
				? mergeNotes(mine, notes[one.from]!)
				: writeNote(mine, one.text, { by: `d${one.device}`, at: at + 1, about: about() });
	}
	return notes as [Note, Note, Note];
});
