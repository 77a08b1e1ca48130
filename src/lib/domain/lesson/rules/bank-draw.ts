import { listed, suggest } from '../nearest.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { CheckStep, Problem, ReverseStep } from '../model.ts';
import type { Places } from '../reading.ts';
import type { Teaching } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What a draw may rest on: a bank that is there, larger than the draw, and whose items can stand in for each other. */
export const bankDraw: Rule = {
	code: 'bank-draw',
	about: 'What is drawn from a bank comes from one that is there, has more, and tests each learner on the same.',
	whole: true,
	check(lesson, _library, places) {
		const steps = [stepOf(lesson, 'check'), stepOf(lesson, 'reverse')];
		return steps.flatMap((step) => (step ? problemsOf(this.code, step, places) : []));
	}
};

function problemsOf(code: string, { items, policy }: CheckStep | ReverseStep, places: Places): Problem[] {
	if (!policy) return [];
	const banks = [...new Set(items.flatMap(({ bank }) => bank ?? []))];
	return Object.entries(policy.draw).flatMap(([bank, count]) => {
		const say = (thing: object, teaching: Omit<Teaching, 'code'>) => [
			problemAt(places.doc, placeOf(places, thing), { code, ...teaching })
		];
		const all = items.filter((item) => item.bank === bank);
		const [first] = all;
		if (!first)
			return say(policy, {
				found: `\`draw\` from \`${bank}\`, a bank without an item`,
				expected: banks.length > 0 ? `a bank of this step: ${listed(banks)}` : 'items with `bank=` in their braces',
				mend: suggest(bank, banks, `Add \`bank=${bank}\` to the items that can stand in for each other.`)
			});
		if (all.length <= count)
			return say(policy, {
				found: `${count} to draw of the ${all.length} in bank \`${bank}\``,
				expected: 'more items in the bank than are drawn',
				mend: 'Add items to the bank, draw fewer, or leave the bank out of `draw`.'
			});
		return all.flatMap((item) => {
			const same = item.points === first.points && item.sides.toSorted().join() === first.sides.toSorted().join();
			if (same) return [];
			return say(item, {
				found: `${item.points} point${item.points === 1 ? '' : 's'} for \`${item.sides.join(' ')}\``,
				expected: `as the first of bank \`${bank}\`: ${first.points} for \`${first.sides.join(' ')}\``,
				mend: 'Give all items of a drawn bank the same sides and points: each learner is tested on the same.'
			});
		});
	});
}
