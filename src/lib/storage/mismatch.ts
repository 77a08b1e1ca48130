export { findHostile, within } from '#lib/domain/parsed/mismatch.ts';
export type { Mismatch, Parsed } from '#lib/domain/parsed/mismatch.ts';
