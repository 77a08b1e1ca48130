import * as v from 'valibot';
import { stepIds } from '../lesson/model.ts';
import { idShape } from './ids.ts';
import { codeShape } from './roster/codes.ts';

// What several schemas of the classroom are made of; messages complete "expected …".

export const instant = v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0, 'a time after 1970'));
export const count = (least: number, most: number) =>
	v.pipe(
		v.number(),
		v.check(
			(value) => Number.isInteger(value) && value >= least && value <= most,
			`a whole number from ${least} to ${most}`
		)
	);
export const id = v.pipe(v.string(), v.regex(idShape, '10 to 26 lower-case letters and digits'));
export const code = v.pipe(v.string(), v.regex(codeShape, 'a code as `S-017`'));
export const lessonId = v.pipe(
	v.string(),
	v.maxLength(70, 'at most 70 characters'),
	v.regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'the id of a lesson')
);
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, '16 hexadecimal digits'));
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `at most ${most} characters`));
export const filled = (most: number) =>
	v.pipe(
		text(most),
		v.check((value) => value.trim() !== '', 'a text that is not empty')
	);
export const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/, 'base64url'));
/** A public key on P-256, uncompressed: 65 bytes, the first of which is 4. */
export const publicKey = v.pipe(v.string(), v.regex(/^B[A-Za-z0-9_-]{86}$/, 'a public key on P-256 in base64url'));
export const step = v.picklist(stepIds);
export const fraction = v.strictObject({
	n: count(-10_000_000, 10_000_000),
	d: count(1, 10_000_000)
});
export const app = v.literal('parallax');
