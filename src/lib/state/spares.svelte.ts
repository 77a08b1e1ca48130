import type { Spare } from '#lib/storage/kinds.ts';
import type { OwnRecord } from '#lib/storage/own-record.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { lessonTitles } from './note-subjects.ts';
import { theStore } from './the-store.ts';

export interface KeptAnswers extends Spare {
	id: string;
	lessonTitle: string;
	/** The learner's own words among the answers; choices and maps have none. */
	texts: string[];
}

/** The texts in a step's work that are more than the name of a choice. */
function textsIn(work: unknown): string[] {
	if (typeof work === 'string') return /\s|[^\u0020-\u007e]/.test(work.trim()) ? [work] : [];
	return typeof work === 'object' && work !== null ? Object.values(work).flatMap(textsIn) : [];
}

/** Answers that gave way to later ones when a copy was brought back, until the learner says what becomes of them. */
export class Spares {
	list = $state.raw<KeptAnswers[]>([]);
	trouble = $state<Failure | null>(null);
	#revs = new Map<string, number>();
	#openStore: () => Promise<Store>;
	#titles: typeof lessonTitles;

	constructor(openStore: () => Promise<Store> = theStore, titles = lessonTitles) {
		this.#openStore = openStore;
		this.#titles = titles;
	}

	async look(): Promise<void> {
		const store = await this.#openStore();
		if (!(await store.holdsOwn('spare'))) return;
		const { records } = await (await store.own()).all('spare');
		this.#revs = new Map(records.map(({ id, rev }) => [id, rev]));
		const kept = records.filter((record): record is OwnRecord & { data: Spare } => record.data !== null);
		const titles = await this.#titles(kept.map(({ data }) => data.lessonId));
		this.list = kept
			.map(({ id, data }) => ({
				...data,
				id,
				lessonTitle: titles.get(data.lessonId) ?? data.lessonId,
				texts: textsIn(data.work)
			}))
			.toSorted((a, b) => b.savedAt - a.savedAt);
	}

	/** Puts them in the place of the step's present answers, which are kept beside them in turn. */
	async use(spare: KeptAnswers): Promise<void> {
		const store = await this.#openStore();
		const { lessonId, stepId, lessonVersion, work } = spare;
		const { record, failed } = await store.readStep(lessonId, stepId);
		if (failed) {
			this.trouble = failed;
			return;
		}
		if (record) {
			const { lessonVersion: version, savedAt, work: present } = record;
			const { toSpare } = await import('#lib/storage/spares.ts');
			const { kind, id, data } = toSpare({ ...record, lessonVersion: version, savedAt, work: present });
			// Before the answers themselves: when only one of the two is written, nothing is lost.
			const kept = await (await store.own()).save({ kind, id, rev: this.#revs.get(id) ?? 0, data });
			if (!kept.ok) {
				this.trouble = kept.reason;
				return;
			}
		}
		const step = { lessonId, stepId, lessonVersion, rev: record?.rev ?? 0, work, place: null };
		const saved = await store.save({ step });
		this.trouble = saved.ok ? null : saved.reason;
		if (saved.ok) await this.drop(spare);
	}

	async drop({ id }: KeptAnswers): Promise<void> {
		const store = await this.#openStore();
		const saved = await (await store.own()).save({ kind: 'spare', id, rev: this.#revs.get(id) ?? 0, data: null });
		this.trouble = saved.ok ? null : saved.reason;
		await this.look();
	}

	/** Takes back a `drop`. */
	async bringBack({ id, lessonId, stepId, lessonVersion, savedAt, work }: KeptAnswers): Promise<void> {
		const data: Spare = { lessonId, stepId, lessonVersion, savedAt, work };
		const store = await this.#openStore();
		const saved = await (await store.own()).save({ kind: 'spare', id, rev: this.#revs.get(id) ?? 0, data });
		this.trouble = saved.ok ? null : saved.reason;
		await this.look();
	}
}
