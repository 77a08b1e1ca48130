import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import { emptyJudgement } from '#lib/domain/classroom/gradebook/judgement.ts';
import type { Assignment, Id, OpenClass } from '#lib/domain/classroom/model.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { checksOf, type ChecksByLesson } from './checks.ts';
import { slices } from './slices.ts';
import { newKnown, readSheet, withJudgement, type Sheet } from './sheet.ts';

interface Options {
	ofSite?: (id: string) => Promise<LessonKey>;
	breathe?: () => Promise<void> | undefined;
}
/** So often at most what is read is shown, in ms. */
const beat = 250;

/** What was done last, and how it is taken back. */
export interface Done {
	what: 'mark' | 'comment' | 'taken-out';
	undo: () => Promise<boolean>;
}

/**
 * The gradebook of a class as it is looked at: what students handed in, marked from their answers as it is read, and
 * what the instructor says of it. A change is on disk before it is shown.
 */
export class GradebookSession {
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** Newest first. */
	assignments = $state.raw<Assignment[]>([]);
	/** By assignment, as they are worked out. */
	sheets = $state.raw<ReadonlyMap<Id, Sheet>>(new Map());
	/** How many results are marked, of how many assignments' worth; 0 of 0 when all are. */
	marking = $state.raw({ done: 0, of: 0 });
	done = $state.raw<Done | null>(null);
	/** The last change is not on disk, and not shown. */
	failed = $state(false);

	#class: () => OpenClass;
	#store: ClassroomStore;
	#options: Options;
	#known = newKnown();
	/** What is read and not shown yet. */
	#unshown = new Map<Id, Sheet>();
	#reading = 0;
	#stop: () => void = () => undefined;

	constructor(open: () => OpenClass, store: ClassroomStore, options: Options = {}) {
		this.#class = open;
		this.#store = store;
		this.#options = options;
	}

	/** Reads everything, the assignment that is asked for before the others; follows what other tabs do. */
	async open(first?: Id): Promise<void> {
		this.#stop = this.#store.onChange(() => void this.#read());
		await this.#read(first);
	}
	/** What checking showed of the claims that the lessons of an assignment rest on. Never rejects. */
	checksOf(assignment: Assignment): Promise<ChecksByLesson> {
		return checksOf(this.#store, assignment);
	}
	close(): void {
		this.#stop();
		this.#reading += 1;
	}
	async #read(first?: Id): Promise<void> {
		this.#reading += 1;
		const turn = this.#reading;
		const { records, failed } = await this.#store.assignments(this.#class().id);
		if (turn !== this.#reading) return;
		if (failed) {
			this.phase = 'unreadable';
			return;
		}
		this.assignments = records.map(({ data }) => data).toSorted((a, b) => b.made - a.made);
		this.phase = 'ready';
		const breathe = this.#options.breathe ?? slices();
		const order = this.assignments.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
		this.marking = { done: 0, of: order.length };
		this.#unshown.clear();
		let shown = 0;
		for (const [at, assignment] of order.entries()) {
			const sheet = await readSheet(assignment, {
				store: this.#store,
				students: this.#class().roster,
				known: this.#known,
				breathe,
				...(this.#options.ofSite && { ofSite: this.#options.ofSite })
			});
			if (turn !== this.#reading) return;
			if (!sheet) {
				this.phase = 'unreadable';
				return;
			}
			this.#unshown.set(assignment.id, sheet);
			// The table of the class is drawn anew each time: not oftener than can be followed.
			if (at > 0 && at + 1 < order.length && performance.now() - shown < beat) continue;
			this.sheets = new Map([...this.sheets, ...this.#unshown]);
			this.#unshown.clear();
			this.marking = { done: at + 1, of: order.length };
			shown = performance.now();
		}
		this.marking = { done: 0, of: 0 };
	}

	/**
	 * Says something else of a result; the last change can be undone. False if it is not on disk. One after the other: a
	 * comment is saved when its field is left, by the very click that gives a mark.
	 */
	judge(
		sheet: Sheet,
		kept: KeptResult,
		what: Done['what'],
		change: (judgement: Judgement) => Judgement
	): Promise<boolean> {
		const next = this.#last.then(() => this.#judge(sheet, kept, what, change));
		this.#last = next.catch(() => false);
		return next;
	}
	#last: Promise<unknown> = Promise.resolve();

	async #judge(
		{ assignment }: Sheet,
		kept: KeptResult,
		what: Done['what'],
		change: (judgement: Judgement) => Judgement
	): Promise<boolean> {
		const sheet = this.sheets.get(assignment.id);
		if (!sheet) return false;
		const before = sheet.judgements.get(kept.id)?.data ?? emptyJudgement(kept.id);
		if (!(await this.#write(sheet.assignment.id, kept, change(before)))) return false;
		this.done = { what, undo: () => this.#write(sheet.assignment.id, kept, before) };
		return true;
	}
	async #write(assignment: Id, kept: KeptResult, data: Judgement): Promise<boolean> {
		const sheet = this.sheets.get(assignment);
		if (!sheet) return false;
		const saved = await this.#store.save({
			judgements: [
				{
					data,
					rev: sheet.judgements.get(kept.id)?.rev ?? 0,
					assignment,
					classId: this.#class().id,
					code: kept.result.code
				}
			]
		});
		this.failed = !saved.ok;
		if (!saved.ok) return false;
		const rev = saved.revs.judgements[0] ?? 1;
		this.#show(withJudgement(sheet, { data, rev }, this.#class().roster));
		return true;
	}
	#show(sheet: Sheet): void {
		this.#unshown.delete(sheet.assignment.id);
		this.sheets = new Map(this.sheets).set(sheet.assignment.id, sheet);
	}

	/** Takes a result out of the gradebook, with what was said of it; both come back by `undo`. */
	async takeOut(sheet: Sheet, kept: KeptResult): Promise<boolean> {
		const judgement = sheet.judgements.get(kept.id)?.data;
		const deleted = await this.#store.deleteResult(kept.id);
		this.failed = !deleted.ok;
		if (!deleted.ok) return false;
		await this.#reread(sheet.assignment);
		this.done = {
			what: 'taken-out',
			undo: async () => {
				const place = { assignment: sheet.assignment.id, classId: this.#class().id, code: kept.result.code };
				const saved = await this.#store.save({
					results: [kept],
					...(judgement && { judgements: [{ data: judgement, rev: 0, ...place }] })
				});
				this.failed = !saved.ok;
				if (saved.ok) await this.#reread(sheet.assignment);
				return saved.ok;
			}
		};
		return true;
	}
	async #reread(assignment: Assignment): Promise<void> {
		const sheet = await readSheet(assignment, {
			store: this.#store,
			students: this.#class().roster,
			known: this.#known,
			breathe: this.#options.breathe ?? slices(),
			...(this.#options.ofSite && { ofSite: this.#options.ofSite })
		});
		if (sheet) this.#show(sheet);
	}

	/** Takes the last change back. */
	async undo(): Promise<boolean> {
		const { done } = this;
		if (!done || !(await done.undo())) return false;
		this.done = null;
		return true;
	}
}
