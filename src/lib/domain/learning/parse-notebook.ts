import * as v from 'valibot';
import type { Notebook } from './notebook.ts';

const schema: v.GenericSchema<unknown, Notebook> = v.object({
	answers: v.record(v.string(), v.string()),
	finished: v.boolean()
});

/** A stored notebook, or null for what is not one. */
export function parseNotebook(stored: unknown): Notebook | null {
	const parsed = v.safeParse(schema, stored);
	return parsed.success ? parsed.output : null;
}
