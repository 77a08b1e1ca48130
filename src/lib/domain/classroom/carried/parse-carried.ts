import * as v from 'valibot';
import { parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { keylessStepSchema, lessonEntries, librarySchema, stepSchema } from './lesson-schema.ts';
import type { CarriedLesson } from './model.ts';

const steps = <T extends { id: string }>(schema: v.GenericSchema<unknown, T>) =>
	v.pipe(
		v.array(schema),
		v.minLength(1, 'at least one step'),
		v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each step once')
	);

const carried = v.variant('key', [
	v.strictObject({
		format: v.literal(1),
		key: v.literal(true),
		lesson: v.strictObject({ ...lessonEntries, steps: steps(stepSchema) }),
		library: librarySchema
	}),
	v.strictObject({
		format: v.literal(1),
		key: v.literal(false),
		lesson: v.strictObject({
			...lessonEntries,
			flow: v.pipe(lessonEntries.flow, v.maxLength(0, 'no branches: nothing is marked on the way')),
			steps: steps(keylessStepSchema)
		}),
		library: librarySchema
	})
]) as unknown as v.GenericSchema<unknown, CarriedLesson>;

/**
 * A lesson that came in a file. Refuses unknown keys (so a lesson `without-key` can hide none), hostile nesting, markup
 * that the lesson compiler could not have written, items that no formula could mark, and maps that are none.
 */
export const parseCarried = (input: unknown): Parsed<CarriedLesson> => parse(carried, input);
