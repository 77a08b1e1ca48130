import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicBestCase } from './public.ts';

/** Ready when exactly `picks` different cards are picked; `missing` counts the picks that are left to make. */
export function validateBestCase(item: PublicBestCase, response: ResponseOf<'best-case'> | undefined): Readiness {
	const picked = new Set(response?.picks);
	const known = new Set(item.cards.map((card) => card.id));
	if (![...picked].every((id) => known.has(id))) return { ready: false, code: 'unknown-option' };
	const missing = item.picks - picked.size;
	if (missing > 0) return { ready: false, code: 'too-few-picks', missing };
	return missing < 0 ? { ready: false, code: 'too-many-picks' } : { ready: true };
}
