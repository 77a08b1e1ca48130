import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { huntDocumentOf } from '#lib/content/exercise-documents.ts';

export const prerender = true;

export const GET = () => json(huntDocumentOf(content));
