import * as v from 'valibot';

/** Milliseconds since 1970, by the clock of the device that saved. */
export const instant = v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0));
