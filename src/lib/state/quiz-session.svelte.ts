import type { QuizKey, QuizStep } from '#lib/content/quiz-documents.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { ItemId } from '#lib/domain/quiz/model.ts';
import type { arranged, drawItems } from '#lib/domain/quiz/draw.ts';
import { usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { givenItems, isKeyShown, isOver, isTold } from '#lib/domain/quiz/taking.ts';
import { fitQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { createQuizMachine, type QuizEvent, type QuizMachine } from '#lib/machines/quiz-machine.ts';
import { Lazy } from './lazy.svelte.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { loadDocument } from './load.ts';
import type { Marking } from './marking.ts';
import { StepSession } from './step-session.svelte.ts';

/** What comes with the first mark: what makes it, and, for the page, what shows it. */
export interface MarkingParts {
	Marking: typeof Marking;
}

/** What draws and shuffles: loaded by steps that state a policy, and by no other. */
export interface Taking {
	drawItems: typeof drawItems;
	arranged: typeof arranged;
	freshSeed: () => number;
}

const hasMarks = ({ checked, earlier, ended }: QuizWork): boolean => ended || checked.length + earlier.length > 0;
const unmarked: StepResult = { done: false, frames: {} };

/**
 * A step made of items, marked as it is worked. The page opens without what marks it: `loadParts` and the step's key
 * are loaded when an answer is to be checked, and with work in which something was.
 */
export class QuizSession<Parts extends MarkingParts> extends StepSession<QuizMachine, QuizWork> {
	declare readonly lesson: LessonSession;
	/** There is no key on this device: somebody else marks what is handed in. */
	declare readonly unmarked?: true;
	readonly outline: LessonSession['outline'];
	readonly certainty: boolean;
	readonly policy: QuizPolicy;
	#items: PublicItem[];
	#taking: Taking | undefined;
	#marked: Lazy<{ marking: Marking; parts: Parts }>;

	/** `taking`: what a step with a policy of its own needs beside. */
	constructor(
		lesson: LessonSession,
		step: QuizStep,
		loadParts: () => Promise<Parts>,
		taking?: Taking,
		loadKey = () => loadDocument<QuizKey>(fetch, `${lesson.outline.id}/key/${step.id}.json`)
	) {
		const { id, items, certainty, policy = usualPolicy } = step;
		const draw = taking && ((work: QuizWork, afresh?: boolean) => taking.drawItems(items, policy, work, afresh));
		const marked = new Lazy(async () => {
			const key = loadKey();
			const parts = await loadParts();
			return { marking: new parts.Marking(await key, policy), parts };
		});
		super(lesson, {
			step: id,
			machine: () =>
				createQuizMachine({
					items,
					certainty,
					policy,
					...(draw && { draw }),
					isFullyRight: (item, response) => marked.current?.marking.isFullyRight(item, response) ?? false
				}),
			...(taking && { input: () => ({ seed: taking.freshSeed() }) }),
			parse: async (stored) => {
				const { parseQuizWork } = await import('#lib/domain/quiz/parse-work.ts');
				const work = parseQuizWork(stored);
				return work && fitQuizWork(items, work);
			},
			prepare: async (work) => void (hasMarks(work) && (await marked.load())),
			// The same whether or not the marking has been loaded ahead: before the first check there is no result.
			resultOf: (work) => (hasMarks(work) ? (marked.current?.marking.resultOf(work) ?? null) : unmarked)
		});
		this.outline = lesson.outline;
		this.certainty = certainty;
		this.policy = policy;
		this.#items = items;
		this.#taking = taking;
		this.#marked = marked;
	}

	get #given(): PublicItem[] {
		return givenItems(this.#items, this.policy, this.work);
	}
	/** What the learner was given, as it stands on the page of this attempt. */
	get items(): PublicItem[] {
		return this.#taking?.arranged(this.#given, this.policy, this.work) ?? this.#given;
	}
	/** Whether the learner sees the marks of what is checked, and the key beside them. */
	get told(): { marks: boolean; key: boolean } {
		const over = isOver(this.#given, this.work);
		return { marks: isTold(this.policy, over, this.work), key: isKeyShown(this.policy, over, this.work) };
	}

	/** Null until something is checked. */
	get marked(): { marking: Marking; parts: Parts } | null {
		return this.#marked.current;
	}

	/** Loads what marks an answer; false when it cannot be reached. Also called ahead, so that a check takes no time. */
	loadMarking(): Promise<boolean> {
		return this.#marked.load();
	}

	/** Hands in what is there. It is in also when what marks it cannot be reached: then its result comes later. */
	async handIn(
		event: QuizEvent & { type: 'attempt.handedIn' | 'time.up' } = { type: 'attempt.handedIn' }
	): Promise<void> {
		if (this.snapshot.can(event)) this.send(event);
		await this.markLater();
	}

	/** Records the result of what was handed in, if what marks it can be reached now. */
	async markLater(): Promise<boolean> {
		const loaded = await this.loadMarking();
		if (loaded) this.saveNow();
		return loaded;
	}

	/** Checks an answer; false when what marks it cannot be reached, and nothing has changed. */
	async check(item: ItemId): Promise<boolean> {
		const loaded = await this.loadMarking();
		if (loaded) this.send({ type: 'answer.checked', item });
		return loaded;
	}
}
