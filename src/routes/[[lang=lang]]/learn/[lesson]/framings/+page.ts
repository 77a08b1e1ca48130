import type { StepDocument } from '#lib/content/documents.ts';
import type { FramingsStep } from '#lib/domain/lesson/model.ts';
import { loadDocument } from '#lib/state/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const document = await loadDocument<StepDocument<FramingsStep>>(fetch, `${params.lesson}/framings.json`);
	const { outline } = await parent();
	return { document, title: `${document.step.title} · ${outline.title}` };
};
