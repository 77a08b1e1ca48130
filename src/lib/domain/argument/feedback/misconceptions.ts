import { linkKey, linksOf, targetKey } from '../links.ts';
import type { ArgumentMap, Group, LinkKey, Reference } from '../model.ts';
import { cardsOf } from './finding.ts';
import type { Finding } from './finding.ts';

type Misconception = Reference['misconceptions'][number];

/**
 * Adds the author's hints on links that are in the map, from every reference. A hint takes the place of what the
 * scorer found out about the link; one on a link that lost nothing stands by itself. A misconception about a
 * grouping is written by the link of each of its cards and told by its code: `SPLIT_COPREMISE` is meant where the
 * card stands without partners, `LUMPED` where all cards under that hint stand together.
 */
export function withHints(references: readonly Reference[], map: ArgumentMap, findings: readonly Finding[]): Finding[] {
	const result = [...findings];
	const done = new Set<string>();
	for (const { misconceptions } of references)
		for (const one of misconceptions) {
			const links = linksMeant(one, misconceptions);
			const name = `${one.code}|${one.message}|${links.join()}`;
			if (done.has(name) || !isPresent(map, one.code, links)) continue;
			done.add(name);
			const about = result.filter((finding) => links.some((link) => finding.links.includes(link)));
			const old = about.find(({ code }) => code === one.code) ?? about.find((finding) => finding.links.length === 1);
			if (old) result[result.indexOf(old)] = { ...old, code: one.code, hint: one.message };
			else
				result.push({ code: one.code, loss: 0, links, cards: [...new Set(links.flatMap(cardsOf))], hint: one.message });
		}
	return result;
}

function linksMeant(one: Misconception, all: readonly Misconception[]): LinkKey[] {
	if (one.code !== 'LUMPED') return [one.link];
	const together = all.filter(({ code, message }) => code === one.code && message === one.message);
	return [...new Set(together.map(({ link }) => link))];
}

function isPresent(map: ArgumentMap, code: Misconception['code'], links: readonly LinkKey[]): boolean {
	if (code !== 'SPLIT_COPREMISE' && code !== 'LUMPED') return linksOf(map).some(({ key }) => links.includes(key));
	return map.groups.some((group) => {
		const keys = keysOf(map, group);
		return links.every((link) => keys.has(link)) && (code === 'LUMPED' ? keys.size > 1 : keys.size === 1);
	});
}

function keysOf(map: ArgumentMap, { kind, premises, target }: Group): Set<LinkKey> {
	const on = targetKey(map, target);
	return new Set(premises.map((card) => linkKey(card, kind, on)));
}
