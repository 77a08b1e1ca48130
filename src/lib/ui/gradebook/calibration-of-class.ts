import * as m from '../../../messages/compiled/messages.js';
import type { CalibrationWords } from '../learning/calibration-words.ts';

/** The chart of certainty, said of a class to its instructor. */
export const classCalibrationWords: CalibrationWords = {
	heading: m.calibration_of_class,
	fits: m.calibration_of_class_fits,
	over: m.calibration_of_class_over,
	under: m.calibration_of_class_under,
	chart: m.calibration_of_class_chart,
	how: m.calibration_of_class_how,
	byCertainty: m.calibration_of_class_by_certainty,
	certainty: m.calibration_of_class_certainty
};
