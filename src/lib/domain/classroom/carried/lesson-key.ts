import { canonical } from '../../canonical.ts';
import { digest } from '../../digest.ts';
import { choicesOf } from '../../lesson/changes.ts';
import type { Lesson } from '../../lesson/model.ts';
import type { Item } from '../../quiz/model.ts';
import type { LessonHash } from '../model.ts';
import type { LessonKey } from './model.ts';

const partsOf = ({ id, version, title, steps }: Lesson): Omit<LessonKey, 'hash'> => {
	const key: Omit<LessonKey, 'hash'> = { lesson: id, version, title };
	for (const step of steps) {
		if (step.id === 'check') key.check = step;
		if (step.id === 'reverse') key.reverse = step;
		if (step.id === 'weigh') key.weigh = { kit: step.kit, references: step.references };
	}
	return key;
};

/** All that the mark of an answer depends on. */
const decisive = (item: Item): unknown => [
	item.id,
	item.kind,
	item.points,
	item.sides,
	item.bank ?? null,
	item.kind === 'best-case' ? item.picks : null,
	choicesOf(item)
];

/**
 * What two devices compare to know that they mark by the same lesson: it depends on its id and on all that decides a mark,
 * and on nothing else, so a typo that was mended is no other lesson.
 */
export function lessonHash(lesson: Lesson): LessonHash {
	const { check, reverse, weigh } = partsOf(lesson);
	const map =
		weigh &&
		([
			weigh.kit.root.id,
			weigh.kit.cards.map(({ id, role, frame, maxUses }) => [id, role, frame, maxUses ?? 1]),
			weigh.references.map(({ id, map: { root, groups, evidence }, optional, equivalent, instead }) => [
				id,
				[root, groups, evidence],
				optional,
				equivalent,
				instead
			])
		] as unknown);
	const said = [lesson.id, check?.items.map(decisive), reverse?.items.map(decisive), map];
	return digest(canonical(said.map((part) => part ?? null))).slice(0, 16);
}

/** What marks the lesson: its quizzes, the kit and the references, and the hash that names them. */
export const lessonKeyOf = (lesson: Lesson): LessonKey => ({ ...partsOf(lesson), hash: lessonHash(lesson) });
