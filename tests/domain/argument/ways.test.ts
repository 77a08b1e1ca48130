import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand, emptyMap, flatOutline, outlineOf, placesFor, sameTarget } from '#lib/domain/argument/index.ts';
import type { Command, OutlineNode, Place } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Card, Kit } from '#lib/domain/argument/model.ts';
import { aKit, moves } from './arbitraries.ts';

/** What a learner means: this card, this way, there. The three ways of the editors must come to the same. */
interface Wish extends Pick<Place, 'how' | 'target'> {
	card: Card;
	/** Where the card stands, if it can only be moved. */
	from?: string;
}

/** Where a card stands first, if it has no use left: a group, or the claim of evidence. */
function standsAt({ groups, evidence }: ArgumentMap, { id, maxUses = 1 }: Card): string | undefined {
	const uses = [
		...groups.filter(({ premises }) => premises.includes(id)).map((group) => group.id),
		...evidence.filter((pair) => pair.evidence === id).map(({ claim }) => claim)
	];
	return uses.length >= maxUses ? uses[0] : undefined;
}

const as = (places: readonly Place[], { how, target }: Wish): Command | undefined =>
	places.find((place) => place.how === how && sameTarget(place.target, target))?.command;

/** The card is taken from the tray; it is not said where it stands. */
const fromTray = (kit: Kit, map: ArgumentMap, wish: Wish) => as(placesFor(kit, map, wish.card.id), wish);

/** A row is chosen first, and only what can stand on it is looked at; a card that stands was cut before. */
function onRow(kit: Kit, map: ArgumentMap, wish: Wish): Command | undefined {
	const { target } = wish;
	const isMeant = (row: OutlineNode): boolean =>
		row.kind !== 'evidence' && ('card' in target ? row.card === target.card : row.group === target.group);
	const row = flatOutline(outlineOf(kit, map)).find(isMeant);
	if (!row) return undefined;
	const on = [{ card: row.card }, ...(row.group === undefined ? [] : [{ group: row.group }])];
	return as(placesFor(kit, map, wish.card.id, wish.from, on), wish);
}

/** The card is lifted from where it stands, or from the kit, and let go on a zone of any box. */
const byDrag = (kit: Kit, map: ArgumentMap, wish: Wish) => as(placesFor(kit, map, wish.card.id, wish.from), wish);

test('the same moves by the tray, by the rows and by dragging give equal maps', () => {
	let made = 0;
	let moved = 0;
	fc.assert(
		fc.property(aKit, moves(), (kit, hand) => {
			const ways = [fromTray, onRow, byDrag];
			let maps = ways.map(() => emptyMap(kit));
			for (const [which, where] of hand) {
				const card = kit.cards[which % kit.cards.length]!;
				const from = standsAt(maps[0]!, card);
				// No editor offers a reason for a step: it says no more than a further co-premise does.
				const places = placesFor(kit, maps[0]!, card.id, from).filter(
					({ how, target }) => how !== 'because' || 'card' in target
				);
				const place = places[where % Math.max(1, places.length)];
				if (!place) continue;
				const wish: Wish = { how: place.how, target: place.target, card, ...(from !== undefined && { from }) };
				maps = ways.map((way, at) => {
					const map = maps[at]!;
					const command = way(kit, map, wish);
					if (!command) throw new Error(`${way.name} has no place for ${JSON.stringify(wish)}.`);
					const outcome = applyCommand(kit, map, command);
					if ('refused' in outcome) throw new Error(`${way.name}: ${outcome.refused}`);
					return outcome.map;
				});
				made += 1;
				if (from !== undefined) moved += 1;
			}
			const [tray, rows, drag] = maps;
			expect(rows).toEqual(tray);
			expect(drag).toEqual(tray);
		}),
		{ numRuns: 1000 }
	);
	expect(made).toBeGreaterThan(1000);
	expect(moved).toBeGreaterThan(100);
});
