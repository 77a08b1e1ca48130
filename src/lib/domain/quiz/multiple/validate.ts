import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicMultiple } from './public.ts';

/** Ready when at least one option is chosen, and each one chosen is an option of the item. */
export function validateMultiple(item: PublicMultiple, response: ResponseOf<'multiple'> | undefined): Readiness {
	if (!response || response.choices.length === 0) return { ready: false, code: 'no-choice' };
	const known = new Set(item.options.map((option) => option.id));
	if (!response.choices.every((id) => known.has(id))) return { ready: false, code: 'unknown-option' };
	return { ready: true };
}
