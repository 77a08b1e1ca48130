import * as v from 'valibot';
import type { Band } from '#lib/domain/argument/model.ts';
import { compare } from '#lib/domain/fraction.ts';
import { frames } from '#lib/domain/frame.ts';
import { certainties } from '#lib/domain/quiz/model.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';

const bands = ['beginning', 'developing', 'sound', 'strong'] as const satisfies readonly Band[];

// The bound keeps the products that comparing and adding need within safe integers.
const whole = v.pipe(v.number(), v.integer('a whole number'), v.minValue(-10_000_000), v.maxValue(10_000_000));
const fraction = v.strictObject({ n: whole, d: v.pipe(whole, v.minValue(1)) });
const certainty = v.pipe(
	v.strictObject({ earned: fraction, possible: fraction }),
	v.check(({ earned, possible }) => possible.n >= 0 && compare(earned, possible) <= 0, 'earned ≤ possible')
);
const tally = v.pipe(
	certainty,
	v.check(({ earned }) => earned.n >= 0, '0 ≤ earned')
);

/**
 * A step's result as it is on disk, told exactly: a mismatch has a path. `parseStepResult` in the domain is the
 * lenient twin that mends what it can; here a record either is what was written or is set aside whole.
 */
export const stepResult: v.GenericSchema<unknown, StepResult> = v.strictObject({
	done: v.boolean(),
	frames: v.record(v.picklist(frames), tally),
	overall: v.optional(tally),
	certainty: v.optional(certainty),
	sure: v.optional(
		v.array(
			v.strictObject({
				certainty: v.picklist(certainties),
				options: v.pipe(v.number(), v.integer(), v.minValue(2)),
				right: v.boolean(),
				sides: v.array(v.picklist(frames))
			})
		)
	),
	map: v.optional(v.strictObject({ total: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), band: v.picklist(bands) }))
});
