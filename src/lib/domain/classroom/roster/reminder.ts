import type { Reminder } from '../gradebook/model.ts';
import type { ClassRecord } from '../model.ts';

const day = 86_400_000;
/** From so many days before the date on. */
export const remindFrom = 14;

/** The classes whose day to be deleted has come or comes within two weeks, the next first. `now` in ms since 1970. */
export const remindersOf = (
	classes: readonly Pick<ClassRecord, 'id' | 'name' | 'deleteBy'>[],
	now: number
): Reminder[] =>
	classes
		.flatMap(({ id, name, deleteBy }) =>
			deleteBy === null ? [] : [{ classId: id, name, deleteBy, days: Math.ceil((deleteBy - now) / day) }]
		)
		.filter(({ days }) => days <= remindFrom)
		.toSorted((a, b) => a.deleteBy - b.deleteBy);
