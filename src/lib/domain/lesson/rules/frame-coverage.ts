import { requiredFrames } from '../../frame.ts';
import { linksOf } from '../../argument/links.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Item } from '../../quiz/model.ts';
import type { CheckStep, Problem, ReverseStep } from '../model.ts';
import type { Rule } from './rule.ts';

const leastPoints = 4;
const leastLinks = 2;

/** As many items as any learner gets: which of a bank is all the same, see bank-draw.ts. */
function everyone(step: CheckStep | ReverseStep | undefined): Item[] {
	const seen = new Map<string, number>();
	return (step?.items ?? []).filter(({ bank = '' }) => {
		const count = (seen.get(bank) ?? 0) + 1;
		seen.set(bank, count);
		return !Object.hasOwn(step?.policy?.draw ?? {}, bank) || count <= (step?.policy?.draw[bank] ?? 0);
	});
}

/** A score for a perspective needs something to stand on: points in the quiz, links in each accepted map. */
export const frameCoverage: Rule = {
	code: 'frame-coverage',
	whole: true,
	check(lesson, _library, places) {
		const [check, reverse, weigh] = [stepOf(lesson, 'check'), stepOf(lesson, 'reverse'), stepOf(lesson, 'weigh')];
		const items = [...everyone(check), ...everyone(reverse)];
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
