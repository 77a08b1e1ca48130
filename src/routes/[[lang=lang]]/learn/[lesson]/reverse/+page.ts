import type { StepDocument } from '#lib/content/documents.ts';
import type { ReverseStep } from '#lib/domain/lesson/model.ts';
import { loadDocument } from '#lib/state/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const document = await loadDocument<StepDocument<ReverseStep>>(fetch, `${params.lesson}/reverse.json`);
	const { outline } = await parent();
	return { document, title: `${document.step.title} · ${outline.title}` };
};
