import { contentOf, importFiles } from '#lib/domain/classroom/import/import-files.ts';
import type { Desk, DroppedFile, Imported } from '#lib/domain/classroom/import/import-files.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { Assignment, Id, OpenClass } from '#lib/domain/classroom/model.ts';
import { readPrivateKey, readPublicKey } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { isBrought } from '#lib/domain/classroom/verdict.ts';
import type { Failure } from '#lib/storage/failure.ts';
import type { ClassroomStore, Save } from '#lib/storage/classroom/store.ts';
import { pause } from './pause.ts';

export interface Collecting {
	store: ClassroomStore;
	port: CryptoPort;
	/** The classes whose secret is at hand, and the ids of those that are locked. */
	open: readonly OpenClass[];
	locked: readonly Id[];
	keysOf: (assignment: Assignment) => Promise<LessonKey[]>;
	/** Milliseconds since 1970. */
	now: number;
}
/** A verdict, and whether what it brings is on disk: where `failed` is set, it is not, and the file is to be tried again. */
export type Collected = Imported & { failed: Failure | null };

async function deskOf({ store, port, open, locked, keysOf, now }: Collecting): Promise<Desk> {
	const assignments = (await store.assignments()).records.map(({ data }) => data);
	const known = new Map<string, string>();
	for (const { id } of assignments)
		for (const { data } of (await store.results(id)).records) known.set(data.id, contentOf(data.result));
	const pairs = await Promise.all(
		open.map(
			async ({ id, publicKey, privateKey }) =>
				[
					id,
					{ publicKey: await readPublicKey(publicKey, port), privateKey: await readPrivateKey(privateKey, port) }
				] as const
		)
	);
	const asked = new Map<Id, Promise<LessonKey[]>>();
	return {
		port,
		now,
		classes: new Map<Id, Desk['classes'] extends ReadonlyMap<Id, infer P> ? P : never>([
			...locked.map((id) => [id, null] as const),
			...pairs
		]),
		assignments: new Map(assignments.map((one) => [one.id, one])),
		keysOf: (assignment) => {
			const keys = asked.get(assignment.id) ?? keysOf(assignment);
			asked.set(assignment.id, keys);
			return keys;
		},
		known
	};
}

/**
 * Imports files and saves what each brings before it tells of it, so that a page which closes in the middle has lost
 * nothing that it showed as opened. Sealed files whose assignment is missing are kept as they are.
 */
export async function* collect(
	files: readonly DroppedFile[],
	collecting: Collecting
): AsyncGenerator<Collected, void, void> {
	const desk = await deskOf(collecting);
	for await (const imported of importFiles(files, desk, pause)) {
		const { verdict } = imported;
		const save: Save | null = isBrought(verdict)
			? { part: 'results', rev: 0, data: verdict.kept }
			: verdict.code === 'unknown-assignment'
				? { part: 'waiting', rev: 0, data: verdict.waiting }
				: null;
		const done = save ? await collecting.store.save([save]) : null;
		// The same file may wait here already.
		const failed = done?.ok === false && !(done.reason === 'stale' && save?.part === 'waiting') ? done.reason : null;
		if (failed && isBrought(verdict)) desk.known.delete(verdict.kept.id);
		yield { ...imported, failed };
	}
}

/** Opens the sealed files that waited for an assignment which is here now. */
export async function* collectWaiting(classId: Id, collecting: Collecting): AsyncGenerator<Collected, void, void> {
	const { records } = await collecting.store.waiting(classId);
	for (const { data } of records) {
		const bytes = new TextEncoder().encode(data.text);
		const file: DroppedFile = { name: data.file, size: bytes.length, bytes: async () => bytes };
		for await (const one of collect([file], collecting)) {
			const isDone = one.failed === null && one.verdict.code !== 'unknown-assignment' && one.verdict.code !== 'locked';
			if (isDone) await collecting.store.dropWaiting([data.id]);
			yield one;
		}
	}
}
