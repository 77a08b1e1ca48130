import { fromWorkId } from '#lib/domain/classroom/ids.ts';
import { isExercise } from '#lib/domain/learning/exercise.ts';
import type { Note } from '#lib/domain/learning/notes/model.ts';
import { backupFormat, parseBackup } from '#lib/storage/backup.ts';
import type { Contents } from '#lib/storage/contents.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';

/** Bytes. Some hundred lessons' work is a few million; a larger file is no copy of ours, and could stall a phone. */
export const largestFile = 20_000_000;

/** How much there is, in a copy or on the device. */
export interface Amount {
	/** Lessons of which anything is there. */
	lessons: number;
	/** Steps with answers; an exercise beyond the lessons counts as one. */
	steps: number;
	/** Cards of the review. */
	cards: number;
	/** Notes that say something. */
	notes: number;
	/** Earlier answers that a merge has kept beside the later ones. */
	spares: number;
	/** Records that could not be read and were set aside. */
	damaged: number;
}

export function amountOf({ steps, lessons, own, quarantine, review }: Contents): Amount {
	const ids = [...steps, ...lessons].map(({ lessonId }) => fromWorkId(lessonId)?.lesson ?? lessonId);
	const touched = new Set(ids.filter((id) => !isExercise(id)));
	const cards = review.filter(({ kind }) => kind === 'card');
	const notes = own.filter(({ kind, data }) => kind === 'note' && (data as Note | null)?.versions.length);
	const spares = own.filter(({ kind, data }) => kind === 'spare' && data !== null);
	return {
		lessons: touched.size,
		steps: steps.length,
		cards: cards.length,
		notes: notes.length,
		spares: spares.length,
		damaged: quarantine.length
	};
}

/** Whether there is nothing at all. */
export const isNothing = (amount: Amount): boolean => Object.values(amount).every((count) => count === 0);

/** A copy that can be brought back. */
export interface FoundCopy extends Amount {
	/** Milliseconds since 1970. */
	savedAt: number;
	/** It is as it was saved; null for a copy from before copies could tell. */
	intact: boolean | null;
	/** Records that will be left out. */
	refused: Mismatch[];
	/** What `Store.importAll` takes. */
	input: unknown;
}

/**
 * Why a file is no copy that can be brought back:
 * - `too-large`: above `largestFile`, and not even read;
 * - `unreadable`: the browser cannot read it;
 * - `no-json`: another kind of file, or one that broke off;
 * - `foreign`: made by something else;
 * - `newer`: made by a later version of the app;
 * - `altered`: a copy of ours whose outer shape is wrong;
 * - `empty`: nothing in it can be brought back, and putting nothing in the place of everything would only delete.
 */
export type FileProblem = 'too-large' | 'unreadable' | 'no-json' | 'foreign' | 'newer' | 'altered' | 'empty';

export type Inspected = { ok: true; copy: FoundCopy } | { ok: false; why: FileProblem; problem: Mismatch | null };

const no = (why: FileProblem, problem: Mismatch | null = null): Inspected => ({ ok: false, why, problem });

/** Reads a file that the learner chose and tells what is in it. Brings nothing in, and never rejects. */
export async function inspectFile(file: Pick<Blob, 'size' | 'text'>): Promise<Inspected> {
	if (file.size > largestFile) return no('too-large');
	let text: string;
	try {
		text = await file.text();
	} catch {
		return no('unreadable');
	}
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		return no('no-json');
	}
	const parsed = parseBackup(input);
	if (!parsed.ok) return no(reasonFor(parsed.problem), parsed.problem);
	const { contents, savedAt, intact, refused } = parsed.value;
	const amount = amountOf(contents);
	if (isNothing(amount)) return no('empty', refused[0]);
	return { ok: true, copy: { ...amount, savedAt, intact, refused, input } };
}

function reasonFor({ path, found }: Mismatch): FileProblem {
	if (path === '' || path === 'app') return 'foreign';
	return path === 'format' && Number(found) > backupFormat ? 'newer' : 'altered';
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `parallax-backup-YYYY-MM-DD.json`, with the day as the learner's own clock has it. */
export function backupName(savedAt: number): string {
	const date = new Date(savedAt);
	return `parallax-backup-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.json`;
}
