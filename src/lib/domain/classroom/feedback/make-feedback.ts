import { toNumber } from '../../fraction.ts';
import type { CarriedLesson } from '../carried/model.ts';
import type { Judgement, Marks } from '../gradebook/model.ts';
import { commentAt } from '../gradebook/place.ts';
import type { FeedbackFile, ItemFeedback, MapFeedback } from '../model.ts';
import type { KeptResult } from '../verdict.ts';

/**
 * What goes back to one student: every mark as it counts, what was changed by hand with its reason, all comments. With
 * `revealed` the lessons with their key, where they travelled without it.
 */
export function makeFeedback(
	{ result }: Pick<KeptResult, 'result'>,
	{ items, maps, summary }: Marks,
	{ judgement, revealed = [], now }: { judgement: Judgement | null; revealed?: CarriedLesson[]; now: number }
): FeedbackFile {
	const { western, chinese, overall, map } = summary;
	return {
		app: 'parallax',
		kind: 'feedback',
		version: 1,
		result: result.id,
		assignment: result.assignment,
		class: result.class,
		code: result.code,
		attempt: result.attempt,
		madeAt: now,
		marks: { western, chinese, overall, map },
		items: items.map(({ lesson, step, item, counted, total, override, comment }): ItemFeedback => ({
			lesson,
			step,
			item: item.id,
			earned: toNumber(counted),
			total: toNumber(total),
			...(override && { reason: override.reason }),
			...(comment !== '' && { comment })
		})),
		maps: maps.map(({ lesson, counted, override, comment }): MapFeedback => ({
			lesson,
			total: counted?.total ?? null,
			band: counted?.band ?? null,
			...(override && { reason: override.reason }),
			...(comment !== '' && { comment })
		})),
		comment: commentAt(judgement, null),
		revealed
	};
}
