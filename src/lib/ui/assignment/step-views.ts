import type { StepId } from '#lib/domain/lesson/model.ts';
import type { AssignedLesson } from '#lib/state/assignment/assigned-lesson.svelte.ts';

/** What a step that is read and answered for oneself shows. */
const readings = {
	orient: () => import('../steps/OrientView.svelte'),
	speakers: () => import('../steps/SpeakersView.svelte'),
	framings: () => import('../steps/FramingsView.svelte'),
	task: () => import('../steps/TaskView.svelte'),
	close: () => import('../steps/CloseView.svelte')
};

/** All that a step's page needs, loaded at once; rejects when some of it cannot be reached. */
export async function loadStep({ content }: AssignedLesson, step: StepId) {
	if (step === 'check' || step === 'reverse') {
		const [{ default: View }, document] = await Promise.all([import('./AssignedQuiz.svelte'), content.quizOf(step)]);
		const { loadBodies } = await import('../quiz/later-kinds.ts');
		return { is: 'quiz' as const, View, document, bodies: await loadBodies(document.step.items) };
	}
	const document = await content.documentOf(step);
	if (step === 'weigh') return { is: 'map' as const, View: (await import('./AssignedMap.svelte')).default, document };
	const [{ default: View }, { default: Reading }] = await Promise.all([
		import('./AssignedReading.svelte'),
		readings[step]()
	]);
	return { is: 'reading' as const, View, Reading, document };
}

export type LoadedStep = Awaited<ReturnType<typeof loadStep>>;
