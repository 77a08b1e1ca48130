import type { LessonId } from '../lesson/model.ts';
import type { Code, Id } from './model.ts';

/** So many random bytes; the caller's, since the domain draws nothing itself. */
export type Random = (count: number) => Uint8Array;

// Crockford's alphabet: no letter that is taken for a digit, and none that makes words.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
export const idShape = /^[0-9a-z]{10,26}$/;

/** An id of `length` signs, 5 bits each: 12 of them (60 bits) are enough for what one class will ever make. */
export const newId = (random: Random, length = 12): Id =>
	Array.from(random(length), (byte) => alphabet[byte % 32]).join('');

const prefix = 'assignment';

/**
 * The `lessonId` under which a student's work on a lesson of an assignment is kept, in the same tables as all work: apart
 * from what they did on the lesson for themselves, whose attempts and hints are not the assignment's.
 */
export const workIdOf = (assignment: Id, lesson: LessonId): string => `${prefix}-${assignment}-${lesson}`;

/** What a `workIdOf` was made of; null for another id. */
export function fromWorkId(id: string): { assignment: Id; lesson: LessonId } | null {
	const [, assignment, lesson] = /^assignment-([0-9a-z]{10,26})-(.+)$/.exec(id) ?? [];
	return assignment === undefined || lesson === undefined ? null : { assignment, lesson };
}

/** A title as a part of a file's name: letters and digits of any script, in lower case, at most 40. */
export function slugOf(title: string): string {
	const words =
		title
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	return [...words.join('-')].slice(0, 40).join('').replace(/-$/, '') || 'parallax';
}

/** `S-017_week-3_a1.parallax.txt`: `.txt`, because phones do not share `.json`. */
export const resultFileName = (code: Code, title: string, attempt: number): string =>
	`${code}_${slugOf(title)}_a${attempt}.parallax.txt`;
