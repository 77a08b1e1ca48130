import type { ResponseOf } from '../kind.ts';
import type { Readiness } from '../model.ts';
import { idsOf, validateSlots } from '../slots.ts';
import type { PublicClassifySource } from './public.ts';

/** Ready when each field has one of its options, the prediction included; `missing` counts those that have none yet. */
export function validateClassifySource(
	{ fields }: PublicClassifySource,
	response: ResponseOf<'classify-source'> | undefined
): Readiness {
	return validateSlots(
		fields.map(({ id, options }) => [id, idsOf(options)]),
		response?.answers
	);
}
