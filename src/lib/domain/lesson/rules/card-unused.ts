import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import { parseLink } from '../../argument/links.ts';
import type { Rule } from './rule.ts';

/** A card that bears on the question has a place in some accepted map; one that has none is a distractor. */
export const cardUnused: Rule = {
	code: 'card-unused',
	about: 'Each card that is no distractor has a place in some reference.',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const used = new Set(
			(weigh?.references ?? []).flatMap(({ map, optional, instead, equivalent }) => [
				...map.groups.flatMap(({ premises }) => premises),
				...map.evidence.map(({ evidence }) => evidence),
				...[...optional, ...Object.values(instead).flatMap((all) => all.map(({ link }) => link))].flatMap(
					(link) => parseLink(link)?.card ?? []
				),
				...equivalent.flat()
			])
		);
		const cards = weigh?.kit.cards ?? [];
		// A second card of one id is reported as such.
		const first = new Map(cards.toReversed().map((card) => [card.id, card]));
		return cards
			.filter((card) => first.get(card.id) === card)
			.filter(({ id, distractor }) => distractor === undefined && id !== '' && !used.has(id))
			.map((card) =>
				problemAt(places.doc, placeOf(places, card), {
					code: this.code,
					severity: 'warning',
					found: `card \`${card.id}\`, which no reference uses`,
					expected: 'a place in at least one reference, or the role of a distractor',
					mend: `Use it, or write \`${card.role}, distractor: why it does not bear\`.`
				})
			);
	}
};
