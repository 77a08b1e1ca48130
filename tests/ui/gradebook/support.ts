import { IDBFactory } from 'fake-indexeddb';
import { toRecord } from '#lib/domain/classroom/roster/class.ts';
import type { Assignment, OpenClass } from '#lib/domain/classroom/model.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import { openClassroom, type ClassroomStore } from '#lib/storage/classroom/store.ts';
import {
	assignmentIn,
	classOf,
	key,
	keptOf,
	noon,
	port,
	resultBy,
	rosterOf,
	type Quality
} from '../../support/a-class.ts';

let names = 0;
/** An instructor's device with one class and one assignment on it, and these results. */
export async function aDesk(
	students: number,
	qualities: Quality[] = [],
	over: Partial<Assignment> = {}
): Promise<{ store: ClassroomStore; open: OpenClass; assignment: Assignment; results: KeptResult[] }> {
	const store = await openClassroom({ now: () => noon, name: `desk-${++names}`, indexedDB: new IDBFactory() });
	const open = await classOf(rosterOf(students));
	const assignment = assignmentIn(open, over);
	const results = qualities.map((quality) => keptOf(resultBy(quality, assignment, ''), assignment));
	const saved = await store.save({
		classes: [{ data: await toRecord(open, null, port), rev: 0 }],
		assignments: [{ data: assignment, rev: 0 }],
		lessonKeys: [key],
		results
	});
	if (!saved.ok) throw new Error(saved.reason);
	return { store, open, assignment, results };
}
