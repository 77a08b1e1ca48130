import { requiredFrames } from '../../frame.ts';
import { linksOf } from '../../argument/links.ts';
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
	whole: true,
	check(lesson, _library, places) {
		const [check, reverse, weigh] = [stepOf(lesson, 'check'), stepOf(lesson, 'reverse'), stepOf(lesson, 'weigh')];
		const items = [...(check?.items ?? []), ...(reverse?.items ?? [])];
		const problems: Problem[] = [];
		for (const frame of requiredFrames) {
			const points = items.filter(({ sides }) => sides.includes(frame)).reduce((sum, item) => sum + item.points, 0);
			const step = check ?? reverse;
			if (step && points < leastPoints)
				problems.push(
					problemAt(places.doc, placeOf(places, step), {
						code: this.code,
						found: `${points} point${points === 1 ? '' : 's'} for \`${frame}\``,
						expected: `at least ${leastPoints} points for ${requiredFrames.join(' and ')} each, from check and reverse`,
						mend: `Add items with \`sides="${frame}"\`, or see whether one tests this view as well.`
					})
				);
			const known = new Set(weigh?.kit.cards.map(({ id }) => id));
			const cards = new Set(weigh?.kit.cards.filter((card) => card.frame === frame).map(({ id }) => id));
			for (const reference of weigh?.references ?? []) {
				const premises = reference.map.groups.flatMap((group) => group.premises);
				const links = linksOf(reference.map).filter(({ card, kind }) => kind !== 'evidence' && cards.has(card)).length;
				if (links < leastLinks && premises.every((card) => known.has(card)))
					problems.push(
						problemAt(places.doc, placeOf(places, reference), {
							code: this.code,
							found: `${links} link${links === 1 ? '' : 's'} with a premise of frame \`${frame}\``,
							expected: `at least ${leastLinks} in each reference`,
							mend: `Let cards of this frame bear on the question, or see whether their frame is right.`
						})
					);
			}
		}
		return problems;
	}
};
