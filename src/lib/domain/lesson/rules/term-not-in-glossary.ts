import { spokenShape } from '../read/extensions.ts';
import { chinese } from '../read/html.ts';
import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

const spoken = new RegExp(spokenShape.source, 'gu');

/** What of a run of Chinese no term covers. Part of a term is covered: it is explained with the whole. */
function uncovered(run: string, terms: readonly string[]): string | undefined {
	let rest = run;
	for (const term of terms) rest = rest.split(term).join(' ');
	return rest.match(/\p{Script=Han}+/gu)?.find((part) => !terms.some((term) => term.includes(part)));
}

/** Whether a line is told in Chinese, not only with Chinese words in it. */
const isProse = (line: string): boolean => /(?:\p{Script=Han}[，。：；？！、,:;?!]?){16,}/u.test(line);

/** Chinese words are there to be understood: each has an entry that gives its parts and their sound. */
export const termNotInGlossary: Rule = {
	code: 'term-not-in-glossary',
	about: 'Chinese has an entry in the glossary, or its sound beside it.',
	check(_lesson, library, places) {
		const terms = Object.values(library.terms)
			.flatMap(({ characters }) => characters.split(/\s*[/／]\s*/))
			.filter((term) => term !== '')
			.toSorted((a, b) => b.length - a.length);
		const seen = new Set<string>();
		// What has its sound beside it is explained.
		const text = places.doc.text.replace(spoken, (match) => ' '.repeat(match.length));
		const told = new Set<number>();
		return [...text.matchAll(chinese)].flatMap((match) => {
			const part = uncovered(match[0], terms);
			if (part === undefined || seen.has(part)) return [];
			seen.add(part);
			const from = text.lastIndexOf('\n', match.index) + 1;
			const line = text.slice(from, (text.indexOf('\n', from) + 1 || text.length + 1) - 1);
			if (isProse(line)) {
				if (told.has(from)) return [];
				told.add(from);
				return [
					problemAt(places.doc, match.index, {
						code: this.code,
						severity: 'warning',
						found: 'a sentence in Chinese',
						expected: 'lessons in English, with Chinese words that an entry of glossary.yaml explains',
						mend: 'Say it in English; to show the words themselves, quote a few and write `[汉字]{pīnyīn: what they mean}`.'
					})
				];
			}
			return [
				problemAt(places.doc, match.index + match[0].indexOf(part), {
					code: this.code,
					severity: 'warning',
					found: part,
					expected: 'Chinese that an entry of glossary.yaml explains',
					mend: `Add the term to glossary.yaml, give its sound as in \`[${part}]{pīnyīn}\`, or say it in English.`
				})
			];
		});
	}
};
