import type { Catalogue } from '#lib/content/documents.ts';
import { frames } from '#lib/domain/frame.ts';
import { calibrationOf, calibrationsOf } from '#lib/domain/learning/calibration.ts';
import type { Calibrations, SureAnswer } from '#lib/domain/learning/calibration.ts';
import { frameProgress, lessonProgress } from '#lib/domain/learning/progress/lesson-progress.ts';
import type { FrameProgress, LessonProgress, Results } from '#lib/domain/learning/progress/lesson-progress.ts';
import { outcomeProgress, sureAnswersOf } from '#lib/domain/learning/progress/outcomes.ts';
import type { OutcomeProgress, QuizStepId } from '#lib/domain/learning/progress/outcomes.ts';
import { surenessOf, type Sureness } from '#lib/domain/learning/progress/sureness.ts';
import { headlineOf, mergeTallies, type Headline } from '#lib/domain/learning/perspective.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import type { Store } from '#lib/storage/store.ts';
import { loadDocument } from './load.ts';
import { loadReview, nowHere } from './review-deck.ts';

export interface LessonReport extends LessonProgress {
	id: LessonId;
	title: string;
	/** Empty until something of the lesson is answered, or when its data cannot be reached. */
	outcomes: OutcomeProgress[];
	sureness: Sureness;
}
export interface ModuleReport {
	id: string;
	number: number;
	title: string;
	/** Lessons of which every step is done. */
	done: number;
	frames: FrameProgress[];
	sureness: Sureness;
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
	load: typeof loadReview = loadReview,
	now = nowHere
): Promise<ProgressReport> {
	const { records, failed } = await store.readLessons();
	const byLesson = new Map(records.map((record) => [record.lessonId, record]));

	async function answersOf(lesson: LessonId, results: Results) {
		const nothing = { outcomes: [], sure: [] };
		if (!results.check && !results.reverse) return nothing;
		const document = await load(lesson).catch(() => null);
		if (!document) return nothing;
		const workOf = async (step: QuizStepId) => parseQuizWork((await store.readStep(lesson, step)).record?.work);
		const policyOf = (step: QuizStepId) => document.policies?.[step] ?? usualPolicy;
		const quizOf = async (step: QuizStepId, items: Item[]) => ({
			step,
			items,
			work: await workOf(step),
			policy: policyOf(step)
		});
		const check = await quizOf('check', document.items);
		const reverse = await quizOf('reverse', document.reversed);
		return { outcomes: outcomeProgress(document.outcomes, [check, reverse], now().at), sure: sureAnswersOf(check) };
	}

	const reports: ModuleReport[] = [];
	const answers: SureAnswer[] = [];
	for (const module of modules) {
		const lessons: LessonReport[] = [];
		const own: SureAnswer[] = [];
		for (const { id, title, steps } of module.lessons) {
			const record = byLesson.get(id);
			const results = record?.results ?? {};
			const { outcomes, sure } = await answersOf(id, results);
			own.push(...sure);
			const sureness = surenessOf(calibrationOf(sure));
			lessons.push({ id, title, outcomes, sureness, ...lessonProgress(steps, results, record?.lastStep ?? null) });
		}
		answers.push(...own);
		const results = module.lessons.map(({ id }) => byLesson.get(id)?.results ?? {});
		const done = lessons.filter((lesson) => lesson.done === lesson.steps.length).length;
		const { id, number, title } = module;
		const sureness = surenessOf(calibrationOf(own));
		reports.push({ id, number, title, done, frames: frameProgress(results, frames), sureness, lessons });
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
