import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { catalogueOf } from '#lib/content/documents.ts';

export const prerender = true;

export const GET = () => json(catalogueOf(content));
