import { problemAt } from '../problem.ts';
import { has } from '../reading.ts';
import type { Rule } from './rule.ts';

/** A term is listed so that the text can open its lens: one that the text never has is a slip. */
export const termUnused: Rule = {
	code: 'term-unused',
	about: 'Each term that the front matter lists stands in the text.',
	whole: true,
	check(lesson, library, places) {
		const { text } = places.doc;
		const body = text.slice(Math.max(0, text.indexOf('\n---', 3)));
		// A part of it may open its lens as well.
		const isUsed = (id: string): boolean =>
			(library.terms[id]?.characters ?? '').split(/\s*[/／]\s*/).some((part) => body.includes(part)) ||
			JSON.stringify(lesson).includes(`popovertarget=\\"lens-${id}\\"`);
		return places.mentions
			.filter(({ kind, id }) => kind === 'term' && has(library.terms, id) && !isUsed(id))
			.map(({ id, at }) =>
				problemAt(places.doc, at, {
					code: this.code,
					severity: 'warning',
					found: `\`${id}\`, whose characters ${library.terms[id]?.characters ?? ''} do not stand in the text`,
					expected: 'terms that the lesson uses',
					mend: 'Take it out of `terms`, or write the characters where the term is spoken of.'
				})
			);
	}
};
