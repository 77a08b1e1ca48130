import type { ResponseOf } from '../kind.ts';
import type { Readiness } from '../model.ts';
import { numberOf } from './number-of.ts';
import type { PublicNumber } from './public.ts';

/** Ready when what is written can be read as a number. */
export function validateNumber({ unit }: PublicNumber, response: ResponseOf<'number'> | undefined): Readiness {
	if (!response?.text.trim()) return { ready: false, code: 'no-text' };
	return numberOf(response.text, unit) === null ? { ready: false, code: 'not-a-number' } : { ready: true };
}
