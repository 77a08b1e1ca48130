import type { Claim } from '#lib/domain/lesson/model.ts';
import { statusName } from '../library/library-words.ts';

/** What checking showed of these claims, with the correction, as plain text; empty where all hold. */
export const checkedWords = (claims: readonly (Pick<Claim, 'status'> & Partial<Pick<Claim, 'why'>>)[]): string =>
	claims
		.filter(({ status }) => status !== 'confirmed')
		.map(({ status, why }) => (why ? `${statusName(status)}: ${why}` : statusName(status)))
		.join(' · ');
