import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { ClassCalibration, ItemAnalysis, MapHeat } from '#lib/domain/classroom/gradebook/model.ts';
import { classCalibration } from '#lib/domain/classroom/statistics/calibration.ts';
import { analyseItems } from '#lib/domain/classroom/statistics/item-analysis.ts';
import { mapHeat } from '#lib/domain/classroom/statistics/map-heat.ts';
import { countedMarks, type Sheet } from './sheet.ts';
import { slices } from './slices.ts';

/** What an assignment's results say together. */
export interface SheetAnalysis {
	items: ItemAnalysis;
	calibration: ClassCalibration;
	/** Of the lessons whose map was assigned, as far as they are worked out. */
	heats: MapHeat[];
	keys: LessonKey[];
	/** Whether that is all. */
	isWhole: boolean;
}

/**
 * Works it out of the results that count, and gives it as it grows: the questions first, and then each lesson's maps,
 * which take longer. `breathe` is awaited wherever there is much to do.
 */
export async function* analysisOf(sheet: Sheet, breathe = slices()): AsyncGenerator<SheetAnalysis, void, void> {
	const marks = countedMarks(sheet);
	const { keys, assignment } = sheet;
	const withMaps = keys.flatMap((key) =>
		key.weigh && assignment.lessons.some(({ id, steps }) => id === key.lesson && steps.includes('weigh'))
			? [{ ...key, weigh: key.weigh }]
			: []
	);
	await breathe();
	const items = analyseItems(marks, keys);
	await breathe();
	const calibration = classCalibration(marks);
	let heats: MapHeat[] = [];
	for (const key of [null, ...withMaps]) {
		if (key) heats = [...heats, await mapHeat(marks, key, breathe)];
		yield { items, calibration, heats, keys, isWhole: heats.length === withMaps.length };
	}
}
