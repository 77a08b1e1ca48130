import { canonical } from '../../canonical.ts';
import { digest } from '../../digest.ts';
import type { LessonKey } from '../carried/model.ts';
import { textOf } from '../inflate.ts';
import type { Difference } from '../marks/difference.ts';
import { markResult } from '../marks/mark-result.ts';
import type { Assignment, Id, Result } from '../model.ts';
import { fromEnvelope } from '../sealing/envelope.ts';
import type { CryptoPort } from '../sealing/port.ts';
import { openResult } from '../sealing/seal-result.ts';
import type { DeviceSign, KeptResult, Verdict, WaitingFile } from '../verdict.ts';
import { largestFile } from './dropped.ts';
import type { DroppedFile } from './dropped.ts';

/** A result that is here, as far as the next one is compared with it. */
export type Arrival = Pick<KeptResult, 'device'> & Pick<Result, 'assignment' | 'code' | 'attempt'>;
export const arrivalOf = ({ device, result: { assignment, code, attempt } }: KeptResult): Arrival => ({
	device,
	assignment,
	code,
	attempt
});

/** What an import has at hand. */
export interface Desk {
	port: CryptoPort;
	/** Ms since 1970. */
	now: number;
	/** The pair of the class whose files are read, and the names of the others on this device. */
	classes: ReadonlyMap<Id, { publicKey: CryptoKey; privateKey: CryptoKey } | { elsewhere: string }>;
	assignments: ReadonlyMap<Id, Assignment>;
	/** What marks the lessons of an assignment; asked once for each. */
	keysOf: (assignment: Assignment) => Promise<LessonKey[]>;
	/** The results that are here, with what names their content (`contentOf`); grows while files come in. */
	known: Map<string, string>;
	/** Of each of them, who handed it in, and on which device; grows as well. */
	arrived: Arrival[];
}

/** Names the content of a result: two results with one content are the same. */
export const contentOf = (result: Result): string => digest(canonical(result)).slice(0, 16);

/** Bytes that are no UTF-8 are looked at as they are: one wrong byte must not hide whose file it is. */
const anyText = (bytes: Uint8Array): string => textOf(bytes) ?? new TextDecoder('latin1').decode(bytes);

type Told<T> = T extends { ok: false } ? Omit<T, 'ok'> : never;
/** A failure as it was told, without its mark. */
function toVerdict<T extends { ok: false }>(failure: T): Told<T> {
	const { ok: _, ...verdict } = failure;
	return verdict as unknown as Told<T>;
}

async function read(file: DroppedFile): Promise<{ text: string } | Verdict> {
	if (file.size === 0) return { code: 'empty' };
	if (file.size > largestFile) return { code: 'too-large', size: file.size, most: largestFile };
	try {
		return { text: anyText(await file.bytes()) };
	} catch {
		return { code: 'unreadable' };
	}
}

/**
 * Looks at one file and says what it is. Nothing in it is trusted: sizes come before reading, the seal before the
 * content, the schema before marking, and marks are worked out from the answers. What it brings in is noted in
 * `desk.known`, so the same attempt is brought in once, however many files it comes in. `pause` is awaited before each
 * lesson is marked. Never rejects.
 */
export async function importFile(
	file: DroppedFile,
	desk: Desk,
	pause: () => Promise<void> = async () => undefined
): Promise<Verdict> {
	const found = await read(file);
	if ('code' in found) return found;
	const opened = fromEnvelope(found.text);
	if (!opened.ok) return toVerdict(opened);
	const { classId, assignment: assignmentId, kind } = opened.heading;
	if (kind === 'feedback') return { code: 'other-file', is: 'feedback' };
	const pair = desk.classes.get(classId);
	if (pair === undefined) return { code: 'wrong-class', classId };
	if ('elsewhere' in pair) return { code: 'other-class', classId, name: pair.elsewhere };
	const inside = await openResult(opened, pair, desk.port);
	if (!inside.ok) return toVerdict(inside);
	const { result, device } = inside;
	const assignment = desk.assignments.get(assignmentId);
	if (!assignment || assignment.class.id !== classId)
		return { code: 'unknown-assignment', waiting: waitingFile(found.text, file.name, result, desk.now) };
	return bringIn({ result, device }, { file, assignment, desk, pause });
}

const waitingFile = (text: string, file: string, result: Result, now: number): WaitingFile => ({
	format: 1,
	id: digest(text).slice(0, 24),
	classId: result.class,
	assignment: result.assignment,
	code: result.code,
	receivedAt: now,
	file: file.slice(0, 200),
	text
});

async function bringIn(
	{ result, device }: { result: Result; device: string },
	{
		file,
		assignment,
		desk,
		pause
	}: { file: DroppedFile; assignment: Assignment; desk: Desk; pause: () => Promise<void> }
): Promise<Verdict> {
	const content = contentOf(result);
	const known = desk.known.get(result.id);
	const other = `${result.id}~${content.slice(0, 8)}`;
	if (known === content || desk.known.has(other))
		return { code: 'duplicate', id: result.id, student: result.code, assignment: assignment.id };
	const conflict = known !== undefined;
	const otherVersions = assignment.lessons.flatMap(({ id, version, hash }) => {
		const had = result.lessons.find((one) => one.id === id);
		return had && (had.version !== version || had.hash !== hash) ? [id] : [];
	});
	const arrived = desk.arrived.filter((one) => one.assignment === assignment.id);
	const { attempts } = assignment;
	// As `overIn` counts them: by arrival, since the number is the file's own word.
	const before = arrived.filter(({ code, attempt }) => code === result.code && attempt <= attempts).length;
	const kept: KeptResult = {
		format: 1,
		id: conflict ? other : result.id,
		result,
		receivedAt: desk.now,
		file: file.name.slice(0, 200),
		late: assignment.due !== null && result.handedInAt > assignment.due,
		otherVersions,
		over: attempts > 0 && (result.attempt > attempts || before >= attempts),
		device
	};
	const devices: DeviceSign[] = [];
	if (arrived.some((one) => one.code === result.code && one.device !== device)) devices.push('other-device');
	if (arrived.some((one) => one.code !== result.code && one.device === device)) devices.push('shared-device');
	desk.known.set(kept.id, content);
	desk.arrived.push(arrivalOf(kept));
	const keys = await desk.keysOf(assignment);
	const differences: Difference[] = [];
	for (const lesson of assignment.lessons) {
		// Marking is the longest part of the work: one lesson at a time.
		await pause();
		differences.push(...markResult(result, { ...assignment, lessons: [lesson] }, keys).differences);
	}
	const code = conflict ? 'conflict' : otherVersions.length > 0 ? 'other-version' : kept.late ? 'late' : 'opened';
	return { code, kept, differences, devices };
}
