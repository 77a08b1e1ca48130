import type { LessonRecord, StepRecord } from './envelopes.ts';
import { findHostile } from '#lib/domain/parsed/mismatch.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';

/** An id that can stand in an address, as the lesson compiler has it too. */
export const idPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** What a page saves: a record without what the store adds. `rev` is the one last seen, 0 for none. */
export type StepSave = Omit<StepRecord, 'format' | 'savedAt'>;
export type LessonSave = Omit<LessonRecord, 'format' | 'savedAt'>;

/**
 * The record that `save` becomes on disk. Throws on what could not be read back, a mistake of the caller: of that it
 * finds what types cannot say (numbers, ids, depth); `parseStepRecord` finds the rest.
 */
export function toStepRecord({ lessonId, stepId, lessonVersion, rev, work, place }: StepSave, at: number): StepRecord {
	return sound({ format: 1, lessonId, stepId, lessonVersion, rev: rev + 1, savedAt: at, work, place }, 'step');
}

/** The same for a lesson. */
export function toLessonRecord(save: LessonSave, at: number): LessonRecord {
	const { lessonId, lessonVersion, rev, lastStep, place, results } = save;
	return sound({ format: 1, lessonId, lessonVersion, rev: rev + 1, savedAt: at, lastStep, place, results }, 'lesson');
}

function sound<T extends StepRecord | LessonRecord>(record: T, what: string): T {
	const problem = misfitIn(record) ?? findHostile(record);
	if (!problem) return record;
	const { path, expected, found } = problem;
	throw new TypeError(`Not a ${what} to save. At ${path} -- expected ${expected}, but got ${found}.`);
}

function misfitIn(record: StepRecord | LessonRecord): Mismatch | null {
	const { lessonId } = record;
	if (lessonId.length > 100 || !idPattern.test(lessonId))
		return { path: 'lessonId', expected: 'an id of at most 100 letters, digits and hyphens', found: lessonId };
	for (const path of ['lessonVersion', 'rev', 'savedAt'] as const) {
		const least = path === 'savedAt' ? 0 : 1;
		if (!Number.isSafeInteger(record[path]) || record[path] < least)
			return { path, expected: 'a whole number', found: String(record[path]) };
	}
	return null;
}
