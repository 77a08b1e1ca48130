import type { ArgumentMap } from './model.ts';

export const refusals = [
	'unknown-card',
	'already-used',
	'already-there',
	'would-cycle',
	'on-itself',
	'evidence-not-premise',
	'evidence-not-target',
	'claim-not-evidence',
	'not-there',
	'id-taken',
	'alone',
	'no-change',
	'too-much',
	'not-a-map',
	'nothing-to-undo',
	'nothing-to-redo'
] as const;
/**
 * `already-used`: as often as the kit allows. `already-there`: the card bears on that target already. `not-there`:
 * what the command speaks of is not in the map. `alone`: there is nothing to split off from. `no-change`: an edge.
 * `too-much`: a note too long, or one too many. `not-a-map`: what should take the map's place is none for this kit.
 */
export type Refusal = (typeof refusals)[number];
export type Outcome = { map: ArgumentMap } | { refused: Refusal };
