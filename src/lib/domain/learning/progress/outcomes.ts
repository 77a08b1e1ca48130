import { add, compare, divide, toPercent, zero } from '../../fraction.ts';
import type { Item } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import { givenItems, hasAttemptsLeft, isTold } from '../../quiz/taking.ts';
import type { QuizWork } from '../../quiz/work.ts';
import { calibrationOf } from '../calibration.ts';
import type { SureAnswer } from '../calibration.ts';
import { passMark, tallyItems } from '../perspective.ts';
import { costedScores, scoreChecked, standingAttempt, sureAnswers } from '../results.ts';
import { tellableItems } from '../review/tellable.ts';
import { surenessOf } from './sureness.ts';
import type { Sureness } from './sureness.ts';

export type QuizStepId = 'check' | 'reverse';

/** What would raise an outcome. */
export type OutcomeNext =
	/** Questions that test it are open. */
	| { code: 'answer'; step: QuizStepId }
	/** It is below the pass mark: both sides are to be read again. */
	| { code: 'compare' }
	/** What was missed comes back by itself. */
	| { code: 'review' }
	/** What was missed can be tried again. */
	| { code: 'retry'; step: QuizStepId };

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
	/** How well the learner knew what they know of it. */
	sureness: Sureness;
	/** Null where nothing is left to do, or nothing may be told. */
	next: OutcomeNext | null;
}

export interface Answered {
	step: QuizStepId;
	items: readonly Item[];
	work: QuizWork | null;
	policy: QuizPolicy;
}

/** What counts of a quiz: the attempt that stands, marked as the lesson's own result is. */
function countedIn({ step, items, work, policy }: Answered, now: number) {
	const { did, result } = work ? standingAttempt(items, work, policy) : { did: null, result: { done: false } };
	const given = did ? givenItems(items, policy, did) : items;
	const marks = did ? scoreChecked(given, did.responses, did.checked) : {};
	return {
		step,
		items,
		work,
		given,
		marks,
		scores: did ? costedScores(marks, did, policy) : {},
		done: result.done,
		told: !work || isTold(policy, result.done, work),
		tellable: work ? tellableItems(items, work, policy, now) : new Set<string>(),
		again: work !== null && hasAttemptsLeft(policy, work)
	};
}

/** What of a quiz tests an outcome, and how it went. */
function testedBy(outcome: string, quiz: ReturnType<typeof countedIn>) {
	const { step, items, work, given, marks, scores, done, told, tellable, again } = quiz;
	const tests = (item: Item) => item.outcomes.includes(outcome);
	const tested = given.filter(tests);
	const answered = tested.filter(({ id }) => Object.hasOwn(scores, id));
	const counting = told ? (done ? tested : answered) : [];
	const missed = counting.filter(({ id }) => {
		const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
		return !mark || compare(mark.earned, mark.total) < 0;
	});
	return {
		step,
		of: tested.length,
		answered: answered.length,
		untold: told ? 0 : answered.length,
		...tallyItems(counting, scores).overall,
		sure: work && told ? sureAnswers(items.filter(tests), work) : [],
		isOpen: !done && answered.length < tested.length,
		// Best cases never become cards (review/gather.ts): they are tried again.
		comesBack: step === 'check' && missed.some(({ id }) => tellable.has(id)),
		canRetry: again && missed.length > 0
	};
}

function nextOf(parts: readonly ReturnType<typeof testedBy>[], isBelow: boolean): OutcomeNext | null {
	const open = parts.find(({ isOpen }) => isOpen);
	if (open) return { code: 'answer', step: open.step };
	if (isBelow) return { code: 'compare' };
	if (parts.some(({ comesBack }) => comesBack)) return { code: 'review' };
	const again = parts.find(({ canRetry }) => canRetry);
	return again ? { code: 'retry', step: again.step } : null;
}

/**
 * How well each outcome of a lesson is reached, from the items that test it, and what would raise it. An item with two
 * outcomes counts in both. `now`, in milliseconds since 1970: what is due by then may be told.
 */
export function outcomeProgress(
	outcomes: readonly { id: string; text: string }[],
	quizzes: readonly Answered[],
	now: number
): OutcomeProgress[] {
	const counted = quizzes.map((quiz) => countedIn(quiz, now));
	return outcomes.map(({ id, text }) => {
		const parts = counted.map((quiz) => testedBy(id, quiz));
		const total = (part: 'of' | 'answered' | 'untold') => parts.reduce((sum, tally) => sum + tally[part], 0);
		const points = (part: 'earned' | 'possible') => parts.reduce((sum, tally) => add(sum, tally[part]), zero);
		const possible = points('possible');
		const share = possible.n > 0 ? divide(points('earned'), possible) : null;
		return {
			id,
			text,
			answered: total('answered'),
			of: total('of'),
			untold: total('untold'),
			percent: share && toPercent(share),
			sureness: surenessOf(calibrationOf(parts.flatMap(({ sure }) => sure))),
			next: nextOf(parts, share !== null && compare(share, passMark) < 0)
		};
	});
}

/**
 * The first answers of a quiz that came with a certainty, as calibration takes them: none where the learner is not told
 * what was right, since how sure they were and the sum would tell it.
 */
export function sureAnswersOf({ items, work, policy }: Omit<Answered, 'step'>): SureAnswer[] {
	if (!work || !isTold(policy, standingAttempt(items, work, policy).result.done, work)) return [];
	return sureAnswers(items, work);
}
