import { compare, fraction, multiply } from '../../fraction.ts';
import type { Fraction } from '../../fraction.ts';
import { attemptResult, scoreAfterHints, scoreChecked, sureAnswers } from '../../learning/results.ts';
import type { StepResult } from '../../learning/model.ts';
import { tallyItems } from '../../learning/perspective.ts';
import type { CheckStep, LessonId, ReverseStep } from '../../lesson/model.ts';
import { drawItems } from '../../quiz/draw.ts';
import type { Item, Score } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import { givenItems } from '../../quiz/taking.ts';
import type { QuizAttempt, QuizWork } from '../../quiz/work.ts';
import type { ItemMark, Judgement, QuizStepId } from '../gradebook/model.ts';
import { commentAt, overrideAt } from '../gradebook/place.ts';

const own = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
	Object.hasOwn(all, id) ? all[id] : undefined;

/**
 * The attempts that the policy allows, oldest first, each with as many items of each bank as the policy gives: a draw
 * that was made smaller on the student's device is filled up from the seed.
 */
export function allowedAttempts(items: readonly Item[], work: QuizWork, policy: QuizPolicy): QuizAttempt[] {
	const all = [...work.earlier, work];
	const allowed = policy.attempts === 0 ? all : all.slice(0, policy.attempts);
	return allowed.map((did, at) => ({
		...did,
		drawn: drawItems(items, policy, { seed: work.seed, attempt: at + 1, drawn: did.drawn, ended: false })
	}));
}

/** The attempt that counts: the last that is done; where none is, the last. As `regrade` has it for the learner. */
function countedAttempt(
	items: readonly Item[],
	attempts: readonly QuizAttempt[],
	policy: QuizPolicy
): QuizAttempt | undefined {
	return attempts.findLast((did) => attemptResult(items, did, policy).done) ?? attempts.at(-1);
}

function itemMark(
	item: Item,
	did: QuizAttempt,
	score: Score | undefined,
	policy: QuizPolicy,
	{ lesson, step, judgement }: { lesson: LessonId; step: QuizStepId; judgement: Judgement | null }
): ItemMark {
	const place = { lesson, step, item: item.id };
	const response = own(did.responses, item.id) ?? null;
	const hints = own(did.hints, item.id) ?? 0;
	const total = fraction(item.points);
	const earned: Fraction = score ? scoreAfterHints(score, hints, policy).earned : fraction(0);
	const override = overrideAt(judgement, place);
	const isUnfit = response !== null && !score && did.checked.includes(item.id);
	return {
		lesson,
		step,
		item,
		state: score ? 'marked' : isUnfit ? 'unfit' : 'unanswered',
		response,
		certainty: own(did.certainties, item.id) ?? null,
		hints,
		earned,
		total,
		counted: override ? multiply(total, override.share) : earned,
		override,
		comment: commentAt(judgement, place)
	};
}

export interface QuizMarks {
	items: ItemMark[];
	/** Of the first attempt, for statistics: what was known before any feedback. Share of the points, 0…1. */
	first: { item: Item; share: Fraction; answered: boolean; response: ItemMark['response'] }[];
	/** What the rules give, and what counts once marks were changed by hand. */
	ruled: StepResult;
	counted: StepResult;
}

/** Marks the work on one quiz from its answers. Of empty work all that it should hold is missing, and possible. */
export function markQuiz(
	{ id: step, items }: CheckStep | ReverseStep,
	work: QuizWork,
	policy: QuizPolicy,
	context: { lesson: LessonId; judgement: Judgement | null }
): QuizMarks {
	const attempts = allowedAttempts(items, work, policy);
	const did = countedAttempt(items, attempts, policy) ?? work;
	const given = givenItems(items, policy, did);
	const scores = scoreChecked(given, did.responses, did.checked);
	const marks = given.map((item) => itemMark(item, did, own(scores, item.id), policy, { ...context, step }));
	const ruled = attemptResult(items, did, policy);
	const sure = sureAnswers(items, work);
	const changed = marks.some(({ earned, counted }) => compare(earned, counted) !== 0);
	const asCounted = Object.fromEntries(
		marks.map(({ item, counted, total }): [string, Score] => [
			item.id,
			{ kind: 'points', earned: counted, total, parts: [] }
		])
	);
	const base = { ...ruled, ...(sure.length > 0 && { sure }) };
	return {
		items: marks,
		first: firstAnswers(items, attempts[0] ?? work, policy),
		ruled: base,
		counted: changed ? { ...base, ...tallyItems(given, asCounted) } : base
	};
}

function firstAnswers(items: readonly Item[], did: QuizAttempt, policy: QuizPolicy): QuizMarks['first'] {
	const given = givenItems(items, policy, did);
	const scores = scoreChecked(given, did.responses, did.checked);
	return given.map((item) => {
		const score = own(scores, item.id);
		return {
			item,
			share: score ? fraction(score.earned.n * score.total.d, score.earned.d * score.total.n) : fraction(0),
			answered: score !== undefined,
			response: score ? (own(did.responses, item.id) ?? null) : null
		};
	});
}
