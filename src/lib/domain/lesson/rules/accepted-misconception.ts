import { withHints } from '../../argument/feedback/misconceptions.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** What is told to be a mistake can be none in a map that earns full marks. */
export const acceptedMisconception: Rule = {
	code: 'accepted-misconception',
	about: 'No reference has a link that is listed as a misconception, optional and instead links included.',
	whole: true,
	check(lesson, _library, places) {
		const references = stepOf(lesson, 'weigh')?.references ?? [];
		const inMaps = new Set(
			references.flatMap(({ map }) =>
				withHints(references, map, []).flatMap(({ code, links }) => links.map((link) => `${code} ${link}`))
			)
		);
		const allowed = new Map(
			references.flatMap(({ label, optional, instead }) =>
				[...optional, ...Object.values(instead).flatMap((all) => all.map(({ link }) => link))].map((link) => [
					link,
					label
				])
			)
		);
		return references.flatMap(({ misconceptions }) =>
			misconceptions
				// A grouping is named by the links of its cards, which may well be right in other company.
				.filter(
					({ link, code }) =>
						inMaps.has(`${code} ${link}`) || (!['SPLIT_COPREMISE', 'LUMPED'].includes(code) && allowed.has(link))
				)
				.map((misconception) =>
					problemAt(places.doc, placeOf(places, misconception), {
						code: this.code,
						found: `a misconception that ${allowed.has(misconception.link) ? `“${allowed.get(misconception.link)}” gives credit for` : 'stands in a reference'}`,
						expected: 'a link that no reference accepts',
						mend: 'Take the row out, or take the link out of the reference.'
					})
				)
		);
	}
};
