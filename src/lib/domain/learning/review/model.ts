import type { LessonId, TermId } from '../../lesson/model.ts';
import type { ItemId } from '../../quiz/model.ts';

/** How well something was recalled: the words and the meaning of FSRS. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** What a card asks for. */
export type Subject = { kind: 'item'; lesson: LessonId; item: ItemId } | { kind: 'term'; term: TermId };

export interface Review {
	/** Milliseconds since 1970; each review of a card has its own, and they are kept in order. */
	at: number;
	rating: Rating;
	/** Taken from an answer in a lesson, or given by the learner in a review. */
	by: 'answer' | 'learner';
}

/**
 * A card as it is kept: what was done with it, never what follows from that. Stability, difficulty and the day on which
 * it comes back are worked out anew (schedule.ts), so that copies from two devices can be joined without loss, and
 * another retention holds for every card at once.
 */
export interface ReviewCard {
	/** `item/<lesson>/<item>` or `term/<term>`: one card a subject. */
	id: string;
	/** The lesson in which it was met, whose data shows it. */
	lesson: LessonId;
	addedAt: number;
	reviews: Review[];
	/** The times of reviews that were taken back. */
	undone: number[];
	suspended: boolean;
	/** Not before this time (the beginning of a day); null when it was not put off. */
	buriedUntil: number | null;
}

/** What the learner has chosen for all cards. */
export interface ReviewPlan {
	/** Cards that are shown for the first time, at most so many a day. */
	newPerDay: number;
	/** Cards that come back, at most so many a day; what was missed a moment ago is never held back. */
	duePerDay: number;
	/** The chance of recall at which a card comes back. */
	retention: number;
}

export const planBounds = {
	newPerDay: { least: 0, most: 100 },
	duePerDay: { least: 1, most: 1000 },
	retention: { least: 0.7, most: 0.97 }
} as const satisfies Record<keyof ReviewPlan, { least: number; most: number }>;

export const defaultPlan: ReviewPlan = { newPerDay: 10, duePerDay: 60, retention: 0.9 };

/** A moment where the learner is. */
export interface Now {
	/** Milliseconds since 1970. */
	at: number;
	/** Minutes that local time is ahead of UTC. */
	zone: number;
}

export const idOf = (subject: Subject): string =>
	subject.kind === 'item' ? `item/${subject.lesson}/${subject.item}` : `term/${subject.term}`;

/** The subject of a card's id; null for what is no such id. */
export function subjectOf(id: string): Subject | null {
	const [kind, first, second, more] = id.split('/');
	if (!first || more !== undefined) return null;
	if (kind === 'item') return second ? { kind, lesson: first, item: second } : null;
	return kind === 'term' && second === undefined ? { kind, term: first } : null;
}

/** A card that nobody has been asked yet. */
export const newCard = (subject: Subject, lesson: LessonId, addedAt: number): ReviewCard => ({
	id: idOf(subject),
	lesson,
	addedAt,
	reviews: [],
	undone: [],
	suspended: false,
	buriedUntil: null
});
