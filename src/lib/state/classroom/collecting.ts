import {
	arrivalOf,
	contentOf,
	importFiles,
	pastedFiles,
	type Arrival,
	type Desk,
	type DroppedFile,
	type Imported
} from '#lib/domain/classroom/import/import-files.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import { readPrivateKey, readPublicKey } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { isBrought } from '#lib/domain/classroom/verdict.ts';
import type { Id, OpenClass } from '#lib/domain/classroom/model.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { keysOf } from '../gradebook/keys-of.ts';
import { nextTask } from './next-task.ts';

export interface CollectOptions {
	store: ClassroomStore;
	/** The class whose key opens the files. */
	open: OpenClass;
	port: CryptoPort;
	/** Ms since 1970. */
	now: () => number;
	/** Resolves after the page could draw and hear. */
	pause?: () => Promise<void>;
}

/** Thrown where the disk does not take what a file brought: nothing after it is read. */
export class NotSaved extends Error {}

/** What an import has at hand, as it is on this device now. */
async function deskOf({ store, open, port, now }: CollectOptions): Promise<Desk> {
	const [classes, assignments] = await Promise.all([store.classes(), store.assignments(open.id)]);
	if (classes.failed ?? assignments.failed) throw new NotSaved('The results that are here cannot be read.');
	const pair = {
		publicKey: await readPublicKey(open.publicKey, port),
		privateKey: await readPrivateKey(open.privateKey, port)
	};
	const keys = new Map<Id, Promise<LessonKey[]>>();
	const known = new Map<string, string>();
	const arrived: Arrival[] = [];
	for (const { data } of assignments.records) {
		const results = await store.results(data.id);
		if (results.failed) throw new NotSaved('The results that are here cannot be read.');
		for (const { data: kept } of results.records) {
			known.set(kept.id, contentOf(kept.result));
			arrived.push(arrivalOf(kept));
		}
	}
	return {
		port,
		now: now(),
		// Of the others it is only told that they are here: their results are collected where they are open.
		classes: new Map<Id, typeof pair | { elsewhere: string }>([
			...classes.records.map(({ data }) => [data.id, { elsewhere: data.name }] as const),
			[open.id, pair]
		]),
		assignments: new Map(assignments.records.map(({ data }) => [data.id, data])),
		keysOf: (assignment) => {
			const asked = keys.get(assignment.id) ?? keysOf(store, assignment);
			keys.set(assignment.id, asked);
			return asked;
		},
		known,
		arrived
	};
}

/**
 * Brings files in, one after the other: each result is on disk before its verdict is given. A sealed file whose
 * assignment is not here is kept. Rejects (`NotSaved`) only where the disk fails.
 */
export async function* collect(
	files: readonly DroppedFile[],
	options: CollectOptions
): AsyncGenerator<Imported, void, void> {
	const { store, pause = nextTask } = options;
	const desk = await deskOf(options);
	for await (const imported of importFiles(files, desk, pause)) {
		const { verdict } = imported;
		if (isBrought(verdict)) await saved(store, { results: [verdict.kept] });
		else if (verdict.code === 'unknown-assignment') await saved(store, { waiting: [verdict.waiting] });
		yield imported;
	}
}
async function saved(store: ClassroomStore, change: Parameters<ClassroomStore['save']>[0]): Promise<void> {
	const outcome = await store.save(change);
	if (!outcome.ok) throw new NotSaved(`A result was not saved: ${outcome.reason}.`);
}

/**
 * Opens what was kept waiting, as far as its assignment has come meanwhile; what is opened waits no longer. Gives the
 * verdicts of those alone.
 */
export async function* collectWaiting(options: CollectOptions): AsyncGenerator<Imported, void, void> {
	const { store, open } = options;
	const [waiting, assignments] = await Promise.all([store.waiting(open.id), store.assignments(open.id)]);
	const here = new Set<Id>(assignments.records.map(({ data }) => data.id));
	const ready = waiting.records.map(({ data }) => data).filter(({ assignment }) => here.has(assignment));
	const files = ready.flatMap((file) => {
		const [only] = pastedFiles(file.text);
		return only ? [{ ...only, name: file.file }] : [];
	});
	let at = 0;
	for await (const imported of collect(files, options)) {
		const file = ready[at];
		at += 1;
		// What could not be read this time is kept for another.
		const isHere = isBrought(imported.verdict) || imported.verdict.code === 'duplicate';
		if (file && isHere) await store.deleteWaiting(file.id);
		yield imported;
	}
}
