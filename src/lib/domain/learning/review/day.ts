import type { Now } from './model.ts';

const minute = 60_000;
const length = 24 * 60 * minute;

/** What the learner's own clock shows, as milliseconds since 1970 shown there. */
export const onLocalClock = ({ at, zone }: Now): number => at + zone * minute;

/** The day of a moment as the learner's own calendar has it, counted from 1 January 1970. */
export const dayOf = (moment: Now): number => Math.floor(onLocalClock(moment) / length);

/** When a day begins, in milliseconds since 1970. */
export const startOf = (day: number, zone: number): number => day * length - zone * minute;

/** Days of the learner's calendar from a moment to now: 1 from one evening to the next morning; never negative. */
export const daysSince = (from: number, now: Now): number =>
	Math.max(0, dayOf(now) - dayOf({ at: from, zone: now.zone }));
