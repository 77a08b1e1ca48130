import type { Difference } from '#lib/domain/classroom/marks/difference.ts';
import * as m from '../../../messages/compiled/messages.js';

const said: Record<Difference['code'], (inputs: { claimed: number; found: number }) => string> = {
	points: m.difference_points,
	map: m.difference_map,
	'not-claimed': m.difference_not_claimed,
	'not-marked': m.difference_not_marked,
	attempts: m.difference_attempts,
	'unknown-items': m.difference_unknown_items
};
/** Where a file claims something else than its answers give, in one sentence. */
export const differenceWords = ({ code, claimed, found }: Difference): string =>
	said[code]({ claimed: claimed ?? 0, found: found ?? 0 });
