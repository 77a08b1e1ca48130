import type { AssignmentDraft } from '#lib/domain/classroom/assignment/make.ts';
import { canMarkByInstructor } from '#lib/domain/classroom/assignment/policy.ts';
import type { AssignedPolicy, Assignment, Extra, OpenClass } from '#lib/domain/classroom/model.ts';
import { stepIds, type LessonId, type Problem, type StepId } from '#lib/domain/lesson/model.ts';
import { builtInLessons, type Pickable, type PickableModule } from './assignables.ts';
import type { DraftShelf } from './draft-shelf.ts';

/** What the form says beside the lessons. */
export interface DraftFields {
	/** Null: as the lessons are called. */
	title: string | null;
	note: string;
	/** As a date field has it, by this device's clock; empty: never. */
	due: string;
	attempts: number;
	counts: Assignment['counts'];
	policy: AssignedPolicy;
	marking: Assignment['marking'];
	asks: Extra[];
}

const blank: DraftFields = {
	title: null,
	note: '',
	due: '',
	attempts: 1,
	counts: 'last',
	policy: {},
	marking: 'app',
	asks: []
};

interface KeptDraft {
	fields: DraftFields;
	picked: [LessonId, StepId[]][];
}
/** An assignment while it is put together. It is kept while the page stands open, wherever one goes on it. */
export class AssignDraft {
	/** `failed`: the list of lessons could not be reached. */
	phase = $state<'opening' | 'ready' | 'failed'>('opening');
	modules = $state.raw<PickableModule[]>([]);
	/** Lessons of the instructor's own. */
	own = $state.raw<Pickable[]>([]);
	/** What is wrong in the files of the instructor's own. */
	problems = $state.raw<Problem[]>([]);
	fields = $state.raw<DraftFields>(blank);
	/** The steps that are asked for, by lesson. */
	#picked = $state.raw<ReadonlyMap<LessonId, readonly StepId[]>>(new Map());
	#shelf: DraftShelf;

	constructor(shelf: DraftShelf = { kept: () => null, keep: () => undefined }) {
		this.#shelf = shelf;
		this.#takeBack();
	}

	async open(): Promise<void> {
		if (this.phase === 'ready') return;
		this.phase = 'opening';
		try {
			this.modules = await builtInLessons();
			this.phase = 'ready';
		} catch {
			this.phase = 'failed';
		}
	}

	get builtIn(): Pickable[] {
		return this.modules.flatMap(({ lessons }) => lessons);
	}
	get lessons(): Pickable[] {
		return [...this.builtIn, ...this.own];
	}
	get picked(): { lesson: Pickable; steps: StepId[] }[] {
		return this.lessons.flatMap((lesson) => {
			const steps = this.stepsOf(lesson.id);
			return steps.length > 0 ? [{ lesson, steps }] : [];
		});
	}
	stepsOf(id: LessonId): StepId[] {
		const picked = this.#picked.get(id) ?? [];
		return stepIds.filter((step) => picked.includes(step));
	}
	pick(lesson: Pickable, steps: readonly StepId[]): void {
		this.#picked = new Map(this.#picked).set(lesson.id, steps);
		this.#keep();
		if (!this.canBeMarkedByHand) this.change({ marking: 'app' });
	}
	change(part: Partial<DraftFields>): void {
		this.fields = { ...this.fields, ...part };
		this.#keep();
	}
	/** A reload, or the other language, loses nothing but lessons out of files. */
	#keep(): void {
		this.#shelf.keep(JSON.stringify({ fields: this.fields, picked: [...this.#picked] }));
	}
	#takeBack(): void {
		try {
			const { fields, picked } = JSON.parse(this.#shelf.kept() ?? '{}') as Partial<KeptDraft>;
			if (fields) this.fields = { ...blank, ...fields };
			if (picked) this.#picked = new Map(picked);
		} catch {
			// Of another version: the form is empty.
		}
	}

	/** Adds lessons from files; of two with one id the later one holds. */
	async addOwn(files: readonly File[]): Promise<void> {
		// With the compiler, which only they need.
		const { readOwnLessons } = await import('./own-lessons.ts');
		const taken = this.builtIn.map(({ id }) => id);
		const { lessons, problems } = await readOwnLessons(files, taken);
		this.problems = problems;
		const ids = lessons.map(({ id }) => id);
		this.own = [...this.own.filter(({ id }) => !ids.includes(id)), ...lessons];
		for (const lesson of lessons) this.pick(lesson, lesson.steps);
	}
	dropOwn({ id }: Pickable): void {
		this.own = this.own.filter((one) => one.id !== id);
		this.#picked = new Map([...this.#picked].filter(([picked]) => picked !== id));
	}

	/** Whether the instructor may mark what is picked: only where every lesson travels. */
	get canBeMarkedByHand(): boolean {
		return (
			this.picked.length > 0 &&
			this.picked.every(({ lesson }) => canMarkByInstructor({ builtIn: !lesson.own }) === true)
		);
	}
	get title(): string {
		const { title } = this.fields;
		return (
			title ??
			this.picked
				.map(({ lesson }) => lesson.title)
				.join(' · ')
				.slice(0, 80)
		);
	}

	/** What the domain makes an assignment of. */
	toDraft({ id, name, publicKey, backedUpAt, archived }: OpenClass): AssignmentDraft {
		const { note, due, attempts, counts, policy, marking, asks } = this.fields;
		const at = due === '' ? null : new Date(due).getTime();
		return {
			class: { id, name, publicKey, backedUpAt, archived },
			title: this.title,
			note,
			due: at === null || Number.isNaN(at) ? null : at,
			attempts,
			counts: attempts === 1 ? 'last' : counts,
			policy,
			marking,
			asks,
			lessons: this.picked.map(({ lesson: { id: lesson, version, hash }, steps }) => ({
				id: lesson,
				version,
				hash,
				steps
			})),
			carried: this.picked.flatMap(({ lesson: { own } }) => (own ? [marking === 'app' ? own.keyed : own.keyless] : []))
		};
	}

	/** Begins as another assignment was, for the lessons that are built in. */
	takeUp({ title, note, lessons, attempts, counts, policy, asks }: Assignment): void {
		this.clear();
		this.fields = { ...blank, title, note, attempts, counts, policy, asks };
		this.#picked = new Map(lessons.map(({ id, steps }) => [id, steps]));
	}
	clear(): void {
		this.fields = blank;
		this.#picked = new Map();
		this.own = [];
		this.problems = [];
		this.#keep();
	}
}
