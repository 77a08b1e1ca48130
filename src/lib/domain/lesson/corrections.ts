import type { Claim, DiscrepancyId } from './model.ts';

type Stated = Pick<Claim, 'status' | 'discrepancies'>;

/** What corrects these claims: the discrepancies of those that their source got wrong, each once. */
export const correctionsOf = (claims: readonly (Stated | undefined)[]): DiscrepancyId[] => [
	...new Set(claims.flatMap((claim) => (claim?.status === 'error' ? claim.discrepancies : [])))
];
