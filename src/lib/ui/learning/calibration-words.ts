import * as m from '../../../messages/compiled/messages.js';

/** What a chart of certainty says to whom it is about. */
export interface CalibrationWords {
	heading: () => string;
	fits: () => string;
	over: (inputs: { points: number }) => string;
	under: (inputs: { points: number }) => string;
	chart: () => string;
	how: () => string;
	byCertainty: () => string;
	certainty: () => string;
}
/** To the one who gave the answers. */
export const ownCalibration: CalibrationWords = {
	heading: m.calibration_heading,
	fits: m.calibration_fits,
	over: m.calibration_over,
	under: m.calibration_under,
	chart: m.calibration_chart,
	how: m.calibration_chart_how,
	byCertainty: m.calibration_by_certainty,
	certainty: m.calibration_certainty
};
