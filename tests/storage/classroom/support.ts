// idb looks for the IndexedDB classes among the globals.
import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { makeAssignment } from '#lib/domain/classroom/assignment/make.ts';
import type { Assignment, ClassRecord, OpenClass, Student } from '#lib/domain/classroom/model.ts';
import { createClass, toRecord } from '#lib/domain/classroom/roster/class.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import { openClassroom, type ClassroomOptions, type ClassroomStore } from '#lib/storage/classroom/store.ts';
import { closing } from '../support.ts';

export const port: CryptoPort = {
	subtle: webcrypto.subtle as SubtleCrypto,
	random: (count) => webcrypto.getRandomValues(new Uint8Array(count))
};
export const noon = 1_795_608_000_000;

let names = 0;
/** A device of an instructor: its tabs share one database. */
export function desk(): { factory: IDBFactory; tab: (options?: Partial<ClassroomOptions>) => Promise<ClassroomStore> } {
	const factory = new IDBFactory();
	const name = `classroom-${++names}`;
	return {
		factory,
		tab: async (options = {}) => closing(await openClassroom({ now: () => noon, name, indexedDB: factory, ...options }))
	};
}

export const students: Student[] = [
	{ code: 'S-001', name: 'Li Wei' },
	{ code: 'S-002', name: 'Ada', lms: 'ada@school.example' },
	{ code: 'S-003' }
];

export async function aClass(
	name = 'Media 101',
	over: Partial<OpenClass> = {}
): Promise<{
	open: OpenClass;
	record: ClassRecord;
}> {
	const open = { ...(await createClass({ name, students, now: noon }, port)), backedUpAt: noon, ...over };
	return { open, record: await toRecord(open, null, port) };
}

export const anAssignment = (open: OpenClass, title = 'Week 3', over: Partial<Assignment> = {}): Assignment => ({
	...makeAssignment(
		{
			class: open,
			title,
			note: '',
			due: null,
			attempts: 1,
			counts: 'last',
			policy: {},
			marking: 'app',
			asks: [],
			lessons: [{ id: 'one-slogan-many-englishes', version: 1, hash: '0123456789abcdef', steps: ['check'] }],
			carried: []
		},
		{ now: noon, random: port.random }
	),
	...over
});

let attempts = 0;
export function aResult({ id: assignment, class: { id: of, publicKey } }: Assignment, code: string): KeptResult {
	const id = `attempt00000${++attempts}`;
	return {
		format: 1,
		id,
		result: {
			app: 'parallax',
			kind: 'result',
			version: 1,
			id,
			assignment,
			class: of,
			code,
			attempt: 1,
			startedAt: noon,
			handedInAt: noon + 60_000,
			by: '0.1.0',
			lessons: [],
			claimed: [],
			shared: { stances: [], reflections: [], notes: [] },
			reply: publicKey
		},
		receivedAt: noon + 120_000,
		file: `${code}.parallax.txt`,
		late: false,
		otherVersions: [],
		over: false,
		device: publicKey
	};
}
