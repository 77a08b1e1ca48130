import * as v from 'valibot';
import { inside, parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { hash } from '../shapes.ts';
import { parseCarried } from './parse-carried.ts';
import type { CarriedLesson } from './model.ts';

/** The whole of a lesson that was assigned without its key, or that is not built in: what marks it, on the instructor's device. */
export interface KeptLesson {
	format: 1;
	/** `lessonHash` of it. */
	hash: string;
	carried: Extract<CarriedLesson, { key: true }>;
}

const outer = v.strictObject({ format: v.literal(1), hash, carried: v.unknown() });

/** Such a lesson from the disk or a copy; refuses one without its key. */
export function parseKeptLesson(input: unknown): Parsed<KeptLesson> {
	const parsed = parse(outer, input);
	if (!parsed.ok) return parsed;
	const carried = parseCarried(parsed.value.carried);
	if (!carried.ok) return { ok: false, problem: inside('carried', carried.problem) };
	if (!carried.value.key) return { ok: false, problem: { path: 'carried.key', expected: 'true', found: 'false' } };
	return { ok: true, value: { ...parsed.value, carried: carried.value } };
}
