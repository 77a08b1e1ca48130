import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { sourcesOf } from '#lib/content/library-documents.ts';

export const prerender = true;

export const GET = () => json(sourcesOf(content));
