import type { ResponseOf } from '../kind.ts';
import type { Readiness } from '../model.ts';
import { idsOf, validateSlots } from '../slots.ts';
import type { PublicWhoSaid } from './public.ts';

/** Ready when each statement has a column; `missing` counts those that have none yet. */
export function validateWhoSaid(
	{ statements, columns }: PublicWhoSaid,
	response: ResponseOf<'whosaid'> | undefined
): Readiness {
	const choices = idsOf(columns);
	return validateSlots(
		statements.map(({ id }) => [id, choices]),
		response?.answers
	);
}
