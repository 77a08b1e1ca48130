import type { Id } from '#lib/domain/classroom/model.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { CollectSession, type Work } from './collect-session.svelte.ts';

const made = new WeakMap<ClassroomStore, Map<Id, CollectSession>>();

/** The files that were brought into a class, the same for as long as the page stands open: verdicts outlive a look elsewhere. */
export function collectionOf(store: ClassroomStore, id: Id): CollectSession {
	const all = made.get(store) ?? new Map<Id, CollectSession>();
	made.set(store, all);
	const known =
		all.get(id) ??
		new CollectSession({
			async takeOut(kept) {
				const deleted = await store.deleteResult(kept.id);
				if (!deleted.ok) throw new Error(deleted.reason);
			},
			async putBack(kept) {
				const saved = await store.save({ results: [kept] });
				if (!saved.ok) throw new Error(saved.reason);
			}
		});
	all.set(id, known);
	return known;
}

/** Drops the verdicts on what was deleted from a class. */
export const forgetCollected = (store: ClassroomStore, id: Id, isGone: (work: Work) => boolean): void =>
	made.get(store)?.get(id)?.forget(isGone);
