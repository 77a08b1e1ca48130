import type { QuizStep } from '#lib/content/quiz-documents.ts';

export type TakenQuiz = typeof import('./taken.ts').TakenQuiz;

/** Loads what a policy or hints need; nothing for a quiz that is taken as usual (tests/e2e/budget.spec.ts). */
export const loadTaken = ({ policy, items }: QuizStep) =>
	policy || items.some(({ hintCount }) => hintCount) ? import('./taken.ts') : undefined;
