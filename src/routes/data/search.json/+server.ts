import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { searchIndexOf } from '#lib/content/search-documents.ts';

export const prerender = true;

export const GET = () => json(searchIndexOf(content));
