import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { KeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { LessonHash } from '#lib/domain/classroom/model.ts';
import type { ClassroomContents } from '#lib/domain/classroom/exchange/copy.ts';
import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import { parseClass } from '#lib/domain/classroom/roster/parse-class.ts';
import type { KeptResult, WaitingFile } from '#lib/domain/classroom/verdict.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';
import { toFailure, type Failure } from '../failure.ts';
import type { ClassroomStore, Deleted, ReadKept } from './model.ts';
import type { Kind, Row, Rows, Write } from './rows.ts';
import { rowsOfContents, writesOf } from './to-rows.ts';

interface Over {
	now: () => number;
	name: string;
	why: Failure | null;
}

/** What only this app has written: shape enough to go by, and quick for three hundred results. */
const trusted =
	<T>(key: string) =>
	(data: unknown): Parsed<T> =>
		typeof data === 'object' && data !== null && key in data
			? { ok: true, value: data as T }
			: { ok: false, problem: { path: '', expected: 'a record', found: typeof data } };

/** The store over wherever its rows are. */
export function storeOver(rows: Rows, { now, name, why }: Over): ClassroomStore {
	const channel = typeof BroadcastChannel === 'undefined' || why ? null : new BroadcastChannel(name);
	const listeners = new Set<() => void>();
	if (channel)
		channel.onmessage = () => {
			for (const listener of listeners) listener();
		};

	async function read<T>(
		kind: Kind,
		where: { of: string } | undefined,
		parser: (data: unknown) => Parsed<T>
	): Promise<ReadKept<T>> {
		try {
			const found = (await rows.read(kind, where)) as Row[];
			const records = found.flatMap(({ data, rev }) => {
				const parsed = parser(data);
				return parsed.ok ? [{ data: parsed.value, rev }] : [];
			});
			return { records, damaged: found.length - records.length, failed: null };
		} catch (error) {
			return { records: [], damaged: 0, failed: toFailure(error) };
		}
	}
	async function write(writes: readonly Write[]): Promise<Deleted> {
		try {
			await rows.write(writes);
		} catch (error) {
			return { ok: false, reason: toFailure(error) };
		}
		channel?.postMessage('changed');
		return { ok: true };
	}
	async function byHash<T>(kind: Kind, hashes: readonly LessonHash[]): Promise<T[]> {
		const found = await Promise.all([...new Set(hashes)].map((id) => rows.read(kind, { id }) as Promise<Row[]>));
		return found.flat().map(({ data }) => data as T);
	}
	const dataOf = async <T>(kind: Kind, classId?: string): Promise<T[]> =>
		((await rows.read(kind)) as Row[])
			.filter((row) => classId === undefined || row.classId === classId)
			.map(({ data }) => data as T);

	return {
		kind: why ? 'memory' : 'disk',
		why,
		classes: () => read('class', undefined, parseClass),
		async assignments(classId) {
			// With the schema of lessons that travel, which a list of classes needs not.
			const { parseAssignment } = await import('#lib/domain/classroom/assignment/parse-assignment.ts');
			return read('assignment', { of: classId }, parseAssignment);
		},
		results: (assignment) => read('result', { of: assignment }, trusted<KeptResult>('result')),
		judgements: (assignment) => read('judgement', { of: assignment }, trusted<Judgement>('overrides')),
		waiting: (classId) => read('waiting', { of: classId }, trusted<WaitingFile>('text')),
		lessonKeys: (hashes) => byHash<LessonKey>('lesson-key', hashes),
		lessons: (hashes) => byHash<KeptLesson>('lesson', hashes),

		async save(change) {
			const saved = await write(writesOf(change, now()));
			if (!saved.ok) return saved;
			const next = (saves: readonly { rev: number }[] = []): number[] => saves.map(({ rev }) => rev + 1);
			const { classes, assignments, judgements } = change;
			return {
				ok: true,
				revs: { classes: next(classes), assignments: next(assignments), judgements: next(judgements) }
			};
		},

		deleteStudent: (classId, code, then) =>
			write([
				...writesOf({ classes: then ? [then] : [] }, now()),
				{ do: 'sweep', classId, fits: (row) => row.code === code }
			]),
		deleteResult: (id) =>
			write([{ do: 'sweep', fits: (row) => row.id === id && (row.kind === 'result' || row.kind === 'judgement') }]),
		deleteWaiting: (id) => write([{ do: 'sweep', fits: (row) => row.id === id && row.kind === 'waiting' }]),
		deleteAssignment: (id) =>
			write([
				{
					do: 'sweep',
					fits: (row) =>
						row.kind === 'assignment'
							? row.id === id
							: (row.kind === 'result' || row.kind === 'judgement') && row.of === id
				}
			]),
		deleteClass: (classId) => write([{ do: 'sweep', classId, fits: () => true }]),
		deleteAll: () => write([{ do: 'sweep', fits: () => true }]),

		async exportAll(classId) {
			const [{ toCopy }, classes, assignments, results, judgements, waiting, keys, own] = await Promise.all([
				import('#lib/domain/classroom/exchange/copy.ts'),
				dataOf<ClassroomContents['classes'][number]>('class', classId),
				dataOf<ClassroomContents['assignments'][number]>('assignment', classId),
				dataOf<KeptResult>('result', classId),
				dataOf<Judgement>('judgement', classId),
				dataOf<WaitingFile>('waiting', classId),
				dataOf<LessonKey>('lesson-key'),
				dataOf<KeptLesson>('lesson')
			]);
			const named = new Set(assignments.flatMap(({ lessons }) => lessons.map(({ hash }) => hash)));
			const lessonKeys = keys.filter(({ hash }) => named.has(hash));
			const lessons = own.filter(({ hash }) => named.has(hash));
			return toCopy({ classes, assignments, results, judgements, waiting, lessonKeys, lessons }, now());
		},

		async importCopy(text) {
			const { parseCopy } = await import('#lib/domain/classroom/exchange/copy.ts');
			const parsed = parseCopy(text);
			if (!parsed.ok) return { ...parsed, failed: null };
			const all = rowsOfContents(parsed.contents, now());
			try {
				const here = await rows.has(all.map(({ kind, id }) => [kind, id] as const));
				const fresh = all.filter((_, at) => !here[at]);
				await rows.write(fresh.map((row) => ({ do: 'succeed', row })));
				if (fresh.length > 0) channel?.postMessage('changed');
				return {
					ok: true,
					classes: parsed.contents.classes.map(({ id, name: called }) => ({ id, name: called })),
					brought: fresh.length,
					here: all.length - fresh.length,
					refused: parsed.refused
				};
			} catch (error) {
				return { ok: false, problem: null, failed: toFailure(error) };
			}
		},

		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			channel?.close();
			rows.close();
		}
	};
}
