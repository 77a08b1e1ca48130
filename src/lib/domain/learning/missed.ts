import { compare } from '../fraction.ts';
import { frames } from '../frame.ts';
import type { Frame } from '../frame.ts';
import type { Item } from '../quiz/model.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import { givenItems } from '../quiz/taking.ts';
import type { QuizAttempt } from '../quiz/work.ts';
import { scoreChecked } from './results.ts';

export interface Missed {
	/** What was not fully right or not answered, in the order of the lesson. */
	items: Item[];
	/** The same by the view that they test and by the outcome that they serve; an item stands in each of its groups. */
	frames: { frame: Frame; items: Item[] }[];
	outcomes: { outcome: string; items: Item[] }[];
}

/** What went wrong in an attempt that is over. A right answer that took a hint was right. */
export function missedItems(all: readonly Item[], did: QuizAttempt, policy: QuizPolicy): Missed {
	const given = givenItems(all, policy, did);
	const scores = scoreChecked(given, did.responses, did.checked);
	const items = given.filter(({ id }) => {
		const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
		return !score || compare(score.earned, score.total) < 0;
	});
	const outcomes = [...new Set(items.flatMap((item) => item.outcomes))];
	return {
		items,
		frames: frames.flatMap((frame) => {
			const own = items.filter(({ sides }) => sides.includes(frame));
			return own.length > 0 ? [{ frame, items: own }] : [];
		}),
		outcomes: outcomes.map((outcome) => ({ outcome, items: items.filter((item) => item.outcomes.includes(outcome)) }))
	};
}
