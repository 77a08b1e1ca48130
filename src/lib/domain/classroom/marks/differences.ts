import { percentOf, toNumber } from '../../fraction.ts';
import type { StepResult, Tally } from '../../learning/model.ts';
import type { LessonId, StepId } from '../../lesson/model.ts';
import type { Item } from '../../quiz/model.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import type { QuizWork } from '../../quiz/work.ts';
import type { ClaimedMark } from '../model.ts';
import type { Difference } from './difference.ts';

const percent = (tally: Tally | undefined): number | null =>
	tally && tally.possible.n > 0 ? percentOf(toNumber(tally.earned) / toNumber(tally.possible)) : null;

/** Where a step's claimed marks are others than those that its answers give, to the whole percent that is shown. */
export function claimDifferences(
	place: { lesson: LessonId; step: StepId },
	claimed: ClaimedMark | undefined,
	found: StepResult
): Difference[] {
	const pairs = [
		['points', percent(claimed?.overall), percent(found.overall)],
		['map', claimed?.map ? percentOf(claimed.map.total) : null, found.map ? percentOf(found.map.total) : null]
	] as const;
	return pairs.flatMap(([code, said, is]): Difference[] => {
		// What earned nothing and was not claimed is no difference.
		if (said === is || (said === null && (is ?? 0) === 0)) return [];
		const kind = said === null ? 'not-claimed' : is === null ? 'not-marked' : code;
		return [{ code: kind, ...place, claimed: said, found: is }];
	});
}

/** What the work on a quiz holds that the assignment does not give. */
export function workDifferences(
	place: { lesson: LessonId; step: StepId },
	items: readonly Item[],
	{ responses, earlier }: QuizWork,
	{ attempts }: QuizPolicy
): Difference[] {
	const known = new Set(items.map(({ id }) => id));
	const unknown = Object.keys(responses).filter((id) => !known.has(id)).length;
	const found: Difference[] = [];
	if (attempts > 0 && earlier.length + 1 > attempts)
		found.push({ code: 'attempts', ...place, claimed: earlier.length + 1, found: attempts });
	if (unknown > 0) found.push({ code: 'unknown-items', ...place, claimed: unknown, found: 0 });
	return found;
}
