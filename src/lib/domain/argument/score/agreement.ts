import type { Agreement } from './model.ts';

/**
 * Agreement beyond chance: clamp₀¹((earned − e) / ((s + r)/2 − e)) with e = s·r/N. With credits of 0 and 1 this is
 * Cohen's kappa over all candidate links, so that linking everything to everything is worth nothing. With nothing
 * left to agree on (a denominator of 0, or below 0, which only links onto groups in a tiny kit can bring about) it
 * is 1 for equal sets and 0 otherwise.
 */
export function agreement(earned: number, student: number, reference: number, candidates: number): Agreement {
	const chance = candidates > 0 ? (student * reference) / candidates : 0;
	const possible = (student + reference) / 2 - chance;
	const equal = earned === student && earned === reference;
	// `equal` first: a map that is the reference scores exactly 1, whatever the rounding.
	const value = equal ? 1 : possible > 0 ? Math.min(1, Math.max(0, (earned - chance) / possible)) : 0;
	return { earned, student, reference, candidates, chance, value };
}
