import { bestMap } from '../../argument/index.ts';
import type { ArgumentMap, Band, Kit, Reference } from '../../argument/model.ts';
import { toNumber } from '../../fraction.ts';
import type { LessonId } from '../../lesson/model.ts';
import type { Judgement, MapMark } from '../gradebook/model.ts';
import { commentAt, overrideAt } from '../gradebook/place.ts';

/** The band that a total alone gives; a mark by hand knows no caps. */
export function bandFor(total: number): Band {
	if (total >= 0.85) return 'strong';
	if (total >= 0.6) return 'sound';
	return total >= 0.4 ? 'developing' : 'beginning';
}

/**
 * The best of the scored maps; of one that was never scored on the student's device, as where the instructor marks, the
 * map as it was handed in, if there is anything on it.
 */
export function markMap(
	{ kit, references }: { kit: Kit; references: Reference[] },
	work: { map: ArgumentMap; attempts: ArgumentMap[] } | null,
	{ lesson, judgement }: { lesson: LessonId; judgement: Judgement | null }
): MapMark {
	const last = work?.map ?? null;
	const isBuilt = last !== null && last.groups.length + last.evidence.length > 0;
	const maps = work && work.attempts.length > 0 ? work.attempts : isBuilt ? [last] : [];
	const best = bestMap(kit, references, maps);
	const place = { lesson, step: 'weigh' } as const;
	const override = overrideAt(judgement, place);
	const ruled = best && { total: best.score.total, band: best.score.band };
	const given = override && { total: toNumber(override.share), band: bandFor(toNumber(override.share)) };
	return {
		lesson,
		map: best?.map ?? null,
		score: best?.score ?? null,
		attempts: work?.attempts.length ?? 0,
		last,
		counted: given ?? ruled,
		override,
		comment: commentAt(judgement, place)
	};
}
