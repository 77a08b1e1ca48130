import type { LessonOutline } from '#lib/content/documents.ts';
import type { RequiredFrame } from '#lib/domain/frame.ts';
import { pendingAmong, type LessonWork } from '#lib/domain/learning/overview.ts';
import type { LessonId, StepId } from '#lib/domain/lesson/model.ts';

/** What the catalogue offers first. `step` is null for the lesson's own page. */
export type NextAction =
	| { kind: 'begin' | 'continue'; lesson: LessonId; title: string; step: StepId | null }
	| { kind: 'revisit'; lesson: LessonId; title: string; step: StepId | null; frame: RequiredFrame }
	/** Every lesson is closed, and both sides of each are known. */
	| { kind: 'done' };

type Find = (lesson: LessonId) => Promise<Pick<LessonOutline, 'id' | 'title' | 'steps' | 'branches' | 'next'> | null>;

/** Where the lesson itself would send a learner who is weak on a side. */
function wayBack({ branches, steps }: Pick<LessonOutline, 'branches' | 'steps'>, frame: RequiredFrame): StepId | null {
	const branch = branches.find(({ any }) => any.some((one) => one.frame === frame));
	return branch?.go ?? steps.find(({ id }) => id === 'framings')?.id ?? null;
}

/**
 * The one thing to do next across the whole catalogue: go on, go back for a weak side, or begin the lesson that follows
 * the latest. `first` is the catalogue's first lesson. Only the outlines on the way are asked for, each leads to the
 * next, so a large catalogue costs no more. A lesson that is gone (`find` gives null) is passed over.
 */
export async function nextAction(works: readonly LessonWork[], first: LessonId, find: Find): Promise<NextAction> {
	let left = [...works];
	for (let pending = pendingAmong(left); pending; pending = pendingAmong(left)) {
		const { lesson } = pending;
		const outline = await find(lesson);
		if (outline) {
			const { title } = outline;
			if (pending.kind === 'revisit') return { ...pending, title, step: wayBack(outline, pending.frame) };
			return { ...pending, title };
		}
		left = left.filter(({ lessonId }) => lessonId !== lesson);
	}
	const begun = new Set(works.map(({ lessonId }) => lessonId));
	const latest = [...left].sort((a, b) => b.savedAt - a.savedAt)[0]?.lessonId;
	// First onwards from the latest, then from the beginning, for lessons that were jumped over.
	for (const start of latest === undefined ? [first] : [latest, first])
		for (let outline = await find(start); outline; outline = outline.next && (await find(outline.next.id)))
			if (!begun.has(outline.id)) return { kind: 'begin', lesson: outline.id, title: outline.title, step: null };
	return { kind: 'done' };
}
