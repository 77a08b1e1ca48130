import { requiredFrames } from '../../frame.ts';
import { linksByFrame, pointsOf } from '../balance/balance.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Problem } from '../model.ts';
import type { Rule } from './rule.ts';

const leastPoints = 4;
export const leastLinks = 2;

/** A score for a perspective needs something to stand on: points in the quiz, links in each accepted map. */
export const frameCoverage: Rule = {
	code: 'frame-coverage',
	about: 'Each required frame has at least 4 points in the quiz and the best cases, and 2 links in each reference.',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const step = stepOf(lesson, 'check') ?? stepOf(lesson, 'reverse');
		const given = pointsOf(lesson);
		const links = new Map(linksByFrame(lesson).map(({ reference, frames }) => [reference, frames]));
		const known = new Set(weigh?.kit.cards.map(({ id }) => id));
		const problems: Problem[] = [];
		for (const frame of requiredFrames) {
			const points = given[frame] ?? 0;
			if (step && points < leastPoints)
				problems.push(
					problemAt(places.doc, placeOf(places, step), {
						code: this.code,
						found: `${points} point${points === 1 ? '' : 's'} for \`${frame}\``,
						expected: `at least ${leastPoints} points for ${requiredFrames.join(' and ')} each, from check and reverse`,
						mend: `Add items with \`sides="${frame}"\`, or see whether one tests this view as well.`
					})
				);
			for (const reference of weigh?.references ?? []) {
				const premises = reference.map.groups.flatMap((group) => group.premises);
				const count = links.get(reference.id)?.[frame] ?? 0;
				if (count < leastLinks && premises.every((card) => known.has(card)))
					problems.push(
						problemAt(places.doc, placeOf(places, reference), {
							code: this.code,
							found: `${count} link${count === 1 ? '' : 's'} with a premise of frame \`${frame}\``,
							expected: `at least ${leastLinks} in each reference`,
							mend: `Let cards of this frame bear on the question, or see whether their frame is right.`
						})
					);
			}
		}
		return problems;
	}
};
