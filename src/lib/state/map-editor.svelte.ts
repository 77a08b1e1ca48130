import { flatOutline, placesFor, type Command, type OutlineNode, type Place } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Card, CardId, GroupId } from '#lib/domain/argument/model.ts';
import type { Claim, ClaimId } from '#lib/domain/lesson/model.ts';
import type { MapEvent } from '#lib/machines/argument-map-machine.ts';
import { afterPaint } from './after-paint.ts';
import { cardConcerned, rowConcerned, whyRefused, type Happening, type WhyNot } from './map-happening.ts';
import { sideways } from './map-moves.ts';
import type { MapSession } from './map-session.svelte.ts';
import { howOn, hows, targetsOf, usesOf, type How } from './map-ways.ts';
import { memo } from './memo.ts';

/** What checking showed of a claim, with the correction. */
type ClaimCheck = Pick<Claim, 'status'> & Partial<Pick<Claim, 'why'>>;

/** What the learner is in the middle of; nothing of it is stored. */
export type Intent =
	| { kind: 'none' }
	/** A card was chosen, its place is looked for. */
	| ({ kind: 'place' } & Hand)
	/** A row was chosen and a way; the card is looked for. */
	| { kind: 'pick'; row: string; how: How };

/** Where the map is shown and edited. */
export type MapView = 'outline' | 'drawing';

/** A card for which a place is looked for; with `from` it is moved. */
interface Hand {
	card: CardId;
	from?: GroupId | CardId;
}

/** A card under the pointer; in pixels of the window. */
export interface Drag extends Hand {
	x: number;
	y: number;
	/** Where it would go if it were let go now. */
	over: { row: string; how: How; command: Command } | null;
	/** The row that the pointer is on, whether the card can go there or not. */
	row: string | null;
}

/** The row that has the focus, what is being done with it, and what was said about it: the map editor's own state. */
export class MapEditor {
	readonly session: MapSession;
	/** The claims that cards rest on, so that a disputed one is marked wherever its card stands. */
	readonly claims: Readonly<Record<ClaimId, ClaimCheck>>;
	happened = $state.raw<Happening | null>(null);
	// What every row asks is told apart from what changes more often: an edit or a pointer then wakes no row for nothing.
	#selected = $state('');
	#drawnSelected = $state('');
	#intent = $state.raw<Intent>({ kind: 'none' });
	#placed = $state.raw<Hand | null>(null);
	#drag = $state.raw<Drag | null>(null);
	#dragged = $state.raw<Hand | null>(null);
	/** The drawing is on the screen, so that cards can be dragged to it. */
	drawn = $state(false);
	/** Rows whose branches are folded away. */
	folded = $state.raw<ReadonlySet<string>>(new Set());

	/** The view that is acted in, and shows first what was done: of two the outline, unless `actIn` says otherwise. */
	front: MapView = 'outline';
	/** The map before an edit, until the frame is painted that shows the edit in front. */
	#behind = $state.raw<{ front: MapView; map: ArgumentMap; outline: OutlineNode[] } | null>(null);

	#rowsOf = memo((outline: readonly OutlineNode[]) => flatOutline(outline));
	#usesOf = memo(usesOf);
	#usesInKitOf = memo(usesOf);
	#placesOf = memo((map: ArgumentMap, card: CardId | undefined, from?: GroupId | CardId) =>
		card === undefined ? [] : placesFor(this.session.kit, map, card, from)
	);

	constructor(session: MapSession, claims: MapEditor['claims'] = {}) {
		this.session = session;
		this.claims = claims;
		this.#selected = this.#drawnSelected = `c:${session.kit.root.id}`;
	}

	get rows(): OutlineNode[] {
		return this.#rowsOf(this.session.outline);
	}
	/** The id of the selected row. */
	get selected(): string {
		return this.#selected;
	}
	set selected(id: string) {
		this.#selected = id;
		if (this.front === 'drawing') this.#drawnSelected = id;
		else afterPaint(() => (this.#drawnSelected = this.#selected));
	}
	/** The same, as the drawing shows it: a frame later where it is not in front. */
	get drawnSelected(): string {
		return this.#drawnSelected;
	}
	get intent(): Intent {
		return this.#intent;
	}
	set intent(intent: Intent) {
		this.#intent = intent;
		if (intent.kind === 'place') this.happened = null;
		this.#placed = intent.kind === 'place' ? intent : null;
	}
	/** The card in hand. */
	get placed(): Hand | null {
		return this.#placed;
	}
	get drag(): Drag | null {
		return this.#drag;
	}
	set drag(drag: Drag | null) {
		this.#drag = drag;
		if (drag?.card !== this.#dragged?.card || drag?.from !== this.#dragged?.from) this.#dragged = drag;
	}
	/** The card under the pointer; the same object as long as it is the same card. */
	get dragged(): Hand | null {
		return this.#dragged;
	}
	fold(id: string): void {
		this.folded = new Set(this.folded).add(id);
	}
	unfold(id: string): void {
		if (this.folded.has(id)) this.folded = new Set([...this.folded].filter((one) => one !== id));
	}

	/** The rows that are not folded away. */
	get visible(): OutlineNode[] {
		if (this.folded.size === 0) return this.rows;
		const shown = (nodes: readonly OutlineNode[]): OutlineNode[] =>
			nodes.flatMap((node) => [node, ...(this.folded.has(node.id) ? [] : shown(node.children))]);
		return shown(this.session.outline);
	}
	get row(): OutlineNode | undefined {
		return this.rows.find(({ id }) => id === this.selected) ?? this.rows[0];
	}
	/** The places of the card that is in hand or under the pointer. */
	get places(): Place[] {
		const hand = this.#dragged ?? this.#placed;
		return this.#placesOf(this.session.map, hand?.card, hand?.from);
	}
	cardOf(id: CardId): Card | undefined {
		return this.session.kit.cards.find((card) => card.id === id);
	}
	textOf(id: CardId): string {
		return id === this.session.kit.root.id ? this.session.kit.root.text : (this.cardOf(id)?.text ?? id);
	}
	/** What checking showed of the claims that a card rests on. */
	claimsOf(id: CardId): ClaimCheck[] {
		return (this.cardOf(id)?.claims ?? []).flatMap((claim) => this.claims[claim] ?? []);
	}
	/**
	 * The outline as a view shows it. A slow phone cannot paint both at once: the one in front shows an edit first, the
	 * other follows in the frame after.
	 */
	outlineIn(view: MapView): OutlineNode[] {
		return this.#behind && this.#behind.front !== view ? this.#behind.outline : this.session.outline;
	}
	/** An edit is painted in front, and is still to be shown elsewhere. */
	get isBehind(): boolean {
		return this.#behind !== null;
	}
	/** How often each card is used, as the kit shows it: it follows an edit as the view does that is not in front. */
	get usesInKit(): ReadonlyMap<CardId, number> {
		return this.#usesInKitOf(this.#behind?.map ?? this.session.map);
	}
	/** Does something in a view, which then shows first what came of it. */
	actIn(view: MapView, act: () => void): void {
		const { front } = this;
		this.front = view;
		act();
		this.front = front;
	}
	isUsed(id: CardId): boolean {
		return this.#usesOf(this.session.map).has(id);
	}
	/** How often the card can still be put into the map. */
	usesLeft({ id, maxUses = 1 }: Card): number {
		return maxUses - (this.#usesOf(this.session.map).get(id) ?? 0);
	}
	parentOf(row: OutlineNode): OutlineNode | undefined {
		const at = this.rows.findIndex(({ id }) => id === row.id);
		return this.rows.slice(0, Math.max(0, at)).findLast(({ level }) => level < row.level);
	}
	/** The ways in which the card in hand can be put on a row. */
	waysOn(row: OutlineNode): { how: How; command: Command }[] {
		return this.places.flatMap((place) => {
			const how = howOn(row, place);
			return how ? [{ how, command: place.command }] : [];
		});
	}
	/** The cards with a use left that can be put on a row in a way, each with its command. */
	cardsFor(row: OutlineNode, how: How): { card: Card; command: Command }[] {
		return this.session.kit.cards.flatMap((card) => {
			const command = this.#commandFor(row, how, card);
			return command ? [{ card, command }] : [];
		});
	}
	/** The ways in which any card can be put on a row. */
	addsOn(row: OutlineNode): How[] {
		const { cards } = this.session.kit;
		return hows.filter((how) => cards.some((card) => this.#commandFor(row, how, card) !== undefined));
	}
	#commandFor(row: OutlineNode, how: How, card: Card): Command | undefined {
		if (this.usesLeft(card) <= 0 || (how === 'evidence') !== (card.role === 'evidence')) return undefined;
		const { kit, map } = this.session;
		return placesFor(kit, map, card.id, undefined, targetsOf(row)).find((place) => howOn(row, place) === how)?.command;
	}

	/** Whether the map allows the command as it stands. */
	can(command: Command | null): command is Command {
		return command !== null && this.session.ready && this.session.snapshot.can({ type: 'command.given', command });
	}
	/** Sends the command and selects the row of its card; false if the map does not allow it. */
	give(command: Command): boolean {
		const before = this.session.map;
		this.#send({ type: 'command.given', command });
		const after = this.session.map;
		// Not asked beforehand: the machine would work it out twice.
		if (after === before) {
			this.refuse(whyRefused(this.session.kit, before, command));
			return false;
		}
		this.#settle({ kind: 'done', command, before, after });
		const card = cardConcerned(command);
		const row = this.#rowFor(command, card) ?? this.rows.find((one) => card !== undefined && one.card === card);
		this.select(row ?? this.row);
		return true;
	}
	refuse(why: WhyNot): void {
		this.happened = { kind: 'refused', why };
	}
	#send(event: MapEvent): void {
		const { front, session } = this;
		// Of edits that follow each other within a frame, what was shown before the first.
		if (this.#behind?.front !== front) this.#behind = { front, map: session.map, outline: session.outline };
		session.send(event);
		afterPaint(() => (this.#behind = null));
	}
	/** Of a card with two uses the row that the command made. */
	#rowFor(command: Command, card: CardId | undefined): OutlineNode | undefined {
		const group =
			command.type === 'join' ? command.group : command.type === 'add' ? this.session.map.groups.at(-1)?.id : undefined;
		return this.rows.find((row) => group !== undefined && row.group === group && row.card === card);
	}
	#settle(happening: Happening): void {
		this.happened = happening;
		this.intent = { kind: 'none' };
		this.drag = null;
		// The one that was may have gone.
		this.selected = this.row?.id ?? '';
	}
	undo(): void {
		this.#step('undone', this.session.work.history.done.at(-1));
	}
	redo(): void {
		this.#step('redone', this.session.work.history.undone.at(-1));
	}
	#step(kind: 'undone' | 'redone', command: Command | undefined): void {
		if (!command) return;
		const before = this.session.map;
		const was = rowConcerned(this.rows, command);
		const above = was && this.parentOf(was)?.id;
		this.#send({ type: `command.${kind}` });
		this.#settle({ kind, command, before, after: this.session.map });
		// Where its row has gone, what it stood on.
		this.select(rowConcerned(this.rows, command) ?? this.rows.find(({ id }) => id === above) ?? this.row);
	}
	/** Selects a row and unfolds what it stands in. */
	select(row: OutlineNode | undefined): void {
		this.selected = row?.id ?? '';
		for (let up = row && this.parentOf(row); up; up = this.parentOf(up)) this.unfold(up.id);
	}
	/** The command that takes the selected row out of the map, with what hangs on it. */
	removal(row: OutlineNode): Command | null {
		if (row.kind === 'evidence' && row.claim) return { type: 'detach', evidence: row.card, claim: row.claim };
		return row.group ? { type: 'remove', group: row.group, card: row.card } : null;
	}
	/** The command that moves a row one level out, or in under the row before it; null where there is no such place. */
	sideways(row: OutlineNode, by: -1 | 1): Command | null {
		return sideways(this.rows, row, by);
	}
	/** Takes a row in hand to move it, with its branch. */
	take(row: OutlineNode): void {
		const from = row.group ?? row.claim;
		if (from !== undefined) this.intent = { kind: 'place', card: row.card, from };
	}
	/** Puts the card in hand on a row, the way it stood before if that is possible there. */
	paste(row: OutlineNode): boolean {
		const { intent } = this;
		if (intent.kind !== 'place') return false;
		const was = this.rows.find(({ card, group, claim }) => card === intent.card && (group ?? claim) === intent.from);
		const ways = this.waysOn(row);
		const way = ways.find(({ how }) => how === (was?.groupKind === 'objection' ? 'however' : 'because')) ?? ways[0];
		if (way) return this.give(way.command);
		this.refuse('no-place');
		return false;
	}
}
