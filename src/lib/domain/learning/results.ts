import * as v from 'valibot';
import type { Band } from '../argument/model.ts';
import { add, compare, fraction, multiply, zero } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { frames } from '../frame.ts';
import { certaintyMark, certaintyMarks, publicItem, scoreResponse, validateResponse } from '../quiz/index.ts';
import { drawItems } from '../quiz/draw.ts';
import { certainties } from '../quiz/model.ts';
import type { Certainty, Item, ItemId, Response, Score } from '../quiz/model.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import { givenItems } from '../quiz/taking.ts';
import type { QuizAttempt, QuizWork } from '../quiz/work.ts';
import { sureAnswerOf } from './calibration.ts';
import type { SureAnswer } from './calibration.ts';
import type { StepResult, Tally } from './model.ts';
import { tallyItems } from './perspective.ts';

type ById<T> = Readonly<Record<ItemId, T>>;
const own = <T>(all: ById<T>, id: ItemId): T | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);

/**
 * The scores of the items that the learner has checked, by item id, as if no hint had been opened. A checked item whose
 * stored response is not ready, as after a change of the lesson, has no score: it waits for a new answer instead of
 * counting as wrong.
 */
export function scoreChecked(
	items: readonly Item[],
	responses: ById<Response>,
	checkedIds: readonly ItemId[]
): Record<ItemId, Score> {
	const checked = new Set(checkedIds);
	return Object.fromEntries(
		items.flatMap((item): [ItemId, Score][] => {
			const response = own(responses, item.id);
			if (!response || !checked.has(item.id)) return [];
			return validateResponse(publicItem(item), response).ready ? [[item.id, scoreResponse(item, response)]] : [];
		})
	);
}

/** What is left of a mark after so many hints at `hintCost` percent each: 0…1. */
export const shareAfterHints = (hints: number, { hintCost }: QuizPolicy): Fraction =>
	fraction(Math.max(0, 100 - hints * hintCost), 100);

/** A score less the price of the hints. `parts` stays: what was right was right. */
export const scoreAfterHints = (score: Score, hints: number, policy: QuizPolicy): Score => ({
	...score,
	earned: multiply(score.earned, shareAfterHints(hints, policy))
});

/** The certainty-based mark of a score (`certaintyMark`). Hints lessen what is won and not what is lost. */
export function certaintyMarkAfterHints(score: Score, sure: Certainty, hints: number, policy: QuizPolicy): Fraction {
	const mark = certaintyMark(score, sure);
	return mark.n > 0 ? multiply(mark, shareAfterHints(hints, policy)) : mark;
}

/**
 * Certainty-based marks over the items; possible is what being right and certain gives, 3 a point. As in Moodle, an
 * answer without a certainty is taken for a guess, and an item without an answer earns 0.
 */
function tallyCertainty(items: readonly Item[], scores: ById<Score>, did: QuizAttempt, policy: QuizPolicy): Tally {
	return items.reduce<Tally>(
		({ earned, possible }, item) => {
			const score = own(scores, item.id);
			const [sure = 'guess', hints = 0] = [own(did.certainties, item.id), own(did.hints, item.id)];
			const mark = score ? certaintyMarkAfterHints(score, sure, hints, policy) : zero;
			const most = multiply(certaintyMarks.certain.right, fraction(item.points));
			return { earned: add(earned, mark), possible: add(possible, most) };
		},
		{ earned: zero, possible: zero }
	);
}

/** The scores of an attempt (`scoreChecked`) less the price of the hints, by item id. */
export function costedScores(scores: ById<Score>, did: QuizAttempt, policy: QuizPolicy): Record<ItemId, Score> {
	return Object.fromEntries(
		Object.entries(scores).map(([id, score]) => [id, scoreAfterHints(score, own(did.hints, id) ?? 0, policy)])
	);
}

/**
 * The result of one attempt at a step made of items (check, reverse). All items that were given count as possible;
 * those that are not checked, or not answered, earn nothing (yet). `done` when each item is checked, or the attempt was
 * handed in. `certainty` is there as soon as one of the scored items has a certainty. Responses to items that are not
 * in the step are ignored.
 */
export function attemptResult(items: readonly Item[], did: QuizAttempt, policy: QuizPolicy): StepResult {
	const given = givenItems(items, policy, did);
	const scores = scoreChecked(given, did.responses, did.checked);
	const result: StepResult = {
		done: did.ended || given.every((item) => Object.hasOwn(scores, item.id)),
		...tallyItems(given, costedScores(scores, did, policy))
	};
	if (Object.keys(scores).some((id) => own(did.certainties, id)))
		result.certainty = tallyCertainty(given, scores, did, policy);
	return result;
}

/**
 * How sure the learner was of the answers that are marked 0 or 1, in the order of the lesson. Of each item its first
 * marked answer counts, whichever attempt gave the item: later answers know what was wrong, and a certainty in them is
 * no forecast any more.
 */
export function sureAnswers(items: readonly Item[], work: QuizWork): SureAnswer[] {
	const attempts = [...work.earlier, work].map((did) => ({
		did,
		scores: scoreChecked(items, did.responses, did.checked)
	}));
	return items.flatMap((item) => {
		const first = attempts.find(({ scores }) => Object.hasOwn(scores, item.id));
		const certainty = first && own(first.did.certainties, item.id);
		return (certainty && sureAnswerOf(item, first.scores[item.id]!, certainty)) ?? [];
	});
}

/**
 * The attempt that stands, with its result: while a further attempt is under way the one before it, so that trying again
 * neither takes a result away nor closes what it had opened.
 */
export function standingAttempt(
	items: readonly Item[],
	work: QuizWork,
	policy: QuizPolicy
): { did: QuizAttempt; result: StepResult } {
	const did = { ...work, drawn: drawItems(items, policy, work) };
	const result = attemptResult(items, did, policy);
	const before = work.earlier.at(-1);
	// An earlier attempt that no longer fits the items (the lesson has changed) says nothing.
	const then = before && !result.done ? attemptResult(items, before, policy) : undefined;
	return before && then?.done ? { did: before, result: then } : { did, result };
}

/**
 * The result of quiz work, whoever asks for it and whenever: player, preview, regrade and gradebook. It is that of the
 * attempt that stands (`standingAttempt`). `sure` is of first answers alone (`sureAnswers`).
 */
export function regrade(items: readonly Item[], work: QuizWork, policy: QuizPolicy): StepResult {
	const sure = sureAnswers(items, work);
	return { ...standingAttempt(items, work, policy).result, ...(sure.length > 0 && { sure }) };
}

// Far above any mark, and small enough that stored marks can be added and divided without leaving safe integers.
const largest = 10_000_000;
const whole = v.pipe(v.number(), v.integer(), v.minValue(-largest), v.maxValue(largest));
const fractionSchema = v.pipe(
	v.object({ n: whole, d: v.pipe(whole, v.minValue(1)) }),
	v.transform(({ n, d }): Fraction => fraction(n, d))
);
const certaintySchema = v.pipe(
	v.object({ earned: fractionSchema, possible: fractionSchema }),
	v.check(({ earned, possible }) => possible.n >= 0 && compare(earned, possible) <= 0)
);
const tallySchema = v.pipe(
	certaintySchema,
	v.check(({ earned }) => earned.n >= 0)
);
const bands = ['beginning', 'developing', 'sound', 'strong'] as const satisfies readonly Band[];

const stepResultSchema = v.object({
	done: v.boolean(),
	frames: v.record(v.picklist(frames), tallySchema),
	overall: v.optional(tallySchema),
	certainty: v.optional(certaintySchema),
	sure: v.optional(
		v.array(
			v.object({
				certainty: v.picklist(certainties),
				options: v.pipe(v.number(), v.integer(), v.minValue(2)),
				right: v.boolean(),
				sides: v.array(v.picklist(frames))
			})
		)
	),
	map: v.optional(v.object({ total: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), band: v.picklist(bands) }))
});

/**
 * A stored result, or null for what is not one: marks are fractions with 0 ≤ earned ≤ possible (certainty marks may
 * be negative), brought to lowest terms. The caller then works the result out again from the stored responses.
 */
export function parseStepResult(stored: unknown): StepResult | null {
	const parsed = v.safeParse(stepResultSchema, stored);
	if (!parsed.success) return null;
	const { done, frames, overall, certainty, sure, map } = parsed.output;
	// IndexedDB keeps a field that is there but undefined; here such a field is absent.
	return {
		done,
		frames,
		...(overall && { overall }),
		...(certainty && { certainty }),
		...(sure && { sure }),
		...(map && { map })
	};
}
