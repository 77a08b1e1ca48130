import { monitorEventLoopDelay } from 'node:perf_hooks';
import { lessonKeyOf } from '../../src/lib/domain/classroom/carried/lesson-key.ts';
import { importFiles } from '../../src/lib/domain/classroom/import/import-files.ts';
import { sealResult } from '../../src/lib/domain/classroom/sealing/seal-result.ts';
import {
	deskFor,
	fileOf,
	lessonsOf,
	makeAssignmentFor,
	makeClass,
	makeDevice,
	port,
	resultFor
} from '../support/classroom.ts';
import type { MapRow } from './map.ts';

/** As of a large course. */
const files = 300;

/** Each result holds two lessons with quizzes and maps. A task is what runs between two pauses, as on the page. */
async function importTime(): Promise<MapRow[]> {
	const lessons = lessonsOf(2);
	const [open, device] = await Promise.all([makeClass(), makeDevice()]);
	const assignment = makeAssignmentFor(open, lessons);
	const sealed = await Promise.all(
		Array.from({ length: files }, async (_, at) => {
			const result = await resultFor(assignment, lessons, device, { code: `S-${at}`, knows: () => at % 3 > 0 });
			return fileOf((await sealResult(result, { assignment, device }, port)).text);
		})
	);
	const desk = await deskFor(open, [assignment], lessons.map(lessonKeyOf));
	const pause = (): Promise<void> => new Promise((done) => setImmediate(done));
	const tasks = monitorEventLoopDelay({ resolution: 1 });
	tasks.enable();
	const from = performance.now();
	let opened = 0;
	for await (const { verdict } of importFiles(sealed, desk, pause)) opened += Number(verdict.code === 'opened');
	if (opened !== files) throw new Error(`Only ${opened} of ${files} results were opened.`);
	const value = performance.now() - from;
	tasks.disable();
	return [
		{ what: `importing ${files} results of two lessons`, value, budget: 15_000, unit: 'ms' },
		// Nanoseconds; a percentile, since the longest of all is the machine's other work.
		{ what: 'the longest tasks of that import (p99)', value: tasks.percentile(99) / 1e6, budget: 50, unit: 'ms' }
	];
}

export const classroomRows = importTime;
