import { error } from '@sveltejs/kit';
import { content, pictures } from 'virtual:lesson-content';
import type { EntryGenerator, RequestHandler } from './$types';

// A course without pictures has no such page, and that is no mistake.
export const prerender = 'auto';

export const entries: EntryGenerator = () =>
	content.lessons.flatMap(({ id, pictures: shown = [] }) => shown.map((picture) => ({ lesson: id, picture })));

export const GET: RequestHandler = ({ params }) => {
	const picture = pictures[`${params.lesson}/${params.picture}`];
	if (!picture) error(404, `picture ${params.picture} of lesson ${params.lesson}`);
	return new Response(
		Uint8Array.from(atob(picture.base64), (character) => character.charCodeAt(0)),
		{
			headers: { 'content-type': picture.type }
		}
	);
};
