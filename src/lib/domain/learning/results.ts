import * as v from 'valibot';
import type { Band } from '../argument/model.ts';
import { add, compare, fraction, multiply, zero } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { frames } from '../frame.ts';
import { certaintyMark, certaintyMarks, publicItem, scoreResponse, validateResponse } from '../quiz/index.ts';
import type { Certainty, Item, ItemId, Response, Score } from '../quiz/model.ts';
import type { QuizWork } from '../quiz/work.ts';
import type { StepResult, Tally } from './model.ts';
import { tallyItems } from './perspective.ts';

type ById<T> = Readonly<Record<ItemId, T>>;
const own = <T>(all: ById<T>, id: ItemId): T | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);

/**
 * The scores of the items that the learner has checked, by item id. A checked item whose stored response is not
 * ready, as after a change of the lesson, has no score: it waits for a new answer instead of counting as wrong.
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

/**
 * Certainty-based marks over the items; possible is what being right and certain gives, 3 a point. As in Moodle, an
 * answer without a certainty is taken for a guess, and an item without an answer earns 0.
 */
function tallyCertainty(items: readonly Item[], scores: ById<Score>, certainties: ById<Certainty>): Tally {
	return items.reduce<Tally>(
		({ earned, possible }, item) => {
			const score = own(scores, item.id);
			const mark = score ? certaintyMark(score, own(certainties, item.id) ?? 'guess') : zero;
			const most = multiply(certaintyMarks.certain.right, fraction(item.points));
			return { earned: add(earned, mark), possible: add(possible, most) };
		},
		{ earned: zero, possible: zero }
	);
}

/**
 * The result of a step made of items (check, reverse). All items count as possible; those that are not checked, or
 * not answered, earn nothing yet. `done` when each item is checked. `certainty` is there as soon as one of the scored
 * items has a certainty. Responses to items that are not in the step are ignored.
 */
export function quizResult(
	items: readonly Item[],
	responses: ById<Response>,
	certainties: ById<Certainty>,
	checkedIds: readonly ItemId[]
): StepResult {
	const scores = scoreChecked(items, responses, checkedIds);
	const result: StepResult = {
		done: items.every((item) => Object.hasOwn(scores, item.id)),
		...tallyItems(items, scores)
	};
	if (Object.keys(scores).some((id) => own(certainties, id)))
		result.certainty = tallyCertainty(items, scores, certainties);
	return result;
}

/**
 * The result of quiz work. While a further attempt is under way the attempt before it stands, so that trying again
 * neither takes a result away nor closes what it had opened.
 */
export function quizWorkResult(items: readonly Item[], work: QuizWork): StepResult {
	const now = quizResult(items, work.responses, work.certainties, work.checked);
	const before = work.earlier.at(-1);
	if (now.done || !before) return now;
	const all = items.map(({ id }) => id);
	const then = quizResult(items, before.responses, before.certainties, all);
	// An earlier attempt that no longer fits the items (the lesson has changed) says nothing.
	return then.done ? then : now;
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
	map: v.optional(v.object({ total: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), band: v.picklist(bands) }))
});

/**
 * A stored result, or null for what is not one: marks are fractions with 0 ≤ earned ≤ possible (certainty marks may
 * be negative), brought to lowest terms. The caller then works the result out again from the stored responses.
 */
export function parseStepResult(stored: unknown): StepResult | null {
	const parsed = v.safeParse(stepResultSchema, stored);
	if (!parsed.success) return null;
	const { done, frames, overall, certainty, map } = parsed.output;
	// IndexedDB keeps a field that is there but undefined; here such a field is absent.
	return { done, frames, ...(overall && { overall }), ...(certainty && { certainty }), ...(map && { map }) };
}
