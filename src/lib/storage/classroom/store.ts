import { parseCopy, toCopy } from '#lib/domain/classroom/exchange/copy.ts';
import { emptyClassroom } from '#lib/domain/classroom/exchange/copy.ts';
import type { ClassroomContents } from '#lib/domain/classroom/exchange/copy.ts';
import { canonical } from '#lib/domain/canonical.ts';
import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import type { Assignment, ClassRecord, Id } from '#lib/domain/classroom/model.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import { toFailure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { classroomName } from './database.ts';
import { idOf, kinds, parserOf, parts } from './kinds.ts';
import type { Entry, Part } from './kinds.ts';
import type { ClassroomStore, Done, ReadRecords, Save, Stored } from './model.ts';
import type { Row, RowChange } from './rows.ts';
import { rowsInMemory, rowsOnDisk } from './table.ts';
import type { Rows } from './table.ts';

export type { ClassroomStore, CopyReport, Done, ReadRecords, Save, Stored } from './model.ts';

export interface ClassroomOptions {
	/** Milliseconds since 1970, as `Date.now`. */
	now: () => number;
	name?: string;
	indexedDB?: IDBFactory | null;
}

/** Opens the instructor's data. Where there is no working IndexedDB it is in memory, with `why`: the page says so. */
export async function openClassroom({
	now,
	name = classroomName,
	indexedDB
}: ClassroomOptions): Promise<ClassroomStore> {
	const inMemory = (why: Failure) => storeOn(rowsInMemory(), { now, why });
	try {
		const factory = indexedDB === undefined ? globalThis.indexedDB : indexedDB;
		return factory ? storeOn(await rowsOnDisk(name, factory), { now, why: null }) : inMemory('unavailable');
	} catch (error) {
		return inMemory(error instanceof DOMException ? toFailure(error) : 'unavailable');
	}
}

function groupOf({ part, data }: Save, assignmentOf: (judgement: Judgement) => Id): string {
	if (part === 'assignments') return data.class.id;
	if (part === 'results') return data.result.assignment;
	if (part === 'judgements') return assignmentOf(data);
	return part === 'waiting' ? data.classId : '';
}

/** Throws on what could not be read back. */
function toPut(save: Save, at: number, assignmentOf: (judgement: Judgement) => Id): RowChange {
	const { part, rev, data } = save;
	const parsed = parserOf[part](JSON.parse(JSON.stringify(data)));
	if (!parsed.ok) {
		const { path, expected, found } = parsed.problem;
		throw new TypeError(`Not a ${kinds[part]} to save. At ${path} -- expected ${expected}, but got ${found}.`);
	}
	const id = idOf(part, parsed.value as never);
	const group = groupOf(save, assignmentOf);
	return { put: { format: 1, kind: kinds[part], id, group, savedAt: at, data: parsed.value }, rev };
}

function sifted<P extends Part>(part: P, rows: readonly Row[]): ReadRecords<Entry<P>> {
	const read: ReadRecords<Entry<P>> = { records: [], damaged: [], failed: null };
	for (const { id, rev, savedAt, data } of rows) {
		const parsed = parserOf[part](data);
		if (parsed.ok) read.records.push({ rev, savedAt, data: parsed.value } as Stored<Entry<P>>);
		else read.damaged.push({ id, problem: parsed.problem });
	}
	return read;
}

/** The rows that belong to an assignment. */
const ofAssignment = (rows: readonly Row[], id: Id): Row[] =>
	rows.filter(
		({ kind, id: own, group }) =>
			(kind === kinds.assignments && own === id) ||
			(([kinds.results, kinds.judgements] as string[]).includes(kind) && group === id)
	);
function ofClass(rows: readonly Row[], id: Id): Row[] {
	const assignments = rows.filter(({ kind, group }) => kind === kinds.assignments && group === id);
	return [
		...rows.filter(({ kind, id: own }) => kind === kinds.classes && own === id),
		...assignments.flatMap((one) => ofAssignment(rows, one.id)),
		...rows.filter(({ kind, group }) => kind === kinds.waiting && group === id)
	];
}
const drops = (rows: readonly Row[]): RowChange[] => rows.map(({ kind, id }) => ({ drop: { kind, id } }));

/** Lessons that no assignment names any more go with the last one that did. */
function unusedLessons(rows: readonly Row[], gone: readonly Row[]): Row[] {
	const left = rows.filter((row) => row.kind === kinds.assignments && !gone.includes(row));
	const used = new Set(left.flatMap(({ data }) => (data as Assignment).lessons?.map(({ hash }) => hash) ?? []));
	return rows.filter(({ kind, id }) => kind === kinds.lessons && !used.has(id));
}

function withoutStudent(rows: readonly Row[], classId: Id, code: string, at: number): RowChange[] {
	const own = ofClass(rows, classId);
	const results = own.filter(({ kind, data }) => kind === kinds.results && (data as KeptResult).result?.code === code);
	const ids = new Set(results.map(({ id }) => id));
	const said = own.filter(({ kind, id }) => kind === kinds.judgements && ids.has(id));
	const roster = own
		.filter(({ kind }) => kind === kinds.classes)
		.map((row): RowChange => {
			const record = row.data as ClassRecord;
			const { [code]: _, ...people } = record.secret.kind === 'open' ? record.secret.secret.people : {};
			const secret: ClassRecord['secret'] =
				record.secret.kind === 'open' ? { kind: 'open', secret: { ...record.secret.secret, people } } : record.secret;
			const data: ClassRecord = { ...record, roster: record.roster.filter((one) => one.code !== code), secret };
			return { put: { ...row, savedAt: at, data }, rev: row.rev };
		});
	return [...drops([...results, ...said]), ...roster];
}

/** Of a record that both have, the later; what says the same is left alone. */
function merged(rows: readonly Row[], contents: ClassroomContents, at: number): { changes: RowChange[]; kept: number } {
	const here = new Map(rows.map((row) => [`${row.kind}/${row.id}`, row]));
	const groups = new Map(contents.results.map(({ id, result }) => [id, result.assignment]));
	for (const row of rows) if (row.kind === kinds.results) groups.set(row.id, row.group);
	const changes: RowChange[] = [];
	let kept = 0;
	for (const part of parts)
		for (const data of contents[part]) {
			const put = toPut({ part, rev: 0, data } as Save, at, ({ result }) => groups.get(result) ?? '');
			const row = 'put' in put ? here.get(`${put.put.kind}/${put.put.id}`) : undefined;
			if (row && (canonical(row.data) === canonical(data) || !isLater(part, data, row.data))) kept += 1;
			else if ('put' in put) changes.push({ ...put, rev: row?.rev ?? 0 });
		}
	return { changes, kept };
}

/** Results and assignments never change; of judgements the one with the last word; a class is kept as it is here. */
function isLater(part: Part, offered: unknown, here: unknown): boolean {
	if (part !== 'judgements') return !parserOf[part](here).ok;
	const last = ({ overrides, comments }: Judgement): number =>
		Math.max(0, ...overrides.map((one) => one.at), ...comments.map((one) => one.at));
	return last(offered as Judgement) > last(here as Judgement);
}

function storeOn(table: Rows, { now, why }: { now: () => number; why: Failure | null }): ClassroomStore {
	async function read<P extends Part>(part: P, group?: string): Promise<ReadRecords<Entry<P>>> {
		try {
			return sifted(part, await table.read(kinds[part], group));
		} catch (error) {
			return { records: [], damaged: [], failed: toFailure(error) };
		}
	}
	async function write(changes: (rows: Row[]) => RowChange[]): Promise<Done> {
		try {
			await table.change(changes);
			return { ok: true };
		} catch (error) {
			return { ok: false, reason: toFailure(error) };
		}
	}
	return {
		kind: table.kind,
		why,
		classes: () => read('classes'),
		assignments: (classId) => read('assignments', classId),
		results: (assignment) => read('results', assignment),
		judgements: (assignment) => read('judgements', assignment),
		lessons: () => read('lessons'),
		waiting: (classId) => read('waiting', classId),
		async save(saves, assignmentOf = () => '') {
			const at = now();
			const puts = saves.map((save) => toPut(save, at, assignmentOf));
			try {
				await table.put(puts);
				return { ok: true };
			} catch (error) {
				return { ok: false, reason: toFailure(error) };
			}
		},
		dropWaiting: (ids) => write(() => ids.map((id) => ({ drop: { kind: kinds.waiting, id } }))),
		deleteStudent: (classId, code) => write((rows) => withoutStudent(rows, classId, code, now())),
		deleteAssignment: (id) =>
			write((rows) => {
				const gone = ofAssignment(rows, id);
				return drops([...gone, ...unusedLessons(rows, gone)]);
			}),
		deleteClass: (id) =>
			write((rows) => {
				const gone = ofClass(rows, id);
				return drops([...gone, ...unusedLessons(rows, gone)]);
			}),
		deleteAll: () => write(drops),
		async exportAll(classId) {
			const rows = await table.read();
			const own = classId === undefined ? rows : withLessons(rows, ofClass(rows, classId));
			const contents = structuredClone(emptyClassroom);
			for (const part of parts)
				for (const row of own) if (row.kind === kinds[part]) (contents[part] as unknown[]).push(row.data);
			return toCopy(contents, now());
		},
		async importCopy(input) {
			const parsed = parseCopy(input);
			const report = { imported: 0, kept: 0, refused: [], intact: null, failed: null };
			if (!parsed.ok) return { ...report, refused: [parsed.problem] };
			const { contents, refused, intact } = parsed.value;
			let [imported, kept] = [0, 0];
			const done = await write((rows) => {
				const one = merged(rows, contents, now());
				[imported, kept] = [one.changes.length, one.kept];
				return one.changes;
			});
			return done.ok
				? { imported, kept, refused, intact, failed: null }
				: { ...report, refused, intact, failed: done.reason };
		},
		onChange: table.onChange,
		close: table.close
	};
}

function withLessons(rows: readonly Row[], own: readonly Row[]): Row[] {
	const used = new Set(
		own.flatMap(({ kind, data }) =>
			kind === kinds.assignments ? (data as Assignment).lessons.map(({ hash }) => hash) : []
		)
	);
	return [...own, ...rows.filter(({ kind, id }) => kind === kinds.lessons && used.has(id))];
}
