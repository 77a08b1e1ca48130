import type { ResponseOf } from '../kind.ts';
import { stances, type Readiness } from '../model.ts';
import { validateSlots } from '../slots.ts';
import { cellId } from './cell-id.ts';
import type { PublicMatrix } from './public.ts';

/** Ready when each cell has a stance; `missing` counts those that have none yet. */
export function validateMatrix({ rows, sources }: PublicMatrix, response: ResponseOf<'matrix'> | undefined): Readiness {
	return validateSlots(
		rows.flatMap((row) => sources.map((source) => [cellId(row.id, source.id), stances] as const)),
		response?.answers
	);
}
