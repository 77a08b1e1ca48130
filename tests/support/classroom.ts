import { webcrypto } from 'node:crypto';
import { readContent } from '../../src/cli/read-content.ts';
import { bestMap } from '#lib/domain/argument/index.ts';
import { toBase64url } from '#lib/domain/classroom/base64url.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import { openedWork } from '#lib/domain/classroom/assignment/standing.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import { newId } from '#lib/domain/classroom/ids.ts';
import type { AssignedLesson, Assignment, OpenClass, Result } from '#lib/domain/classroom/model.ts';
import { createClass } from '#lib/domain/classroom/roster/class.ts';
import { makeResult, nothingShared, type CollectedStep } from '#lib/domain/classroom/result/make-result.ts';
import { makeDeviceKeys, pointOf, readPrivateKey, readPublicKey } from '#lib/domain/classroom/sealing/keys.ts';
import type { DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import type { Desk, DroppedFile } from '#lib/domain/classroom/import/import-files.ts';
import { regrade } from '#lib/domain/learning/results.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, Lesson } from '#lib/domain/lesson/model.ts';
import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import { degrees, stances } from '#lib/domain/quiz/model.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';

// A class and its students, with the course's own lessons, and Node's cryptography in the place of the browser's.

export const port: CryptoPort = {
	subtle: webcrypto.subtle as SubtleCrypto,
	random: (count) => webcrypto.getRandomValues(new Uint8Array(count))
};
export const now = Date.UTC(2026, 10, 2, 9);
export const day = 86_400_000;

let compiled: Content | undefined;
/** The course as it is built in. */
export function course(): Content {
	compiled ??= compileContent(readContent('lessons')).content ?? undefined;
	if (!compiled) throw new Error('The course does not compile.');
	return compiled;
}
export const lessonsOf = (count: number): Lesson[] => course().lessons.slice(0, count);
export const keysOf = (lessons: readonly Lesson[]): LessonKey[] => lessons.map(lessonKeyOf);

export const assigned = (lesson: Lesson): AssignedLesson => ({
	id: lesson.id,
	version: lesson.version,
	hash: lessonKeyOf(lesson).hash,
	steps: lesson.steps.map(({ id }) => id)
});

export async function makeClass(names: readonly string[] = ['Ana Li', 'Bo Chen', 'Cy Diaz']): Promise<OpenClass> {
	const students = names.map((name, at) => ({ code: `S-00${at + 1}`, name }));
	return { ...(await createClass({ name: 'Media 101', students, now }, port)), backedUpAt: now };
}

export const makeAssignmentFor = (
	{ id, name, publicKey }: OpenClass,
	lessons: readonly Lesson[],
	over: Partial<Assignment> = {}
): Assignment => ({
	app: 'parallax',
	kind: 'assignment',
	version: 1,
	id: newId(port.random),
	class: { id, name, publicKey },
	title: 'Week 3',
	note: '',
	made: now,
	lessons: lessons.map(assigned),
	due: null,
	attempts: 0,
	counts: 'last',
	policy: {},
	marking: 'app',
	asks: [],
	carried: [],
	...over
});

/** An answer that can be marked; the right one where `right` says so, else one that is as wrong as the kind allows. */
export function answerTo(item: Item, right: boolean): Response {
	const other = <T>(all: readonly T[], key: T): T => (right ? key : (all.find((one) => one !== key) ?? key));
	const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find((option) => option.right === right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: ids(item.options.filter((option) => option.right === right)) };
		case 'truefalse':
			return { kind: 'truefalse', answer: item.answer === right };
		case 'order': {
			const sorted = ids(item.entries.toSorted((a, b) => a.rank - b.rank));
			return { kind: 'order', order: right ? sorted : sorted.toReversed() };
		}
		case 'match': {
			const partners = [...ids(item.right), null];
			return {
				kind: 'match',
				pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, other(partners, partner)]))
			};
		}
		case 'whosaid':
			return {
				kind: 'whosaid',
				answers: Object.fromEntries(item.statements.map(({ id, column }) => [id, other(ids(item.columns), column)]))
			};
		case 'gap': {
			const text = item.spellings.find((one) => one.right === right)?.text;
			return { kind: 'gap', text: text ?? 'nothing like it' };
		}
		case 'number':
			return { kind: 'number', text: String(right ? item.answer : item.most + 1000) };
		case 'matrix':
			return {
				kind: 'matrix',
				answers: Object.fromEntries(
					item.rows.flatMap((row) =>
						Object.entries(row.stances).map(([source, stance]) => [cellId(row.id, source), other(stances, stance)])
					)
				)
			};
		case 'divergence':
			return {
				kind: 'divergence',
				answers: Object.fromEntries(item.segments.map(({ id, degree }) => [id, other(degrees, degree)]))
			};
		case 'classify-source':
			return {
				kind: 'classify-source',
				answers: Object.fromEntries(
					item.fields.map(({ id, options, answer }) => [id, other(ids(options), answer ?? options[0]?.id ?? '')])
				)
			};
		case 'best-case': {
			const rank = { strong: 0, weak: 1, other: 2, caricature: 3 };
			const sorted = item.cards.toSorted((a, b) => rank[a.label] - rank[b.label]);
			return { kind: 'best-case', picks: ids(right ? sorted : sorted.toReversed()).slice(0, item.picks) };
		}
	}
}

/** The work of a student who knows what `knows` says of each item, on every marked step, and the best or an empty map. */
export function collected(lesson: Lesson, knows: (item: Item) => boolean): CollectedStep[] {
	return lesson.steps.map((step): CollectedStep => {
		const place = { lesson: lesson.id, step: step.id };
		if (step.id === 'check' || step.id === 'reverse') {
			const work = {
				...emptyQuizWork,
				seed: 7,
				responses: Object.fromEntries(step.items.map((item) => [item.id, answerTo(item, knows(item))])),
				checked: step.items.map(({ id }) => id),
				...(step.id === 'check' &&
					step.certainty && {
						certainties: Object.fromEntries(step.items.map(({ id }) => [id, 'fairly-sure' as const]))
					})
			};
			return { ...place, work, result: regrade(step.items, work, step.policy ?? usualPolicy) };
		}
		if (step.id === 'weigh') {
			const map = step.references[0]!.map;
			const best = bestMap(step.kit, step.references, [map])!.score;
			const result = { done: true, frames: {}, map: { total: best.total, band: best.band } };
			return { ...place, work: { map, attempts: [map] }, result };
		}
		return { ...place, work: null, result: { done: true, frames: {} } };
	});
}

export const makeDevice = (): Promise<DeviceKeys> => makeDeviceKeys(port);

export interface HandIn {
	code?: string;
	attempt?: number;
	at?: number;
	knows?: (item: Item) => boolean;
	id?: string;
}

/** A result as the student's device makes it. */
export async function resultFor(
	assignment: Assignment,
	lessons: readonly Lesson[],
	device: DeviceKeys,
	{ code = 'S-001', attempt = 1, at = now + day, knows = () => true, id = newId(port.random) }: HandIn = {}
): Promise<Result> {
	const work = { ...openedWork(assignment, now), code, startedAt: now };
	const result = makeResult(
		work,
		{
			steps: lessons.flatMap((lesson) => collected(lesson, knows)),
			workedOn: lessons.map((lesson) => ({
				lesson: lesson.id,
				version: lesson.version,
				hash: lessonKeyOf(lesson).hash
			})),
			shareable: nothingShared
		},
		{ id, reply: toBase64url(await pointOf(device.reply.publicKey, port)), now: at, by: '0.1.0' }
	);
	return { ...result, attempt };
}

export const pairOf = async ({ publicKey, privateKey }: OpenClass) => ({
	publicKey: await readPublicKey(publicKey, port),
	privateKey: await readPrivateKey(privateKey, port)
});

export async function deskFor(
	open: OpenClass,
	assignments: readonly Assignment[],
	keys: readonly LessonKey[] = keysOf(course().lessons)
): Promise<Desk> {
	return {
		port,
		now: now + 2 * day,
		classes: new Map([[open.id, await pairOf(open)]]),
		assignments: new Map(assignments.map((one) => [one.id, one])),
		keysOf: async () => [...keys],
		known: new Map(),
		arrived: []
	};
}

export function fileOf(content: string | Uint8Array, name = 'file.parallax.txt'): DroppedFile {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return { name, size: bytes.length, bytes: async () => bytes };
}
