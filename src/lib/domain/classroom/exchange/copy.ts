import { digest } from '../../digest.ts';
import { inside } from '../../parsed/parse.ts';
import type { Mismatch, Parsed } from '../../parsed/mismatch.ts';
import { parseAssignment } from '../assignment/parse-assignment.ts';
import type { LessonKey } from '../carried/model.ts';
import { parseKeptLesson, type KeptLesson } from '../carried/parse-kept-lesson.ts';
import type { Judgement } from '../gradebook/model.ts';
import { slugOf } from '../ids.ts';
import type { Assignment, ClassRecord, TextFile } from '../model.ts';
import { parseClass } from '../roster/parse-class.ts';
import type { KeptResult, WaitingFile } from '../verdict.ts';
import { parseJudgement, parseKept, parseLessonKey, parseWaiting } from './parse-records.ts';

/** Everything that an instructor's device keeps. */
export interface ClassroomContents {
	classes: ClassRecord[];
	assignments: Assignment[];
	results: KeptResult[];
	judgements: Judgement[];
	waiting: WaitingFile[];
	/** What marks built-in lessons, as they were when they were assigned. */
	lessonKeys: LessonKey[];
	/** Lessons of the instructor's own. */
	lessons: KeptLesson[];
}
export const emptyContents: ClassroomContents = {
	classes: [],
	assignments: [],
	results: [],
	judgements: [],
	waiting: [],
	lessonKeys: [],
	lessons: []
};

const head = 'Parallax classroom 1';
const note =
	'Classes with everything in them. Whoever has this file can read what is not under a passphrase: keep it safe.';
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A copy as a text file that any JSON tool can read from its fourth line; its last line tells whether it is whole. */
export function toCopy(contents: ClassroomContents, now: number): TextFile {
	const json = JSON.stringify({ app: 'parallax', kind: 'classroom', version: 1, savedAt: now, ...contents });
	const [only, ...more] = contents.classes;
	const name = only && more.length === 0 ? slugOf(only.name) : 'classes';
	return {
		name: `${name}.everything.${day(now)}.parallax.txt`,
		text: [head, note, '', json, `end ${digest(json).slice(0, 16)}`].join('\n')
	};
}

const parsers: { [Part in keyof ClassroomContents]: (input: unknown) => Parsed<ClassroomContents[Part][number]> } = {
	classes: parseClass,
	assignments: parseAssignment,
	results: parseKept,
	judgements: parseJudgement,
	waiting: parseWaiting,
	lessonKeys: parseLessonKey,
	lessons: parseKeptLesson
};

export type ParsedCopy =
	{ ok: true; contents: ClassroomContents; refused: Mismatch[]; savedAt: number } | { ok: false; problem: Mismatch };

const no = (found: string): ParsedCopy => ({
	ok: false,
	problem: { path: '', expected: 'a copy of classes', found }
});

/**
 * What is in a copy. A record that does not parse is refused by itself, with its place, and all others are taken; a file
 * that was cut or changed is refused whole.
 */
export function parseCopy(given: string): ParsedCopy {
	const text = given
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.trim();
	const [, json = '', sum] = /^Parallax classroom 1\n[^\n]*\n\n([^\n]*)\nend ([0-9a-f]{16})$/.exec(text) ?? [];
	if (sum === undefined) {
		if (/^Parallax classroom \d+\n/.test(text) && !text.startsWith(`${head}\n`)) return no('a copy of a newer version');
		return no(text.startsWith('Parallax classroom ') ? 'a copy that was cut or changed' : 'something else');
	}
	if (digest(json).slice(0, 16) !== sum) return no('a copy that was changed');
	let input: Record<string, unknown>;
	try {
		input = JSON.parse(json) as Record<string, unknown>;
	} catch {
		return no('a copy that was changed');
	}
	const refused: Mismatch[] = [];
	function take<Part extends keyof ClassroomContents>(part: Part): ClassroomContents[Part] {
		const listed = input[part];
		if (!Array.isArray(listed)) {
			if (listed !== undefined) refused.push({ path: part, expected: 'a list', found: typeof listed });
			return [] as unknown as ClassroomContents[Part];
		}
		return listed.flatMap((one: unknown, at) => {
			const parsed = parsers[part](one);
			if (parsed.ok) return [parsed.value];
			refused.push(inside(`${part}[${at}]`, parsed.problem));
			return [];
		}) as unknown as ClassroomContents[Part];
	}
	const contents: ClassroomContents = {
		classes: take('classes'),
		assignments: take('assignments'),
		results: take('results'),
		judgements: take('judgements'),
		waiting: take('waiting'),
		lessonKeys: take('lessonKeys'),
		lessons: take('lessons')
	};
	return { ok: true, contents, refused, savedAt: typeof input.savedAt === 'number' ? input.savedAt : 0 };
}
