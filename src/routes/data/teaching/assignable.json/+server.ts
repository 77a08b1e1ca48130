import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { assignableDocumentOf } from '#lib/content/teaching-documents.ts';

export const prerender = true;

export const GET = () => json(assignableDocumentOf(content));
