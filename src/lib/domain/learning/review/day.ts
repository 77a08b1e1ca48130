import type { Now } from './model.ts';

const minute = 60_000;
const length = 24 * 60 * minute;

/** The day of a moment as the learner's own calendar has it, counted from 1 January 1970. */
export const dayOf = ({ at, zone }: Now): number => Math.floor((at + zone * minute) / length);

/** When a day begins, in milliseconds since 1970. */
export const startOf = (day: number, zone: number): number => day * length - zone * minute;

/** Days between two moments, as a number with fractions; never negative. */
export const daysBetween = (from: number, to: number): number => Math.max(0, (to - from) / length);
