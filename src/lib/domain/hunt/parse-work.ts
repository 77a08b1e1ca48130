import * as v from 'valibot';
import { slips } from '../lesson/model.ts';
import { verdicts, type HuntWork } from './work.ts';

const schema: v.GenericSchema<unknown, HuntWork> = v.object({
	cards: v.record(
		v.string(),
		v.object({
			slip: v.nullable(v.picklist(slips)),
			wrong: v.string(),
			matters: v.string(),
			opened: v.boolean(),
			verdict: v.nullable(v.picklist(verdicts))
		})
	),
	current: v.nullable(v.string())
});

/** Stored work of the error hunt, or null for what is none. */
export function parseHuntWork(stored: unknown): HuntWork | null {
	const parsed = v.safeParse(schema, stored);
	return parsed.success ? parsed.output : null;
}
