import type { StepId } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const steps: Record<StepId, (inputs?: Record<string, never>, options?: { locale?: 'en' | 'zh' }) => string> = {
	orient: m.step_orient,
	speakers: m.step_speakers,
	framings: m.step_framings,
	task: m.step_task,
	check: m.step_check,
	weigh: m.step_weigh,
	reverse: m.step_reverse,
	close: m.step_close
};

/** A step's own title, or null where the lesson keeps the usual one, which the interface has in both languages. */
export const ownTitle = (id: StepId, title: string): string | null =>
	title === steps[id]({}, { locale: 'en' }) ? null : title;

/** The short name of a step, in the interface's language. */
export const stepName = (id: StepId): string => steps[id]();
