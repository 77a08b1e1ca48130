import { webcrypto } from 'node:crypto';
import { makeAssignment } from '#lib/domain/classroom/assignment/make.ts';
import { toBase64url } from '#lib/domain/classroom/base64url.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import { emptyContents, toCopy } from '#lib/domain/classroom/exchange/copy.ts';
import { newId } from '#lib/domain/classroom/ids.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { Assignment, OpenClass, Result, Student, TextFile } from '#lib/domain/classroom/model.ts';
import { createClass, toRecord } from '#lib/domain/classroom/roster/class.ts';
import { makeDeviceKeys, pointOf, type DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import { emptyMap, type ArgumentMap } from '#lib/domain/argument/index.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import type { Lesson, StepId } from '#lib/domain/lesson/model.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import { certainties, type Item } from '#lib/domain/quiz/model.ts';
import { emptyQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { rightResponse, wrongResponse } from '../lessons/answers.ts';
import { lessons, stepOf } from '../lessons/course.ts';

// A class with work of every quality, made by the calls that the app makes: the same for component tests, the browser
// and the bench.

export const port: CryptoPort = {
	subtle: webcrypto.subtle as SubtleCrypto,
	random: (count) => webcrypto.getRandomValues(new Uint8Array(count))
};
/** Noon of a day in November 2026. */
export const noon = 1_795_608_000_000;
const hour = 3_600_000;

const found = lessons.find(([id]) => id === 'one-slogan-many-englishes')?.[1];
if (!found) throw new Error('Lesson 1 does not compile.');
export const lesson: Lesson = found;
export const key: LessonKey = lessonKeyOf(lesson);

export const rosterOf = (count: number): Student[] =>
	Array.from({ length: count }, (_, at): Student => ({
		code: `S-${String(at + 1).padStart(3, '0')}`,
		name: `${['Ada', '李 伟', 'Zoë', 'Omar', 'Noor'][at % 5]} ${at + 1}`,
		lms: String(1001 + at)
	}));

export async function classOf(students: Student[], name = 'Media 101'): Promise<OpenClass> {
	return { ...(await createClass({ name, students, now: noon - 100 * hour }, port)), backedUpAt: noon - 99 * hour };
}

export const assignmentIn = (open: OpenClass, over: Partial<Assignment> = {}): Assignment => ({
	...makeAssignment(
		{
			class: open,
			title: 'Week 3',
			note: '',
			due: noon,
			attempts: 2,
			counts: 'last',
			policy: {},
			marking: 'app',
			asks: ['reflections'],
			lessons: [{ id: key.lesson, version: key.version, hash: key.hash, steps: ['check', 'weigh', 'reverse'] }],
			carried: []
		},
		{ now: noon - 90 * hour, random: port.random }
	),
	...over
});

/** An attempt at a quiz: `right` says of each item whether it is answered rightly; null leaves it out. */
function worked(items: readonly Item[], right: (at: number) => boolean | null): QuizWork {
	const answered = items.flatMap((item, at) => {
		const is = right(at);
		return is === null ? [] : [{ item, at, response: is ? rightResponse(item) : wrongResponse(item) }];
	});
	return {
		...emptyQuizWork,
		responses: Object.fromEntries(answered.map(({ item, response }) => [item.id, response])),
		certainties: Object.fromEntries(answered.map(({ item, at }) => [item.id, certainties[at % 3]!])),
		checked: answered.map(({ item }) => item.id)
	};
}

/** A map with the first `count` groups of an accepted one, as far as what they bear on is among them, and their evidence. */
function mapOf(count: number): ArgumentMap {
	const { references, kit } = stepOf(lesson, 'weigh');
	const whole = references[0]?.map ?? emptyMap(kit);
	const groups: ArgumentMap['groups'] = [];
	const isThere = (card: string) => card === kit.root.id || groups.some(({ premises }) => premises.includes(card));
	for (const group of whole.groups.slice(0, count)) {
		const { target } = group;
		if ('card' in target ? isThere(target.card) : groups.some(({ id }) => id === target.group)) groups.push(group);
	}
	return { ...whole, groups, evidence: whole.evidence.filter(({ claim }) => isThere(claim)), notes: [] };
}

/** What the student's own device says of the work; who boasts has all points of the check. */
function claimedOf(did: Result['lessons'], assignment: Assignment, boasts: boolean): Result['claimed'] {
	const { results } = markResult({ lessons: did, claimed: [] }, assignment, [key]);
	return Object.entries(results).flatMap(([id, steps]) =>
		(Object.entries(steps) as [StepId, StepResult][]).flatMap(([step, { overall, map }]) => {
			const said = boasts && step === 'check' && overall ? { ...overall, earned: overall.possible } : overall;
			return said || map ? [{ lesson: id, step, ...(said && { overall: said }), ...(map && { map }) }] : [];
		})
	);
}

export interface Quality {
	code: string;
	/** 0…1: how much of the work is right. */
	ability: number;
	attempt?: number;
	/** Ms since 1970. */
	at?: number;
	/** Claims full marks, whatever it has. */
	boasts?: boolean;
}

/** What a student hands in, by the content's own key; the same input gives the same answers. */
export function resultBy(
	{ code, ability, attempt = 1, at = noon - hour, boasts = false }: Quality,
	assignment: Assignment,
	reply: string
): Result {
	const number = Number(code.replace(/\D/g, ''));
	const right = (item: number): boolean | null => {
		const luck = ((number * 7 + item * 13) % 10) / 10;
		return luck > 0.85 && ability < 0.5 ? null : luck < ability;
	};
	const check = stepOf(lesson, 'check');
	const reverse = stepOf(lesson, 'reverse');
	const map = mapOf(Math.round(ability * 9));
	const did: Result['lessons'] = assignment.lessons.map(({ id, version, hash }) => ({
		id,
		version,
		hash,
		steps: [
			{ step: 'check', work: worked(check.items, right) },
			{ step: 'weigh', work: { map, attempts: ability > 0.15 ? [map] : [] } },
			{ step: 'reverse', work: worked(reverse.items, right) }
		]
	}));
	return {
		app: 'parallax',
		kind: 'result',
		version: 1,
		id: newId(port.random),
		assignment: assignment.id,
		class: assignment.class.id,
		code,
		attempt,
		startedAt: at - hour,
		handedInAt: at,
		by: '0.1.0',
		lessons: did,
		claimed: claimedOf(did, assignment, boasts),
		shared: {
			stances: [],
			reflections:
				ability > 0.8
					? [{ lesson: key.lesson, step: 'close', question: 'Why?', answer: 'Since both read it so.' }]
					: [],
			notes: []
		},
		reply
	};
}

export interface Device {
	keys: DeviceKeys;
	reply: string;
}
export async function aDevice(): Promise<Device> {
	const keys = await makeDeviceKeys(port);
	return { keys, reply: toBase64url(await pointOf(keys.reply.publicKey, port)) };
}

/** The sealed file of a result. */
export async function sealedBy(quality: Quality, assignment: Assignment, device: Device): Promise<TextFile> {
	return sealResult(resultBy(quality, assignment, device.reply), { assignment, device: device.keys }, port);
}

/** A result as it is kept once it is opened. */
export function keptOf(result: Result, assignment: Assignment, device = `device-of-${result.code}`) {
	return {
		format: 1 as const,
		id: result.id,
		result,
		receivedAt: noon,
		file: `${result.code}_week-3_a${result.attempt}.parallax.txt`,
		late: assignment.due !== null && result.handedInAt > assignment.due,
		otherVersions: [],
		over: assignment.attempts > 0 && result.attempt > assignment.attempts,
		device
	};
}

/** The copy of a class, as it is brought to another device: with these assignments, what marks them, and these results. */
export async function copyOf(
	open: OpenClass,
	assignments: Assignment[],
	results: KeptResult[] = []
): Promise<TextFile> {
	const classes = [await toRecord(open, null, port)];
	return toCopy({ ...emptyContents, classes, assignments, lessonKeys: [key], results }, noon);
}
