import type { LessonRecord, Quarantined, StepRecord } from './envelopes.ts';
import type { ReviewRecord } from './review-record.ts';
import type { OwnRecord } from './own-record.ts';

/** All that a store holds. */
export interface Contents {
	steps: StepRecord[];
	lessons: LessonRecord[];
	own: OwnRecord[];
	quarantine: Quarantined[];
	review: ReviewRecord[];
}

/** Records as they are on disk, before anything is known about them. */
export type Rows = Record<keyof Contents, unknown[]>;

export const empty: Contents = { steps: [], lessons: [], own: [], quarantine: [], review: [] };

/** `lesson-id/step-id` of a step, `lesson-id` of a lesson. */
export const keyOf = (record: { lessonId: string; stepId?: string }): string =>
	record.stepId === undefined ? record.lessonId : `${record.lessonId}/${record.stepId}`;

/** `kind/id` of any other record. */
export const ownKeyOf = ({ kind, id }: Pick<OwnRecord, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The keys of what was set aside and has not been written anew since. */
export function damagedKeys(contents: Contents, from: 'steps' | 'lessons'): string[] {
	const sound = new Set<string>(contents[from].map(keyOf));
	const damaged = contents.quarantine.filter((entry) => entry.from === from && !sound.has(entry.key));
	return [...new Set(damaged.map(({ key }) => key))];
}
