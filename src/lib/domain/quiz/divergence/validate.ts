import type { ResponseOf } from '../kind.ts';
import { degrees, type Readiness } from '../model.ts';
import { validateSlots } from '../slots.ts';
import type { PublicDivergence } from './public.ts';

/** Ready when each segment is judged; `missing` counts those that are not yet. */
export function validateDivergence(
	{ segments }: PublicDivergence,
	response: ResponseOf<'divergence'> | undefined
): Readiness {
	return validateSlots(
		segments.map(({ id }) => [id, degrees]),
		response?.answers
	);
}
