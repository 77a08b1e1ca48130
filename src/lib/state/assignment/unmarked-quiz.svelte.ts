import { QuizSession, type MarkingParts } from '../quiz-session.svelte.ts';

/** A quiz of which the key is with the instructor alone. */
export class UnmarkedQuiz<Parts extends MarkingParts> extends QuizSession<Parts> {
	override readonly unmarked = true;
}
