import { add, divide, fraction, multiply, subtract } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import type { Certainty, Score } from './model.ts';

/**
 * Marks for an item of one point, by certainty: those of Moodle's question engine (`question_cbm`; tested by Moodle
 * in question/behaviour/deferredcbm/tests/question_cbm_test.php), after A. R. Gardner-Medwin, "Confidence assessment
 * in the teaching of basic science", ALT-J 3, 1995. With them it pays best to say what one believes: to be "fairly
 * sure" from two chances in three, and "certain" from four in five.
 */
export const certaintyMarks = {
	guess: { right: fraction(1), wrong: fraction(0) },
	'fairly-sure': { right: fraction(2), wrong: fraction(-2) },
	certain: { right: fraction(3), wrong: fraction(-6) }
} as const satisfies Record<Certainty, { right: Fraction; wrong: Fraction }>;

/**
 * The certainty-based mark of a score, in −6…3 times its points. A part-right answer of share f gets
 * wrong + f · (right − wrong). Moodle gives right · f for any f > 0, which would make one right option in ten free of
 * risk; so the two agree at f = 0 and f = 1 only. Refuses (throws) a score with a total of 0.
 */
export function certaintyMark({ earned, total }: Score, certainty: Certainty): Fraction {
	const { right, wrong } = certaintyMarks[certainty];
	const share = divide(earned, total);
	return multiply(total, add(wrong, multiply(share, subtract(right, wrong))));
}
