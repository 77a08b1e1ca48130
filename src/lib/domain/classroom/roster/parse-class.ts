import * as v from 'valibot';
import { parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { longest, mostStudents } from '../assignment/bounds.ts';
import type { ClassRecord, ClassSecret } from '../model.ts';
import { mostRounds } from '../sealing/passphrase.ts';
import { base64url, code, count, filled, id, instant, publicKey, text } from '../shapes.ts';

const secret = v.strictObject({
	privateKey: v.pipe(base64url, v.minLength(100, 'a private key'), v.maxLength(400, 'a private key')),
	people: v.record(v.string(), v.strictObject({ name: v.optional(text(200)), lms: v.optional(text(200)) }))
}) as unknown as v.GenericSchema<unknown, ClassSecret>;

const kept = v.variant('kind', [
	v.strictObject({ kind: v.literal('open'), secret }),
	v.strictObject({
		kind: v.literal('locked'),
		salt: base64url,
		rounds: count(1, mostRounds),
		iv: v.pipe(base64url, v.length(16, 'a nonce of 12 bytes')),
		box: base64url
	})
]);

const record = v.strictObject({
	format: v.literal(1),
	id,
	name: filled(longest.className),
	made: instant,
	archived: v.boolean(),
	publicKey,
	roster: v.pipe(
		v.array(v.strictObject({ code, left: v.optional(v.literal(true)) })),
		v.maxLength(mostStudents, `at most ${mostStudents} students`),
		v.check((all) => new Set(all.map((one) => one.code)).size === all.length, 'each code once')
	),
	secret: kept,
	backedUpAt: v.nullable(instant),
	deleteBy: v.nullable(instant)
}) as unknown as v.GenericSchema<unknown, ClassRecord>;

/** A class from the disk, a backup or a copy. */
export const parseClass = (input: unknown): Parsed<ClassRecord> => parse(record, input);
/** What was under a passphrase. */
export const parseSecret = (input: unknown): Parsed<ClassSecret> => parse(secret, input);
