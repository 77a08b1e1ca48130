import { calibrationsOf } from '../../learning/calibration.ts';
import type { ClassCalibration, Marks } from '../gradebook/model.ts';

/** How sure a class was and how often it was right: all students' first answers together, and how many students they are of. */
export function classCalibration(marks: readonly Marks[]): ClassCalibration {
	const answers = marks.map(({ results }) =>
		Object.values(results).flatMap((steps) => Object.values(steps).flatMap((result) => result?.sure ?? []))
	);
	return { ...calibrationsOf(answers.flat()), students: answers.filter((own) => own.length > 0).length };
}
