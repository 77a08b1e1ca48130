import type { RequiredFrame } from '../../frame.ts';
import type { LessonProgress } from './lesson-progress.ts';

type Placed = Pick<LessonProgress, 'sides' | 'next'>;

const lowest = <L>(lessons: readonly L[], markOf: (lesson: L) => number): L | null =>
	lessons.reduce<L | null>((low, next) => (low === null || markOf(next) < markOf(low) ? next : low), null);

/**
 * The lesson of a module to go on with: the first that was begun and is open; else the one whose weaker side is weakest;
 * else the first whose map is not sound yet; else the first that was not begun. Null when all are done.
 */
export function nextAmong<L extends Placed>(lessons: readonly L[]): L | null {
	const first = (code: LessonProgress['next']['code']) => lessons.find(({ next }) => next.code === code);
	const weak = lessons.filter(({ next }) => next.code === 'revisit');
	const markOf = ({ next, sides }: L) => (next.code === 'revisit' ? (sides[next.frame] ?? 0) : 0);
	return first('continue') ?? lowest(weak, markOf) ?? first('map') ?? first('begin') ?? null;
}

/** The lesson in which a side is known least, so that reading it again raises the side most; null where none is below 100. */
export function weakestOn<L extends Placed>(lessons: readonly L[], frame: RequiredFrame): L | null {
	const markOf = ({ sides }: L) => sides[frame] ?? 100;
	return lowest(
		lessons.filter((lesson) => markOf(lesson) < 100),
		markOf
	);
}
