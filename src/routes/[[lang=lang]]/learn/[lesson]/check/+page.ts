import type { QuizDocument } from '#lib/content/quiz-documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import { loadBodies } from '#lib/ui/quiz/later-kinds.ts';
import { loadTaken } from '#lib/ui/quiz/load-taken.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const document = await loadDocument<QuizDocument>(fetch, `${params.lesson}/check.json`);
	const { outline } = await parent();
	// Few quizzes name a term of the glossary; the page is on a budget (tests/e2e/budget.spec.ts).
	const named = Object.keys(document.terms).length > 0;
	const Lens = named ? (await import('#lib/ui/library/TermLens.svelte')).default : undefined;
	const bodies = await loadBodies(document.step.items);
	const taken = await loadTaken(document.step);
	return { document, Lens, taken, bodies, title: `${document.step.title} · ${outline.title}` };
};
