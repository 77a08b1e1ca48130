import { grain } from '../../fraction.ts';
import { requiredFrames } from '../../frame.ts';
import type { RequiredFrame } from '../../frame.ts';
import { applyCommand } from '../commands.ts';
import { cardKey, linksOf } from '../links.ts';
import type { ArgumentMap, Band, CardId, Kit, Reference } from '../model.ts';
import { placesFor } from '../places.ts';
import { scoreMap } from '../score/score.ts';
import { flattened, oneFrame, wrongMaps } from './wrong-maps.ts';
import type { WrongMapKind } from './wrong-maps.ts';

/** A promise that the task does not keep. */
export type Breach =
	/** The reference earns less than 1. */
	| { code: 'reference-below-one'; reference: string; total: number }
	/** A map with all premises on the contention passes: the reference has no depth. */
	| { code: 'flat-passes'; reference: string; total: number; band: Band }
	/** A map of one frame passes: the other has no link in the reference. */
	| { code: 'one-frame-passes'; reference: string; frame: RequiredFrame; total: number; band: Band }
	/** A distractor earns something somewhere. */
	| { code: 'distractor-pays'; card: CardId; kind: WrongMapKind | 'reference'; from: string; gain: number };

export interface Earning {
	kind: WrongMapKind;
	/** The reference that the wrong map was made of; empty if of none. */
	from: string;
	total: number;
	band: Band;
	capped?: 'missing-frame' | 'flat';
}

const passes = (band: Band): boolean => band === 'sound' || band === 'strong';

/** Maps that would pass without the exercise having been done. */
function easyMaps(kit: Kit, references: readonly Reference[]): Breach[] {
	return references.flatMap((reference): Breach[] => {
		const flat = scoreMap(kit, references, flattened(kit, reference));
		const sides = requiredFrames.map((frame) => ({
			frame,
			...scoreMap(kit, references, oneFrame(kit, reference, frame))
		}));
		return [
			...(passes(flat.band)
				? [{ code: 'flat-passes' as const, reference: reference.id, total: flat.total, band: flat.band }]
				: []),
			...sides
				.filter(({ band }) => passes(band))
				.map(({ frame, total, band }) => ({
					code: 'one-frame-passes' as const,
					reference: reference.id,
					frame,
					total,
					band
				}))
		];
	});
}

/**
 * Looks whether a task keeps what the score promises: each reference earns 1, no distractor pays wherever it is put
 * (on the references and on typical wrong maps), and maps that are flat or of one frame stay below passing. `earnings`
 * are what the typical wrong maps would get.
 */
export function proveTask(kit: Kit, references: readonly Reference[]): { breaches: Breach[]; earnings: Earning[] } {
	const below = references.flatMap((reference): Breach[] => {
		const { total } = scoreMap(kit, references, reference.map);
		return total < 1 - grain ? [{ code: 'reference-below-one', reference: reference.id, total }] : [];
	});
	const wrong = wrongMaps(kit, references);
	const maps: { kind: WrongMapKind | 'reference'; from: string; map: ArgumentMap }[] = [
		...references.map(({ id, map }) => ({ kind: 'reference' as const, from: id, map })),
		...wrong
	];
	const distractors = kit.cards.filter(({ distractor }) => distractor !== undefined);
	const paying = maps.flatMap(({ kind, from, map }) =>
		distractors.flatMap(({ id: card }): Breach[] => {
			// Where it stands already it could only be moved.
			if (linksOf(map).some((link) => link.card === cardKey(card))) return [];
			const before = scoreMap(kit, references, map).total;
			const gains = placesFor(kit, map, card).map(({ command }) => {
				const outcome = applyCommand(kit, map, command);
				return 'map' in outcome ? scoreMap(kit, references, outcome.map).total - before : 0;
			});
			const gain = Math.max(0, ...gains);
			return gain > grain ? [{ code: 'distractor-pays', card, kind, from, gain }] : [];
		})
	);
	const earnings = wrong.map(({ kind, from, map }): Earning => {
		const { total, band, capped } = scoreMap(kit, references, map);
		return { kind, from, total, band, ...(capped && { capped }) };
	});
	return { breaches: [...below, ...easyMaps(kit, references), ...paying], earnings };
}
