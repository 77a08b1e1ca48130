import { vi } from 'vitest';
import { outlineOf, stepDocumentOf } from '#lib/content/documents.ts';
import { isQuiz, quizDocumentOf, quizKeyOf } from '#lib/content/quiz-documents.ts';
import { lessonHash, lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import { makeClassKeys, type ClassKeys } from '#lib/domain/classroom/sealing/keys.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content } from '#lib/domain/lesson/model.ts';
import { cryptoPort } from '#lib/state/classroom/crypto-port.ts';
import { AssignmentShelf } from '#lib/state/assignment/shelf.svelte.ts';
import { readContent } from '../../../src/cli/read-content.ts';
import { device } from '../../storage/support.ts';

export const { content } = compileContent(readContent('lessons')) as { content: Content };
export const lesson = content.lessons[0]!;
export const port = cryptoPort()!;

let made: Promise<ClassKeys> | undefined;
/** The keys of the one class of these tests. */
export const classKeys = (): Promise<ClassKeys> => (made ??= makeClassKeys(port));

export async function assignmentOf(change: Partial<Assignment> = {}): Promise<Assignment> {
	const { publicKey } = await classKeys();
	return {
		app: 'parallax',
		kind: 'assignment',
		version: 1,
		id: '0a1b2c3d4e5f',
		class: { id: 'c0a1b2c3d4e5', name: 'Media literacy B', publicKey },
		title: 'Week 3',
		note: '',
		made: 1_760_000_000_000,
		lessons: [
			{ id: lesson.id, version: lesson.version, hash: lessonHash(lesson), steps: ['orient', 'check', 'weigh'] }
		],
		due: null,
		attempts: 0,
		counts: 'last',
		policy: {},
		marking: 'app',
		asks: [],
		carried: [],
		...change
	};
}

/** Answers for the site's own data files, as the build has them; gives the paths that were asked for. */
export function serveData(): string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (path: string) => {
		asked.push(path);
		const [, id, file = ''] = /data\/([^/]+)\/(.+)\.json$/.exec(path) ?? [];
		const one = content.lessons.find((known) => known.id === id);
		const step = one?.steps.find((known) => known.id === file.replace('key/', ''));
		if (!one) return new Response('', { status: 404 });
		if (file === 'lesson') return Response.json(outlineOf(content, one));
		if (file === 'marking') return Response.json(lessonKeyOf(one));
		if (!step) return new Response('', { status: 404 });
		if (!isQuiz(step)) return Response.json(stepDocumentOf(content, one, step));
		return Response.json(file.startsWith('key/') ? quizKeyOf(content, one, step) : quizDocumentOf(content, one, step));
	});
	return asked;
}

/** A student's device with nothing on it. */
export async function openShelf(openStore = device().tab): Promise<AssignmentShelf> {
	const store = await openStore();
	const shelf = new AssignmentShelf({ openStore: async () => store, now: () => 1_760_000_100_000 });
	await shelf.open();
	return shelf;
}

/** An assignment that was opened on a device. */
export async function opened(change: Partial<Assignment> = {}) {
	const shelf = await openShelf();
	const assignment = await assignmentOf(change);
	shelf.take(assignment);
	const session = shelf.of(assignment.id)!;
	await session.settled();
	return { shelf, session, assignment };
}
