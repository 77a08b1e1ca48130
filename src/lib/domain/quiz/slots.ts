import type { Readiness } from './model.ts';

/** Something to be answered and what it may be answered with. */
export type Slot = readonly [id: string, choices: readonly string[]];

/**
 * Ready when each slot has an answer, and each answer is one of its slot's choices; `missing` counts the slots that
 * have none yet. Serves the kinds that ask the same of several things.
 */
export function validateSlots(slots: readonly Slot[], answers: Readonly<Record<string, string>> = {}): Readiness {
	const choices = new Map(slots);
	const given = Object.entries(answers);
	if (!given.every(([id, answer]) => choices.get(id)?.includes(answer)))
		return { ready: false, code: 'unknown-option' };
	const missing = choices.size - given.length;
	return missing > 0 ? { ready: false, code: 'parts-missing', missing } : { ready: true };
}

export const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
