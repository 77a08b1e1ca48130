import { canonical } from '#lib/domain/canonical.ts';
import { digest } from '#lib/domain/digest.ts';
import { covers } from '#lib/domain/learning/covers.ts';
import { keyOf } from './contents.ts';
import type { StepRecord } from './envelopes.ts';
import type { Spare } from './kinds.ts';
import type { OwnRecord } from './own-record.ts';

/** Answers that gave way to others, as a record of their own. The same answers have the same id on every device. */
export function toSpare({ lessonId, stepId, lessonVersion, savedAt, work }: StepRecord): OwnRecord {
	const data: Spare = { lessonId, stepId, lessonVersion, savedAt, work };
	const id = `${lessonId}/${stepId}/${savedAt}/${digest(canonical(data)).slice(0, 16)}`;
	return { format: 1, kind: 'spare', id, rev: 1, savedAt, data };
}

export const spareOf = ({ kind, data }: OwnRecord): Spare | null => (kind === 'spare' ? (data as Spare | null) : null);

/**
 * `own` without the spares that say nothing which a step's present answers, or another spare of it, do not say. What is
 * dropped is said by what stays, so the order in which copies come does not matter.
 */
export function withoutCovered(own: OwnRecord[], steps: StepRecord[]): OwnRecord[] {
	const present = new Map(steps.map((step) => [keyOf(step), step]));
	const spares = new Map<string, { id: string; spare: Spare }[]>();
	for (const record of own) {
		const spare = spareOf(record);
		if (spare) spares.set(keyOf(spare), [...(spares.get(keyOf(spare)) ?? []), { id: record.id, spare }]);
	}
	return own.filter((record) => {
		const spare = spareOf(record);
		if (!spare) return true;
		if (covers(present.get(keyOf(spare))?.work, spare.work)) return false;
		const others = (spares.get(keyOf(spare)) ?? []).filter(({ id }) => id !== record.id);
		// Of two that say the same, all devices keep the same one.
		return !others.some(
			(other) => covers(other.spare.work, spare.work) && (other.id > record.id || !covers(spare.work, other.spare.work))
		);
	});
}
