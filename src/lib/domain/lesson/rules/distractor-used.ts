import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import { parseLink } from '../../argument/links.ts';
import type { Problem } from '../model.ts';
import type { Rule } from './rule.ts';
import type { ParsedTarget } from '../../argument/links.ts';
import type { CardId, LinkKey } from '../../argument/model.ts';

const cardsOn = (target: ParsedTarget): CardId[] =>
	typeof target === 'string' ? [target] : [...target.premises, ...cardsOn(target.target)];

function cardsIn(key: LinkKey): CardId[] {
	const link = parseLink(key);
	return link ? [link.card, ...cardsOn(link.target)] : [];
}

/** A distractor bears on nothing, so no accepted map may use it, and no card may stand for it nor it for a card. */
export const distractorUsed: Rule = {
	code: 'distractor-used',
	about: 'No reference uses a distractor, in optional, instead and equivalent lines neither.',
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const distractors = new Set(weigh?.kit.cards.filter((card) => card.distractor !== undefined).map(({ id }) => id));
		const problem = (card: string, thing: object): Problem =>
			problemAt(places.doc, placeOf(places, thing), {
				code: this.code,
				found: `the distractor \`${card}\` in a reference`,
				expected: 'only cards that bear on the question',
				mend: 'Take it out of the reference, or take `distractor` out of its role.'
			});
		const among = (cards: readonly CardId[]): CardId[] => [...new Set(cards)].filter((card) => distractors.has(card));
		const references = weigh?.references ?? [];
		// Equivalents are the same in every reference: told once.
		const [first] = references;
		return [
			...references.flatMap((reference) => [
				...reference.map.groups.flatMap((group) => among(group.premises).map((card) => problem(card, group))),
				...reference.map.evidence.flatMap((link) => among([link.evidence]).map((card) => problem(card, link))),
				...among(
					[
						...reference.optional,
						...Object.entries(reference.instead).flatMap(([link, all]) => [link, ...all.map((one) => one.link)])
					].flatMap(cardsIn)
				).map((card) => problem(card, reference))
			]),
			...(first ? among(first.equivalent.flat()).map((card) => problem(card, first)) : [])
		];
	}
};
