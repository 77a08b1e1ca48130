import { toNumber } from '../../fraction.ts';
import type { Item } from '../../quiz/model.ts';
import type { QuizWork } from '../../quiz/work.ts';
import type { SureAnswer } from '../calibration.ts';
import { tallyItems } from '../perspective.ts';
import { scoreChecked, sureAnswers } from '../results.ts';

export interface OutcomeProgress {
	id: string;
	text: string;
	/** Items that test it: answered, and in all. */
	answered: number;
	of: number;
	/** Earned of what was possible in the answered items, 0…100; null when none is answered. */
	percent: number | null;
}

export interface Answered {
	items: readonly Item[];
	work: QuizWork | null;
}

const scoresOf = ({ items, work }: Answered) => (work ? scoreChecked(items, work.responses, work.checked) : {});

/** How well each outcome of a lesson is reached, from the items that test it. An item with two outcomes counts in both. */
export function outcomeProgress(
	outcomes: readonly { id: string; text: string }[],
	quizzes: readonly Answered[]
): OutcomeProgress[] {
	return outcomes.map(({ id, text }) => {
		const items = quizzes.flatMap((quiz) =>
			quiz.items.filter((item) => item.outcomes.includes(id)).map((item) => item.id)
		);
		const tallies = quizzes.map((quiz) => {
			const scores = scoresOf(quiz);
			const tested = quiz.items.filter((item) => item.outcomes.includes(id) && Object.hasOwn(scores, item.id));
			return { count: tested.length, ...tallyItems(tested, scores).overall };
		});
		const answered = tallies.reduce((sum, { count }) => sum + count, 0);
		const [earned, possible] = (['earned', 'possible'] as const).map((part) =>
			tallies.reduce((sum, tally) => sum + toNumber(tally[part]), 0)
		) as [number, number];
		return {
			id,
			text,
			answered,
			of: items.length,
			percent: possible > 0 ? Math.round((100 * earned) / possible) : null
		};
	});
}

/** The first answers of a quiz that came with a certainty, as calibration takes them. */
export const sureAnswersOf = ({ items, work }: Answered): SureAnswer[] => (work ? sureAnswers(items, work) : []);
