import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicSingle } from './public.ts';

/** Ready when one of the item's options is chosen. */
export function validateSingle(item: PublicSingle, response: ResponseOf<'single'> | undefined): Readiness {
	if (!response) return { ready: false, code: 'no-choice' };
	if (!item.options.some((option) => option.id === response.choice)) return { ready: false, code: 'unknown-option' };
	return { ready: true };
}
