import { chinese } from '../read/html.ts';
import { problemAt } from '../problem.ts';
import { has } from '../reading.ts';
import type { Rule } from './rule.ts';

/** Only the terms that a lesson lists open their lens: a term of the glossary that it uses and does not list stays mute. */
export const termWithoutLens: Rule = {
	code: 'term-without-lens',
	about: 'Each term of the glossary that the text has is among the lesson’s `terms`, so that it opens its lens.',
	whole: true,
	check(lesson, library, places) {
		const { text } = places.doc;
		const from = Math.max(0, text.indexOf('\n---', 3));
		const listed = lesson.terms.flatMap((id) => (has(library.terms, id) ? (library.terms[id]?.characters ?? '') : []));
		const others = Object.values(library.terms)
			.filter(({ id, characters }) => !lesson.terms.includes(id) && /^\p{Script=Han}+$/u.test(characters))
			.toSorted((a, b) => b.characters.length - a.characters.length);
		const seen = new Set<string>();
		return [...text.matchAll(chinese)].flatMap((match) => {
			// Part of a listed term is explained with the whole.
			if (match.index < from || listed.some((term) => match[0].includes(term) || term.includes(match[0]))) return [];
			const term = others.find(({ characters }) => match[0].includes(characters));
			if (!term || seen.has(term.id)) return [];
			seen.add(term.id);
			return [
				problemAt(places.doc, match.index + match[0].indexOf(term.characters), {
					code: this.code,
					severity: 'warning',
					found: `${term.characters}, which opens no lens here`,
					expected: `\`${term.id}\` among the \`terms\` of the front matter`,
					mend: `Add \`${term.id}\` to \`terms\`.`
				})
			];
		});
	}
};
