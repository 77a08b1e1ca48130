import { Marking } from '#lib/state/marking.ts';
import type { QuizSession } from '#lib/state/quiz-session.svelte.ts';
import ItemOutcome from './ItemOutcome.svelte';
import { notReadyWords } from './mark-words.ts';
import QuizMarks from './QuizMarks.svelte';

// One file for all that comes with the first mark: see `QuizSession`.
export { ItemOutcome, Marking, QuizMarks, notReadyWords };

export type MarkedSession = QuizSession<{
	Marking: typeof Marking;
	ItemOutcome: typeof ItemOutcome;
	QuizMarks: typeof QuizMarks;
	notReadyWords: typeof notReadyWords;
}>;
