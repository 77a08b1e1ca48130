import type { Catalogue } from '#lib/content/documents.ts';
import { frames } from '#lib/domain/frame.ts';
import { calibrationsOf, type Calibrations, type SureAnswer } from '#lib/domain/learning/calibration.ts';
import { frameProgress, lessonProgress } from '#lib/domain/learning/progress/lesson-progress.ts';
import type { FrameProgress, LessonProgress, Results } from '#lib/domain/learning/progress/lesson-progress.ts';
import { outcomeProgress, sureAnswersOf } from '#lib/domain/learning/progress/outcomes.ts';
import type { OutcomeProgress } from '#lib/domain/learning/progress/outcomes.ts';
import { headlineOf, mergeTallies, type Headline } from '#lib/domain/learning/perspective.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import type { Store } from '#lib/storage/store.ts';
import { loadDocument } from './load.ts';
import { loadReview } from './review-deck.ts';

export interface LessonReport extends LessonProgress {
	id: LessonId;
	title: string;
	/** Empty until something of the lesson is answered, or when its data cannot be reached. */
	outcomes: OutcomeProgress[];
}
export interface ModuleReport {
	id: string;
	number: number;
	title: string;
	/** Lessons of which every step is done. */
	done: number;
	frames: FrameProgress[];
	lessons: LessonReport[];
}
export interface ProgressReport {
	begun: boolean;
	headline: Headline | null;
	frames: FrameProgress[];
	modules: ModuleReport[];
	/** Over all lessons; without a figure where no first answer says how sure the learner was. */
	calibrations: Calibrations;
	/** The disk could not be read. */
	failed: boolean;
}

/** The modules of all pages of the catalogue; of pages that cannot be reached nothing is told. */
export async function wholeCatalogue(first: Catalogue): Promise<Catalogue['modules']> {
	const others = Array.from({ length: first.pages - 1 }, (_, index) =>
		loadDocument<Catalogue>(fetch, `catalogue/${index + 2}.json`).catch(() => null)
	);
	const modules = new Map<string, Catalogue['modules'][number]>();
	for (const page of [first, ...(await Promise.all(others))])
		for (const module of page?.modules ?? []) {
			const before = modules.get(module.id);
			modules.set(module.id, before ? { ...before, lessons: [...before.lessons, ...module.lessons] } : module);
		}
	return [...modules.values()];
}

/** All that a learner has done on this device, worked out from what is stored. */
export async function progressReport(
	modules: Catalogue['modules'],
	store: Store,
	load: typeof loadReview = loadReview
): Promise<ProgressReport> {
	const { records, failed } = await store.readLessons();
	const byLesson = new Map(records.map((record) => [record.lessonId, record]));
	const answers: SureAnswer[] = [];

	async function outcomesOf(lesson: LessonId, results: Results): Promise<OutcomeProgress[]> {
		if (!results.check && !results.reverse) return [];
		const document = await load(lesson).catch(() => null);
		if (!document) return [];
		const workOf = async (step: 'check' | 'reverse') =>
			parseQuizWork((await store.readStep(lesson, step)).record?.work);
		const policyOf = (step: 'check' | 'reverse') => document.policies?.[step] ?? usualPolicy;
		const check = { items: document.items, work: await workOf('check'), policy: policyOf('check') };
		const reverse = { items: document.reversed, work: await workOf('reverse'), policy: policyOf('reverse') };
		answers.push(...sureAnswersOf(check));
		return outcomeProgress(document.outcomes, [check, reverse]);
	}

	const reports: ModuleReport[] = [];
	for (const module of modules) {
		const lessons: LessonReport[] = [];
		for (const { id, title, steps } of module.lessons) {
			const record = byLesson.get(id);
			const results = record?.results ?? {};
			const outcomes = await outcomesOf(id, results);
			lessons.push({ id, title, outcomes, ...lessonProgress(steps, results, record?.lastStep ?? null) });
		}
		const results = module.lessons.map(({ id }) => byLesson.get(id)?.results ?? {});
		const done = lessons.filter((lesson) => lesson.done === lesson.steps.length).length;
		const { id, number, title } = module;
		reports.push({ id, number, title, done, frames: frameProgress(results, frames), lessons });
	}
	const all = records.map(({ results }) => results);
	return {
		begun: records.length > 0,
		headline: headlineOf(mergeTallies(all.flatMap((results) => Object.values(results))).frames),
		frames: frameProgress(all, frames),
		modules: reports,
		calibrations: calibrationsOf(answers),
		failed: failed !== null
	};
}
