import type {
	CheckStep,
	ClaimId,
	Content,
	Framing,
	Html,
	Lesson,
	LessonId,
	ReverseStep,
	Step,
	StepId
} from '#lib/domain/lesson/model.ts';
import { publicItem, type PublicItem } from '#lib/domain/quiz/index.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { stepDocumentOf, type StepDocument } from './documents.ts';

/** A step of items without their answers. */
export interface QuizStep {
	id: 'check' | 'reverse';
	title: string;
	intro: Html;
	needs: StepId[];
	/** Whether each item also asks how sure the learner is. */
	certainty: boolean;
	items: PublicItem[];
	/** Absent: the usual one. */
	policy?: QuizPolicy;
}

/** What a quiz page opens with: small, and nothing in it, so nothing in the page's source, tells what is right. */
export interface QuizDocument extends Pick<StepDocument, 'terms' | 'sources'> {
	lesson: LessonId;
	version: number;
	step: QuizStep;
}

/** What marks the items and is shown with the marks: asked for when an answer is to be checked. */
export interface QuizKey extends Pick<StepDocument, 'claims' | 'discrepancies' | 'sources'> {
	items: Item[];
	/** Where the text has what an item rests on: the first card of the comparison that carries a claim. */
	cards: Record<ClaimId, CardPlace>;
}

export interface CardPlace {
	/** The framing's id. */
	card: string;
	kind: Framing['kind'];
	/** The title of the dimension that the card stands in. */
	dimension: string;
}

export const isQuiz = (step: Step): step is CheckStep | ReverseStep => step.id === 'check' || step.id === 'reverse';

export function quizDocumentOf(content: Content, lesson: Lesson, step: CheckStep | ReverseStep): QuizDocument {
	const { id, title, intro, needs, policy } = step;
	const certainty = step.id === 'check' && step.certainty;
	const items = step.items.map((item) => publicItem(item));
	const { terms, sources } = stepDocumentOf(content, lesson, step);
	const renderings = Object.values(terms).flatMap((term) => term.renderings);
	const usedBy = new Set(renderings.flatMap((rendering) => rendering.usedBy));
	return {
		lesson: lesson.id,
		version: lesson.version,
		step: { id, title, intro, needs, certainty, items, ...(policy && { policy }) },
		terms,
		// Those of the claims would tell whose view an item tests.
		sources: Object.fromEntries(Object.entries(sources).filter(([source]) => usedBy.has(source)))
	};
}

function cardsOf(lesson: Lesson, claims: ClaimId[]): Record<ClaimId, CardPlace> {
	const text = lesson.steps.find((step) => step.id === 'framings');
	const all = (text?.dimensions ?? []).flatMap(({ title, framings }) =>
		framings.map((framing) => ({ framing, dimension: title }))
	);
	return Object.fromEntries(
		claims.flatMap((claim): [ClaimId, CardPlace][] => {
			const found = all.find(({ framing }) => framing.claims.includes(claim));
			return found ? [[claim, { card: found.framing.id, kind: found.framing.kind, dimension: found.dimension }]] : [];
		})
	);
}

export function quizKeyOf(content: Content, lesson: Lesson, step: CheckStep | ReverseStep): QuizKey {
	const { claims, discrepancies, sources } = stepDocumentOf(content, lesson, step);
	return { items: step.items, claims, discrepancies, sources, cards: cardsOf(lesson, Object.keys(claims)) };
}
