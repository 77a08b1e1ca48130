import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { pendingAmong, standingOf, type LessonWork } from '#lib/domain/learning/overview.ts';
import { nextAction } from '#lib/state/next-action.ts';

const tally = (earned: number) => ({ earned: fraction(earned), possible: fraction(10) });
/** A lesson whose check gave so many points of ten by side. */
const work = (lessonId: string, savedAt: number, closed: boolean, west = 9, china = 8): LessonWork => ({
	lessonId,
	savedAt,
	lastStep: 'check',
	results: {
		check: { done: true, frames: { western: tally(west), chinese: tally(china) } },
		...(closed && { close: { done: true, frames: {} } })
	}
});
const ids = ['a', 'b', 'c'];
const outline = (id: string) => {
	const at = ids.indexOf(id);
	const next = ids[at + 1];
	return {
		id,
		title: id.toUpperCase(),
		steps: [{ id: 'framings' as const, title: '', needs: [] }],
		branches: [],
		next: next === undefined ? null : { id: next, title: next }
	};
};
const find = async (id: string) => (ids.includes(id) ? outline(id) : null);

test('a standing tells the weaker side, whichever it is', () => {
	expect(standingOf(work('a', 1, false, 4, 9)).weaker).toEqual({ frame: 'western', percent: 40, other: 90 });
	expect(standingOf(work('a', 1, false, 9, 4)).weaker).toEqual({ frame: 'chinese', percent: 40, other: 90 });
	expect(standingOf({ ...work('a', 1, false), results: {} })).toEqual({ done: 0, lastStep: 'check', weaker: null });
});

describe('what to do next', () => {
	test('is the latest lesson that is not closed', () =>
		expect(pendingAmong([work('a', 1, false), work('b', 2, false)])).toEqual({
			kind: 'continue',
			lesson: 'b',
			step: 'check'
		}));
	test('is the weak side of a closed lesson, before an older one is gone on with', () =>
		expect(pendingAmong([work('a', 1, false), work('b', 2, true, 9, 5)])).toEqual({
			kind: 'revisit',
			lesson: 'b',
			frame: 'chinese'
		}));
	test('passes over a lesson that stands at the pass mark exactly', () =>
		expect(pendingAmong([work('b', 2, true, 6, 6)])).toBeNull());

	test('begins with the first lesson', async () =>
		expect(await nextAction([], 'a', find)).toEqual({ kind: 'begin', lesson: 'a', title: 'A', step: null }));
	test('leads back to the framings for a weak side', async () =>
		expect(await nextAction([work('a', 1, true, 2, 9)], 'a', find)).toMatchObject({
			kind: 'revisit',
			lesson: 'a',
			step: 'framings',
			frame: 'western'
		}));
	test('begins the lesson after the latest when all that was begun is closed', async () =>
		expect(await nextAction([work('b', 1, true)], 'a', find)).toMatchObject({ kind: 'begin', lesson: 'c' }));
	test('comes back to a lesson that was jumped over', async () =>
		expect(await nextAction([work('b', 2, true), work('c', 3, true)], 'a', find)).toMatchObject({
			kind: 'begin',
			lesson: 'a'
		}));
	test('passes over a lesson that is gone from the catalogue', async () =>
		expect(await nextAction([work('gone', 9, false), work('a', 1, false)], 'a', find)).toMatchObject({
			kind: 'continue',
			lesson: 'a'
		}));
	test('is done when every lesson is closed and sound', async () =>
		expect(await nextAction([work('a', 1, true), work('b', 2, true), work('c', 3, true)], 'a', find)).toEqual({
			kind: 'done'
		}));
});
