import { applyCommand, type Command, type OutlineNode, type Refusal } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, CardId, Kit } from '#lib/domain/argument/model.ts';

/** Why nothing was done. `no-place`: the card in hand cannot be put there in that way. */
export type WhyNot = Refusal | 'no-place';

/** What was done last, with the map before and after, or why it was not, for those who hear it and do not see it. */
export type Happening =
	| { kind: 'done' | 'undone' | 'redone'; command: Command; before: ArgumentMap; after: ArgumentMap }
	| { kind: 'refused'; why: WhyNot };

/** The card that a command puts, moves or takes out; none where it is about a group or the whole map. */
export const cardConcerned = (command: Command): CardId | undefined =>
	'card' in command ? command.card : 'evidence' in command ? command.evidence : undefined;

/** The row of what a command is about, if it is in the map. */
export function rowConcerned(rows: readonly OutlineNode[], command: Command): OutlineNode | undefined {
	const card = cardConcerned(command);
	const group = 'group' in command ? command.group : undefined;
	return rows.find((row) => row.card === card) ?? rows.find((row) => group !== undefined && row.group === group);
}

/** Why a map did not take a command. */
export function whyRefused(kit: Kit, map: ArgumentMap, command: Command): WhyNot {
	const outcome = applyCommand(kit, map, command);
	return 'refused' in outcome ? outcome.refused : 'no-change';
}
