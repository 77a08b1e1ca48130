import { one, zero } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { GapItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';
import { isSpelled } from './fold.ts';

type Spelling = GapItem['spellings'][number];

/** The spelling that was given; a right one comes first where the same word, without its tones, is also a wrong one. */
function spellingOf({ spellings, toneless }: GapItem, text: string): Spelling | undefined {
	const same = spellings.filter((spelling) => isSpelled(text, spelling.text, toneless));
	return same.find(({ right }) => right) ?? same[0];
}

/** All points for a right spelling, none for anything else. One part: the answer. */
export function scoreGap(item: GapItem, { text }: ResponseOf<'gap'>): Score {
	const right = spellingOf(item, text)?.right === true;
	return pointsScore(item.points, right ? one : zero, [{ id: 'answer', right }]);
}

/** One entry, `answer`; `key` is the first right spelling. */
export function feedbackGap(item: GapItem, { text }: ResponseOf<'gap'>): Feedback[] {
	const given = spellingOf(item, text);
	const key = item.spellings.find(({ right }) => right)?.text ?? '';
	return [{ id: 'answer', right: given?.right === true, chosen: true, html: given?.feedback ?? item.other, key }];
}
