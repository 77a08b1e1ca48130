import { groupKey, groupsById, targetKeys } from '../links.ts';
import type { ArgumentMap, CardId, Kit } from '../model.ts';
import type { Finding } from './finding.ts';
import { occursIn, termsOf } from './terms.ts';
import type { Term } from './terms.ts';

/**
 * Hints about wording, never scored, after the rabbit rule and the holding-hands rule of argument mapping (Rider and
 * Thomason 2014). They are given only where the cards could do better: `RABBIT` for a key term of the contention that
 * no premise of the map has although a premise of the accepted map has it; `HANDS` for a co-premise that shares no
 * term with its partners nor with what they bear on, unless the accepted map has the very same step.
 */
export function wordFindings(kit: Kit, reference: ArgumentMap, map: ArgumentMap): Finding[] {
	const known = new Map<CardId, Term[]>();
	const textOf = (card: CardId): string =>
		card === kit.root.id ? kit.root.text : (kit.cards.find(({ id }) => id === card)?.text ?? '');
	const terms = (card: CardId): Term[] => {
		const found = known.get(card) ?? termsOf(textOf(card));
		known.set(card, found);
		return found;
	};
	return [...rabbits(kit, reference, map, terms), ...hands(reference, map, terms)];
}

type TermsOf = (card: CardId) => Term[];
const premisesOf = ({ groups }: ArgumentMap): CardId[] => [...new Set(groups.flatMap(({ premises }) => premises))];

function rabbits(kit: Kit, reference: ArgumentMap, map: ArgumentMap, terms: TermsOf): Finding[] {
	const given = premisesOf(map).flatMap(terms);
	if (given.length === 0) return [];
	const there = premisesOf(reference).flatMap(terms);
	return terms(kit.root.id)
		.filter((term) => occursIn(term, there) && !occursIn(term, given))
		.map(({ text }) => ({ code: 'RABBIT', loss: 0, links: [], cards: [kit.root.id], term: text }));
}

function hands(reference: ArgumentMap, map: ArgumentMap, terms: TermsOf): Finding[] {
	const accepted = stepsOf(reference);
	const steps = stepsOf(map);
	const byId = groupsById(map);
	return [...steps].flatMap(([key, group]): Finding[] => {
		const cards = [...new Set(group.premises)];
		if (cards.length < 2 || accepted.has(key)) return [];
		const { target } = group;
		const on = 'card' in target ? [target.card] : (byId.get(target.group)?.premises ?? []);
		return cards.flatMap((card): Finding[] => {
			const own = terms(card);
			const others = [...cards.filter((other) => other !== card), ...on].flatMap(terms);
			if (own.length === 0 || others.length === 0 || own.some((term) => occursIn(term, others))) return [];
			return [{ code: 'HANDS', loss: 0, links: [], cards: [card, ...cards.filter((other) => other !== card)] }];
		});
	});
}

function stepsOf(map: ArgumentMap): Map<string, ArgumentMap['groups'][number]> {
	const keyOf = targetKeys(map);
	return new Map(map.groups.map((group) => [groupKey(group.kind, keyOf(group.target), group.premises), group]));
}
