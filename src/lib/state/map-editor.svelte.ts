import { flatOutline, placesFor, type Command, type OutlineNode, type Place } from '#lib/domain/argument/index.ts';
import type { Card, CardId, GroupId } from '#lib/domain/argument/model.ts';
import type { MapSession } from './map-session.svelte.ts';

/** How a card can be put on a row: `inference` grants the row's reason and denies that it leads there. */
export const hows = ['because', 'however', 'together', 'inference', 'evidence'] as const;
export type How = (typeof hows)[number];

/** What the learner is in the middle of; nothing of it is stored. */
export type Intent =
	| { kind: 'none' }
	/** A card was chosen, its place is looked for; with `from` it is moved. */
	| { kind: 'place'; card: CardId; from?: GroupId | CardId }
	/** A row was chosen and a way; the card is looked for. */
	| { kind: 'pick'; row: string; how: How };

/** The way that a place means on a row, or null if the place is not on that row. */
export function howOn(row: OutlineNode, place: Place): How | null {
	if (row.kind === 'evidence') return null;
	if ('card' in place.target) return place.target.card === row.card && place.how !== 'together' ? place.how : null;
	if (place.target.group !== row.group) return null;
	if (place.how === 'together') return 'together';
	// A reason for a step is left out: it says no more than a further co-premise does.
	return place.how === 'however' ? 'inference' : null;
}

/** The row that has the focus, what is being done with it, and what was said about it: the map editor's own state. */
export class MapEditor {
	readonly session: MapSession;
	selected = $state<string>('');
	intent = $state.raw<Intent>({ kind: 'none' });

	constructor(session: MapSession) {
		this.session = session;
		this.selected = `c:${session.kit.root.id}`;
	}

	get rows(): OutlineNode[] {
		return flatOutline(this.session.outline);
	}
	get row(): OutlineNode | undefined {
		return this.rows.find(({ id }) => id === this.selected) ?? this.rows[0];
	}
	/** The places of the card that is being placed. */
	get places(): Place[] {
		const { intent, session } = this;
		return intent.kind === 'place' ? placesFor(session.kit, session.map, intent.card, intent.from) : [];
	}
	cardOf(id: CardId): Card | undefined {
		return this.session.kit.cards.find((card) => card.id === id);
	}
	textOf(id: CardId): string {
		return id === this.session.kit.root.id ? this.session.kit.root.text : (this.cardOf(id)?.text ?? id);
	}
	isUsed(id: CardId): boolean {
		const { groups, evidence } = this.session.map;
		return groups.some(({ premises }) => premises.includes(id)) || evidence.some((pair) => pair.evidence === id);
	}
	/** The ways in which the card in hand can be put on a row. */
	waysOn(row: OutlineNode): { how: How; command: Command }[] {
		return this.places.flatMap((place) => {
			const how = howOn(row, place);
			return how ? [{ how, command: place.command }] : [];
		});
	}
	/** The unused cards that can be put on a row in a way, each with its command. */
	cardsFor(row: OutlineNode, how: How): { card: Card; command: Command }[] {
		const { kit, map } = this.session;
		return kit.cards
			.filter(({ id }) => !this.isUsed(id))
			.flatMap((card) => {
				const place = placesFor(kit, map, card.id).find((one) => howOn(row, one) === how);
				return place ? [{ card, command: place.command }] : [];
			});
	}

	/** Sends the command and selects the row of its card; false if the map does not allow it. */
	give(command: Command): boolean {
		const event = { type: 'command.given', command } as const;
		if (!this.session.snapshot.can(event)) return false;
		this.session.send(event);
		this.intent = { kind: 'none' };
		const card = 'card' in command ? command.card : 'evidence' in command ? command.evidence : undefined;
		const row = this.rows.find((one) => one.card === card);
		this.selected = row?.id ?? this.row?.id ?? '';
		return true;
	}
	undo(): void {
		this.session.send({ type: 'command.undone' });
		this.intent = { kind: 'none' };
	}
	redo(): void {
		this.session.send({ type: 'command.redone' });
		this.intent = { kind: 'none' };
	}
	/** The command that takes the selected row out of the map, with what hangs on it. */
	removal(row: OutlineNode): Command | null {
		if (row.kind === 'evidence' && row.claim) return { type: 'detach', evidence: row.card, claim: row.claim };
		return row.group ? { type: 'remove', group: row.group, card: row.card } : null;
	}
}
