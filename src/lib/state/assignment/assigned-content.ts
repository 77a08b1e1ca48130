import type { LessonOutline, StepDocument } from '#lib/content/documents.ts';
import type { QuizDocument, QuizKey } from '#lib/content/quiz-documents.ts';
import type { CarriedLesson, LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import type { Lesson, LessonId, Step, StepId } from '#lib/domain/lesson/model.ts';
import { loadDocument } from '../load.ts';

/** What the pages of one assigned lesson are made of: the site's own data, or what the assignment carries. */
export interface AssignedContent {
	/** The whole lesson, also the steps that are not asked for. */
	outline: LessonOutline;
	/** It came with the assignment, and is nowhere else. */
	carried: boolean;
	/** There is no key on this device: the instructor marks. */
	keyless: boolean;
	documentOf(step: StepId): Promise<StepDocument<Step>>;
	quizOf(step: 'check' | 'reverse'): Promise<QuizDocument>;
	/** An empty one where there is no key. */
	keyOf(step: 'check' | 'reverse'): Promise<QuizKey>;
	/** What marks all of it; null where there is no key. */
	marking(): Promise<LessonKey | null>;
}

const noKey: QuizKey = { items: [], claims: {}, discrepancies: {}, sources: {}, cards: {} };

/** What marks a built-in lesson, from the files that are kept with it: this page is often without a network. */
async function markingOf({ id, version, title, steps }: LessonOutline, load: Load): Promise<LessonKey> {
	const { lessonKeyOf } = await import('#lib/domain/classroom/carried/lesson-key.ts');
	const marked = await Promise.all(
		steps.map(async ({ id: step }) => {
			if (step === 'check' || step === 'reverse') {
				const [document, { items }] = await Promise.all([load<QuizDocument>(step), load<QuizKey>(`key/${step}`)]);
				return { ...document.step, items };
			}
			return step === 'weigh' ? (await load<StepDocument>(step)).step : null;
		})
	);
	// A lesson's key is made of these steps alone.
	return lessonKeyOf({ id, version, title, steps: marked.filter((step) => step !== null) } as Lesson);
}

type Load = <T>(path: string) => Promise<T>;

function builtIn(lesson: LessonId, outline: LessonOutline): AssignedContent {
	const load: Load = (path) => loadDocument(fetch, `${lesson}/${path}.json`);
	return {
		outline,
		carried: false,
		keyless: false,
		documentOf: (step) => load(step),
		quizOf: (step) => load(step),
		keyOf: (step) => load(`key/${step}`),
		marking: () => markingOf(outline, load)
	};
}

function found<T>(document: T | null, step: StepId): T {
	if (document === null) throw new RangeError(`The lesson that came with the assignment has no step ${step}.`);
	return document;
}

async function travelled(carried: CarriedLesson): Promise<AssignedContent> {
	const { carriedOutline, carriedQuizDocument, carriedQuizKey, carriedStepDocument } =
		await import('#lib/content/carried-documents.ts');
	return {
		outline: carriedOutline(carried),
		carried: true,
		keyless: !carried.key,
		documentOf: async (step) => found(carriedStepDocument(carried, step), step),
		quizOf: async (step) => found(carriedQuizDocument(carried, step), step),
		async keyOf(step) {
			return carriedQuizKey(carried, step) ?? noKey;
		},
		async marking() {
			const { lessonKeyOf } = await import('#lib/domain/classroom/carried/lesson-key.ts');
			return carried.key ? lessonKeyOf(carried.lesson) : null;
		}
	};
}

/** The content of an assigned lesson. Rejects where it is not carried and cannot be reached, as `loadDocument` does. */
export async function assignedContent({ carried }: Assignment, lesson: LessonId): Promise<AssignedContent> {
	const one = carried.find((travelling) => travelling.lesson.id === lesson);
	return one ? travelled(one) : builtIn(lesson, await loadDocument<LessonOutline>(fetch, `${lesson}/lesson.json`));
}
