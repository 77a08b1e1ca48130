import { json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';

export const prerender = true;

export const GET = () => json(content.library);
