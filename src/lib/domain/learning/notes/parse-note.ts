import * as v from 'valibot';
import { stepIds } from '../../lesson/model.ts';
import { longestNote, longestQuotation, noteKinds } from './model.ts';
import type { Note } from './model.ts';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
// Two devices' texts stand side by side until somebody joins them.
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestNote));

/** A note from disk or file. */
export const noteSchema: v.GenericSchema<unknown, Note> = v.strictObject({
	about: v.strictObject({
		kind: v.picklist(noteKinds),
		id,
		lesson: id,
		step: v.picklist(stepIds),
		lessonTitle: v.pipe(v.string(), v.maxLength(500)),
		version: count,
		quotation: v.pipe(v.string(), v.maxLength(longestQuotation)),
		print: v.pipe(v.string(), v.maxLength(100))
	}),
	madeAt: instant,
	versions: v.array(v.strictObject({ text, at: instant, by: id, count })),
	seen: v.record(id, count)
});
