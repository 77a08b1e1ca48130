import * as v from 'valibot';
import { inside, parse } from '../parsed/parse.ts';
import type { Parsed } from '../parsed/mismatch.ts';
import { parseResult } from './result/parse-result.ts';
import { id, instant, lessonId, publicKey, text } from './shapes.ts';
import type { KeptResult, WaitingFile } from './verdict.ts';

const kept = v.strictObject({
	format: v.literal(1),
	id: v.pipe(v.string(), v.regex(/^[0-9a-z]{10,26}(?:~[0-9a-f]{8})?$/, 'the id of an attempt')),
	result: v.unknown(),
	receivedAt: instant,
	file: text(200),
	late: v.boolean(),
	otherVersions: v.array(lessonId),
	over: v.boolean(),
	device: publicKey
});
const waiting = v.strictObject({
	format: v.literal(1),
	id: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/, '24 hexadecimal digits')),
	classId: id,
	assignment: id,
	receivedAt: instant,
	file: text(300),
	text: text(5_000_000)
}) as unknown as v.GenericSchema<unknown, WaitingFile>;

/** A result as it is kept, from the disk or a copy. */
export function parseKept(input: unknown): Parsed<KeptResult> {
	const outer = parse(kept, input);
	if (!outer.ok) return outer;
	const result = parseResult(outer.value.result);
	return result.ok
		? { ok: true, value: { ...outer.value, result: result.value } }
		: { ok: false, problem: inside('result', result.problem) };
}

/** A sealed file that waits for its assignment, from the disk or a copy. */
export const parseWaiting = (input: unknown): Parsed<WaitingFile> => parse(waiting, input);
