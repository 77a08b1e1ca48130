import { canonical } from '../../canonical.ts';
import { toNumber } from '../../fraction.ts';
import type { CarriedLesson } from '../carried/model.ts';
import type { ItemMark, Judgement, MapMark, Marks } from '../gradebook/model.ts';
import { commentAt } from '../gradebook/place.ts';
import type { FeedbackFile, ItemFeedback, MapFeedback } from '../model.ts';
import type { KeptResult } from '../verdict.ts';

const itemFeedback = ({ lesson, step, item, counted, total, override, comment, ...did }: ItemMark): ItemFeedback => ({
	lesson,
	step,
	item: item.id,
	response: did.response,
	...(did.response !== null && did.state === 'unanswered' && { unchecked: true }),
	...(did.certainty && { certainty: did.certainty }),
	...(did.hints > 0 && { hints: did.hints }),
	earned: toNumber(counted),
	total: toNumber(total),
	...(override && { reason: override.reason }),
	...(comment !== '' && { comment })
});

const mapFeedback = ({ lesson, map, last, counted, override, comment }: MapMark): MapFeedback => ({
	lesson,
	total: counted?.total ?? null,
	band: counted?.band ?? null,
	map,
	...(last && canonical(last) !== canonical(map) && { last }),
	...(override && { reason: override.reason }),
	...(comment !== '' && { comment })
});

/**
 * What goes back to one student: the answers and the map that were marked, every mark as it counts, what was changed by
 * hand with its reason, all comments. Nothing is in it that the student did not hand in, and only their device opens it. With
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
		items: items.map(itemFeedback),
		maps: maps.map(mapFeedback),
		comment: commentAt(judgement, null),
		revealed
	};
}
