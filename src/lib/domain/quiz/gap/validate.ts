import type { ResponseOf } from '../kind.ts';
import type { Readiness } from '../model.ts';
import type { PublicGap } from './public.ts';

/** Ready when something is written, or one of the list is chosen. */
export function validateGap({ list }: PublicGap, response: ResponseOf<'gap'> | undefined): Readiness {
	if (!response?.text.trim()) return { ready: false, code: list ? 'no-choice' : 'no-text' };
	return list && !list.includes(response.text) ? { ready: false, code: 'unknown-option' } : { ready: true };
}
