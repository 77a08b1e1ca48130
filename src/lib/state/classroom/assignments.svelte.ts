import { fromAssignmentText } from '#lib/domain/classroom/assignment/file.ts';
import type { LinkProblem } from '#lib/domain/classroom/assignment/link.ts';
import { makeAssignment } from '#lib/domain/classroom/assignment/make.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { KeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { Assignment, Id, OpenClass } from '#lib/domain/classroom/model.ts';
import type { Failure } from '#lib/storage/store.ts';
import { href } from '../address.ts';
import { forgetCollected } from '../gradebook/collections.ts';
import { AssignDraft } from './assign-draft.svelte.ts';
import { builtInKey } from './assignables.ts';
import type { Classes } from './classes.svelte.ts';
import { shelfInTab } from './draft-shelf.ts';

/** The absolute address of the student's page, which links begin with; in the page's own language. */
export const assignmentAddress = (): string => new URL(href('/assignment/'), location.href).href;

/** What became of a link or file that was to bring an assignment in. */
export type BroughtAssignment =
	| {
			ok: true;
			assignment: Assignment;
			anew: boolean;
			/** Titles of lessons whose key could not be reached in the version that was assigned. */
			keyless: string[];
	  }
	| { ok: false; code: LinkProblem }
	| { ok: false; code: 'other-class'; name: string }
	| { ok: false; code: 'not-saved'; failed: Failure };

/** The assignments of one class, and the one that is being put together. */
const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export class Assignments {
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** The newest first. */
	list = $state.raw<Assignment[]>([]);
	/** Why the last change is not on disk; null when it is, or was none. */
	trouble = $state<Failure | null>(null);
	readonly draft: AssignDraft;
	#revs = new Map<Id, number>();
	#stop: () => void = () => undefined;
	#classes: Classes;
	#id: Id;

	constructor(classes: Classes, id: Id) {
		this.#classes = classes;
		this.#id = id;
		this.draft = new AssignDraft(shelfInTab(`assignment-draft:${id}`));
	}

	async open(): Promise<void> {
		this.#stop();
		this.#stop = this.#classes.store?.onChange(() => void this.#read()) ?? this.#stop;
		await this.#read();
	}
	close(): void {
		this.#stop();
	}

	async #read(): Promise<void> {
		const store = this.#classes.store;
		if (!store) return;
		const { records, failed } = await store.assignments(this.#id);
		this.phase = failed ? 'unreadable' : 'ready';
		if (failed) return;
		this.#revs = new Map(records.map(({ data, rev }) => [data.id, rev]));
		this.list = records.map(({ data }) => data).toSorted((a, b) => b.made - a.made);
	}

	async #write(assignment: Assignment, lessonKeys: LessonKey[] = [], lessons: KeptLesson[] = []): Promise<boolean> {
		const rev = this.#revs.get(assignment.id) ?? 0;
		const saved = await this.#classes.store!.save({ assignments: [{ data: assignment, rev }], lessonKeys, lessons });
		this.trouble = saved.ok ? null : saved.reason;
		await this.#read();
		return saved.ok;
	}

	/**
	 * Makes an assignment of the draft, which has no problems, and keeps with it what will mark its results, so that they
	 * are marked alike after the app's own lessons have changed. Null when it is not on disk (`trouble`), or when a key
	 * could not be reached.
	 */
	async make(open: OpenClass): Promise<Id | null> {
		this.trouble = null;
		let keys: LessonKey[];
		try {
			keys = await Promise.all(
				this.draft.picked.map(({ lesson: { id, own } }) => (own ? Promise.resolve(own.key) : builtInKey(id)))
			);
		} catch {
			return null;
		}
		const random = (count: number): Uint8Array => this.#classes.port.random(count);
		const made = makeAssignment(this.draft.toDraft(open), { now: this.#classes.now(), random });
		// The hash of a key lets guesses at the key be tried: where the key stays here, a drawn name stands in its place.
		const drawn = new Map(
			made.marking === 'instructor' ? made.lessons.map(({ id }) => [id, toHex(random(8))] as const) : []
		);
		const nameOf = (lesson: string, hash: string): string => drawn.get(lesson) ?? hash;
		const assignment = { ...made, lessons: made.lessons.map((one) => ({ ...one, hash: nameOf(one.id, one.hash) })) };
		keys = keys.map((key) => ({ ...key, hash: nameOf(key.lesson, key.hash) }));
		// Whole, so that what travels without its key can be shown with it afterwards.
		const lessons = this.draft.picked.flatMap(({ lesson: { id, own, hash } }): KeptLesson[] =>
			own?.keyed.key ? [{ format: 1, hash: nameOf(id, hash), carried: own.keyed }] : []
		);
		if (!(await this.#write(assignment, keys, lessons))) return null;
		this.draft.clear();
		return assignment.id;
	}

	change(assignment: Assignment): Promise<boolean> {
		return this.#write(assignment);
	}

	/** With its results; it comes back by undo as a copy of the class would bring it. */
	async remove({ id, title }: Assignment): Promise<boolean> {
		const store = this.#classes.store!;
		const copy = await this.#classes.copy(this.#id);
		const deleted = await store.deleteAssignment(id);
		this.trouble = deleted.ok ? null : deleted.reason;
		if (deleted.ok) forgetCollected(store, this.#id, ({ assignment }) => assignment === id);
		await this.#read();
		if (deleted.ok && copy)
			this.#classes.offerUndo({
				what: 'assignment-deleted',
				name: title,
				classId: this.#id,
				undo: async () => {
					const { ok } = await store.importCopy(copy.text);
					await this.#read();
					return ok;
				}
			});
		return deleted.ok;
	}

	/** Brings in an assignment of this class by its link or file, with what marks it. */
	async bring(text: string, open: OpenClass): Promise<BroughtAssignment> {
		const read = fromAssignmentText(text);
		if (!read.ok) return { ok: false, code: read.code };
		const { assignment } = read;
		if (assignment.class.id !== this.#id || assignment.class.publicKey !== open.publicKey)
			return { ok: false, code: 'other-class', name: assignment.class.name };
		const there = this.list.find(({ id }) => id === assignment.id);
		const { keys, keyless } = await this.#keysFor(assignment);
		if (!(await this.#write(there ?? assignment, keys)))
			return { ok: false, code: 'not-saved', failed: this.trouble ?? 'unavailable' };
		return { ok: true, assignment, anew: !there, keyless };
	}
	async #keysFor({ carried, lessons }: Assignment): Promise<{ keys: LessonKey[]; keyless: string[] }> {
		const hashes = lessons.map(({ hash }) => hash);
		const here = new Set((await this.#classes.store!.lessonKeys(hashes)).map(({ hash }) => hash));
		const keys: LessonKey[] = [];
		const keyless: string[] = [];
		for (const { id, hash } of lessons) {
			if (here.has(hash)) continue;
			const travels = carried.find(({ lesson }) => lesson.id === id);
			const key = travels ? await keyInside(travels) : await builtInKey(id).catch(() => null);
			if (key?.hash === hash) keys.push(key);
			else keyless.push(travels?.lesson.title ?? id);
		}
		return { keys, keyless };
	}
}

async function keyInside(carried: Assignment['carried'][number]): Promise<LessonKey | null> {
	if (!carried.key) return null;
	const { lessonKeyOf } = await import('#lib/domain/classroom/carried/lesson-key.ts');
	return lessonKeyOf(carried.lesson);
}

const made = new WeakMap<Classes, Map<Id, Assignments>>();

/** The assignments of a class, the same ones for as long as the page stands open: a draft outlives a look elsewhere. */
export function assignmentsOf(classes: Classes, id: Id): Assignments {
	const all = made.get(classes) ?? new Map<Id, Assignments>();
	made.set(classes, all);
	const known = all.get(id) ?? new Assignments(classes, id);
	all.set(id, known);
	return known;
}
