import { plain } from '../text/plain.ts';

/** The words of a lesson's HTML on one line, a broken line as a blank. */
export const wordsOf = (html: string): string =>
	plain(html.replace(/<br>|<\/(?:p|li)>/g, ' '))
		.replace(/\s+/g, ' ')
		.trim();
