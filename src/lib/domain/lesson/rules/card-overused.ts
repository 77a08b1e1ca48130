import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A card can be placed once, or twice where its role says so: a learner could not build a reference that does more. */
export const cardOverused: Rule = {
	code: 'card-overused',
	about: 'No reference uses a card more often than it can be placed: once, or twice if its role says `twice`.',
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const cards = new Map(weigh?.kit.cards.map((card) => [card.id, card]));
		return (weigh?.references ?? []).flatMap(({ map }) => {
			const uses = [
				...map.groups.flatMap((group) => group.premises.map((id) => ({ id, role: 'claim', thing: group as object }))),
				...map.evidence.map((link) => ({ id: link.evidence, role: 'evidence', thing: link as object }))
			];
			const soFar = new Map<string, number>();
			return uses.flatMap(({ id, role, thing }) => {
				const card = cards.get(id);
				// What is no card, or stands where its role has no place, is reported as such.
				if (card?.role !== role) return [];
				const count = (soFar.get(id) ?? 0) + 1;
				soFar.set(id, count);
				const { maxUses: allowed = 1 } = card;
				if (count !== allowed + 1) return [];
				return [
					problemAt(places.doc, placeOf(places, thing), {
						code: this.code,
						found: `\`${id}\` for the ${allowed === 1 ? 'second' : 'third'} time in one map`,
						expected: allowed === 1 ? 'each card once' : 'a card at most twice',
						mend:
							allowed === 1
								? `Take it out, or write \`, twice\` behind the role of \`${id}\` in the table of cards.`
								: 'Take it out, or say it in a card of its own.'
					})
				];
			});
		});
	}
};
