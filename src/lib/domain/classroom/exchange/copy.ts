import * as v from 'valibot';
import { canonical } from '../../canonical.ts';
import { digest } from '../../digest.ts';
import { inside, parseShape } from '../../parsed/parse.ts';
import type { Mismatch, Parsed } from '../../parsed/mismatch.ts';
import { parseAssignment } from '../assignment/parse-assignment.ts';
import { parseKeptLesson } from '../carried/parse-kept-lesson.ts';
import type { KeptLesson } from '../carried/parse-kept-lesson.ts';
import { parseJudgement } from '../gradebook/parse-judgement.ts';
import type { Judgement } from '../gradebook/model.ts';
import type { Assignment, ClassRecord } from '../model.ts';
import { parseKept, parseWaiting } from '../parse-kept.ts';
import { parseClass } from '../roster/parse-class.ts';
import { instant } from '../shapes.ts';
import type { KeptResult, WaitingFile } from '../verdict.ts';

/** All that an instructor's device holds of the classroom. */
export interface ClassroomContents {
	classes: ClassRecord[];
	assignments: Assignment[];
	results: KeptResult[];
	judgements: Judgement[];
	lessons: KeptLesson[];
	waiting: WaitingFile[];
}
export const emptyClassroom: ClassroomContents = {
	classes: [],
	assignments: [],
	results: [],
	judgements: [],
	lessons: [],
	waiting: []
};

/** Everything as JSON; the learner's own backup has none of it, and this has nothing of a learner's. */
export interface ClassroomCopy extends ClassroomContents {
	app: 'parallax';
	kind: 'classroom';
	version: 1;
	savedAt: number;
	/** SHA-256 of all the rest, as `canonical` has it. */
	digest: string;
}

const parsers: { [K in keyof ClassroomContents]: (input: unknown) => Parsed<ClassroomContents[K][number]> } = {
	classes: parseClass,
	assignments: parseAssignment,
	results: parseKept,
	judgements: parseJudgement,
	lessons: parseKeptLesson,
	waiting: parseWaiting
};
const parts = Object.keys(parsers) as (keyof ClassroomContents)[];

const outer = v.strictObject({
	app: v.literal('parallax'),
	kind: v.literal('classroom'),
	version: v.literal(1),
	savedAt: instant,
	...(Object.fromEntries(parts.map((part) => [part, v.array(v.unknown())])) as Record<
		keyof ClassroomContents,
		v.ArraySchema<v.UnknownSchema, undefined>
	>),
	digest: v.string()
});

const digestOf = (copy: object): string => digest(canonical({ ...copy, digest: undefined }));

export function toCopy(contents: ClassroomContents, savedAt: number): ClassroomCopy {
	const { classes, assignments, results, judgements, lessons, waiting } = contents;
	const all = { classes, assignments, results, judgements, lessons, waiting };
	const copy = { app: 'parallax', kind: 'classroom', version: 1, savedAt, ...all } as const;
	return { ...copy, digest: digestOf(copy) };
}

export interface ReadCopy {
	contents: ClassroomContents;
	savedAt: number;
	/** It is as it was saved. */
	intact: boolean;
	/** Entries that cannot be read, each with its place; the others can be brought in. */
	refused: Mismatch[];
}

/** What can be brought in from a copy: a bad entry is refused alone, a bad envelope refuses the whole. */
export function parseCopy(input: unknown): Parsed<ReadCopy> {
	const parsed = parseShape(outer, input);
	if (!parsed.ok) return parsed;
	const refused: Mismatch[] = [];
	const contents = structuredClone(emptyClassroom);
	for (const part of parts)
		parsed.value[part].forEach((entry, at) => {
			const one = parsers[part](entry);
			if (one.ok) (contents[part] as unknown[]).push(one.value);
			else refused.push(inside(`${part}[${at}]`, one.problem));
		});
	let intact = false;
	try {
		intact = digestOf(parsed.value) === parsed.value.digest;
	} catch {
		// So deep that no honest copy is.
	}
	return { ok: true, value: { contents, savedAt: parsed.value.savedAt, intact, refused } };
}
