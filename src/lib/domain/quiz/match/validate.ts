import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicMatch } from './public.ts';

/**
 * Ready when each left entry has a right entry or "no partner" (null); `missing` counts those that have neither yet.
 * One right entry may serve several left ones.
 */
export function validateMatch(item: PublicMatch, response: ResponseOf<'match'> | undefined): Readiness {
	const pairs = Object.entries(response?.pairs ?? {});
	const left = new Set(item.left.map((entry) => entry.id));
	const right = new Set(item.right.map((entry) => entry.id));
	if (!pairs.every(([id, partner]) => left.has(id) && (partner === null || right.has(partner))))
		return { ready: false, code: 'unknown-option' };
	const missing = left.size - pairs.length;
	return missing > 0 ? { ready: false, code: 'pairs-missing', missing } : { ready: true };
}
