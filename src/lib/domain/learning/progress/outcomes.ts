import { add, divide, toPercent, zero } from '../../fraction.ts';
import type { Item } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import { givenItems, isTold } from '../../quiz/taking.ts';
import type { QuizWork } from '../../quiz/work.ts';
import type { SureAnswer } from '../calibration.ts';
import { tallyItems } from '../perspective.ts';
import { costedScores, scoreChecked, standingAttempt, sureAnswers } from '../results.ts';

export interface OutcomeProgress {
	id: string;
	text: string;
	/** Items that test it: answered, and in all that were given. */
	answered: number;
	of: number;
	/** Of the answered ones, those whose mark the quiz does not tell, or not yet. */
	untold: number;
	/**
	 * Earned of what was possible, 0…100: in the answered items, and once the attempt is over in all. Null where nothing
	 * counts yet, or is told.
	 */
	percent: number | null;
}

export interface Answered {
	items: readonly Item[];
	work: QuizWork | null;
	policy: QuizPolicy;
}

/** What counts of a quiz: the attempt that stands, marked as the lesson's own result is. */
function countedIn({ items, work, policy }: Answered) {
	if (!work) return { given: items, scores: {}, done: false, told: true };
	const { did, result } = standingAttempt(items, work, policy);
	const given = givenItems(items, policy, did);
	return {
		given,
		scores: costedScores(scoreChecked(given, did.responses, did.checked), did, policy),
		done: result.done,
		told: isTold(policy, result.done, work)
	};
}

/** How well each outcome of a lesson is reached, from the items that test it. An item with two outcomes counts in both. */
export function outcomeProgress(
	outcomes: readonly { id: string; text: string }[],
	quizzes: readonly Answered[]
): OutcomeProgress[] {
	const counted = quizzes.map(countedIn);
	return outcomes.map(({ id, text }) => {
		const tallies = counted.map(({ given, scores, done, told }) => {
			const tested = given.filter((item) => item.outcomes.includes(id));
			const answered = tested.filter((item) => Object.hasOwn(scores, item.id));
			return {
				of: tested.length,
				answered: answered.length,
				untold: told ? 0 : answered.length,
				...tallyItems(told ? (done ? tested : answered) : [], scores).overall
			};
		});
		const total = (part: 'of' | 'answered' | 'untold') => tallies.reduce((sum, tally) => sum + tally[part], 0);
		const points = (part: 'earned' | 'possible') => tallies.reduce((sum, tally) => add(sum, tally[part]), zero);
		const possible = points('possible');
		return {
			id,
			text,
			answered: total('answered'),
			of: total('of'),
			untold: total('untold'),
			percent: possible.n > 0 ? toPercent(divide(points('earned'), possible)) : null
		};
	});
}

/** The first answers of a quiz that came with a certainty, as calibration takes them. */
export const sureAnswersOf = ({ items, work }: Pick<Answered, 'items' | 'work'>): SureAnswer[] =>
	work ? sureAnswers(items, work) : [];
