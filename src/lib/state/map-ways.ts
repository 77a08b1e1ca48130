import type { OutlineNode, Place } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, CardId, Target } from '#lib/domain/argument/model.ts';

/** How a card can be put on a row: `inference` grants the row's reason and denies that it leads there. */
export const hows = ['because', 'however', 'together', 'inference', 'evidence'] as const;
export type How = (typeof hows)[number];

/** The way that a place means on a row, or null if the place is not on that row. */
export function howOn(row: OutlineNode, place: Place): How | null {
	if (row.kind === 'evidence') return null;
	if ('card' in place.target) return place.target.card === row.card && place.how !== 'together' ? place.how : null;
	if (place.target.group !== row.group) return null;
	if (place.how === 'together') return 'together';
	// A reason for a step is left out: it says no more than a further co-premise does.
	return place.how === 'however' ? 'inference' : null;
}

/** What a card that is put on a row can bear on: the row's own card, and the step that it stands in. */
export const targetsOf = ({ kind, card, group }: OutlineNode): Target[] =>
	kind === 'evidence' ? [] : [{ card }, ...(group === undefined ? [] : [{ group }])];

/** How often each card of a map stands in it. */
export function usesOf(map: ArgumentMap): ReadonlyMap<CardId, number> {
	const uses = new Map<CardId, number>();
	const cards = [...map.groups.flatMap(({ premises }) => premises), ...map.evidence.map(({ evidence }) => evidence)];
	for (const card of cards) uses.set(card, (uses.get(card) ?? 0) + 1);
	return uses;
}
