import { error, json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { cataloguePages, catalogueOf } from '#lib/content/documents.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Array.from({ length: cataloguePages(content) }, (_, at) => ({ page: String(at + 1) }));

export const GET: RequestHandler = ({ params }) => {
	const page = Number(params.page);
	if (!Number.isInteger(page) || page < 1 || page > cataloguePages(content))
		error(404, `catalogue page ${params.page}`);
	return json(catalogueOf(content, page));
};
