import { parseAssignment } from '#lib/domain/classroom/assignment/parse-assignment.ts';
import { parseKeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { ClassroomContents } from '#lib/domain/classroom/exchange/copy.ts';
import { parseJudgement } from '#lib/domain/classroom/gradebook/parse-judgement.ts';
import { parseKept, parseWaiting } from '#lib/domain/classroom/parse-kept.ts';
import { parseClass } from '#lib/domain/classroom/roster/parse-class.ts';
import type { Parsed } from '../mismatch.ts';

/** The kinds of records, by their part of a copy. */
export const kinds = {
	classes: 'class',
	assignments: 'assignment',
	results: 'result',
	judgements: 'judgement',
	lessons: 'lesson',
	waiting: 'waiting'
} as const satisfies Record<keyof ClassroomContents, string>;
export type Part = keyof ClassroomContents;
export type Entry<P extends Part> = ClassroomContents[P][number];

export const parts = Object.keys(kinds) as Part[];

export const parserOf: { [P in Part]: (input: unknown) => Parsed<Entry<P>> } = {
	classes: parseClass,
	assignments: parseAssignment,
	results: parseKept,
	judgements: parseJudgement,
	lessons: parseKeptLesson,
	waiting: parseWaiting
};

const ids: { [P in Part]: (entry: Entry<P>) => string } = {
	classes: ({ id }) => id,
	assignments: ({ id }) => id,
	results: ({ id }) => id,
	judgements: ({ result }) => result,
	lessons: ({ hash }) => hash,
	waiting: ({ id }) => id
};
export const idOf = <P extends Part>(part: P, entry: Entry<P>): string => ids[part](entry);
