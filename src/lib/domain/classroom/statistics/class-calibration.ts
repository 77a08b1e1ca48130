import { calibrationsOf } from '../../learning/calibration.ts';
import type { ClassCalibration, Marks } from '../gradebook/model.ts';

/** How well certainty and success agree over the class's first answers; `students` is how many said how sure they were. */
export function classCalibration(marks: readonly Pick<Marks, 'results'>[]): ClassCalibration {
	const answers = marks.map(({ results }) =>
		Object.values(results).flatMap((steps) => Object.values(steps).flatMap(({ sure }) => sure ?? []))
	);
	return { ...calibrationsOf(answers.flat()), students: answers.filter((own) => own.length > 0).length };
}
