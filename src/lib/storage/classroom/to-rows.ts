import type { ClassroomContents } from '#lib/domain/classroom/exchange/copy.ts';
import type { ClassroomChange } from './model.ts';
import type { Row, Write } from './rows.ts';

type Placed = Omit<Row, 'rev' | 'savedAt'>;

const ofClass = (data: ClassroomContents['classes'][number]): Placed => ({
	kind: 'class',
	id: data.id,
	of: '',
	classId: data.id,
	code: '',
	data
});
const ofAssignment = (data: ClassroomContents['assignments'][number]): Placed => ({
	kind: 'assignment',
	id: data.id,
	of: data.class.id,
	classId: data.class.id,
	code: '',
	data
});
const ofResult = (data: ClassroomContents['results'][number]): Placed => ({
	kind: 'result',
	id: data.id,
	of: data.result.assignment,
	classId: data.result.class,
	code: data.result.code,
	data
});
const ofWaiting = (data: ClassroomContents['waiting'][number]): Placed => ({
	kind: 'waiting',
	id: data.id,
	of: data.classId,
	classId: data.classId,
	code: data.code,
	data
});
const ofLesson = (data: ClassroomContents['lessons'][number]): Placed => ({
	kind: 'lesson',
	id: data.hash,
	of: '',
	classId: '',
	code: '',
	data
});
const ofKey = (data: ClassroomContents['lessonKeys'][number]): Placed => ({
	kind: 'lesson-key',
	id: data.hash,
	of: '',
	classId: '',
	code: '',
	data
});

/** What a change does to the table. `at` in milliseconds since 1970. */
export function writesOf(change: ClassroomChange, at: number): Write[] {
	const succeed = (placed: Placed, rev: number): Write => ({
		do: 'succeed',
		row: { ...placed, rev: rev + 1, savedAt: at }
	});
	const lay = (placed: Placed): Write => ({ do: 'lay', row: { ...placed, rev: 1, savedAt: at } });
	return [
		...(change.classes ?? []).map(({ data, rev }) => succeed(ofClass(data), rev)),
		...(change.assignments ?? []).map(({ data, rev }) => succeed(ofAssignment(data), rev)),
		...(change.judgements ?? []).map(({ data, rev, assignment, classId, code }) =>
			succeed({ kind: 'judgement', id: data.result, of: assignment, classId, code, data }, rev)
		),
		...(change.results ?? []).map((one) => lay(ofResult(one))),
		...(change.waiting ?? []).map((one) => lay(ofWaiting(one))),
		...(change.lessons ?? []).map((one) => lay(ofLesson(one))),
		...(change.lessonKeys ?? []).map((one) => lay(ofKey(one)))
	];
}

/** All records of a copy as they would lie in the table; judgements of results that are not in it are left out. */
export function rowsOfContents(contents: ClassroomContents, at: number): Row[] {
	const results = contents.results.map(ofResult);
	const judgements = contents.judgements.flatMap((data): Placed[] => {
		const result = results.find(({ id }) => id === data.result);
		return result ? [{ ...result, kind: 'judgement', data }] : [];
	});
	return [
		...contents.classes.map(ofClass),
		...contents.assignments.map(ofAssignment),
		...results,
		...judgements,
		...contents.waiting.map(ofWaiting),
		...contents.lessons.map(ofLesson),
		...contents.lessonKeys.map(ofKey)
	].map((placed) => ({ ...placed, rev: 1, savedAt: at }));
}
