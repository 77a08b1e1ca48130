import { plain } from '../read/markdown.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';
import type { SingleItem } from '../../quiz/model.ts';

/** A right option this much longer than the longest wrong one stands out. */
const much = 1.5;
/** And by at least so many characters: of two words, one is always longer. */
const least = 25;

const lengthOf = (html: string): number => plain(html.replace(/<[^>]*>/g, '')).length;

function tells(item: SingleItem): boolean {
	const right = item.options.filter((option) => option.right).map(({ text }) => lengthOf(text));
	const wrong = item.options.filter((option) => !option.right).map(({ text }) => lengthOf(text));
	const [longest, other] = [Math.max(...right), Math.max(...wrong)];
	return wrong.length > 0 && longest >= other * much && longest - other >= least;
}

/**
 * A learner who knows nothing picks the longest option: authors qualify what is true (Haladyna, Downing and Rodriguez
 * 2002, guideline 24: keep the length of choices about equal).
 */
export const tellingLength: Rule = {
	code: 'telling-length',
	about: 'The right option does not stand out by its length.',
	whole: true,
	check(lesson, _library, places) {
		return (stepOf(lesson, 'check')?.items ?? [])
			.filter((item) => item.kind === 'single')
			.filter(tells)
			.map((item) =>
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					severity: 'warning',
					found: `a right option that is far longer than all others of \`${item.id}\``,
					expected: `less than ${much} times the length of the longest wrong one`,
					mend: 'Move what qualifies it into the feedback, or make a wrong option as exact.'
				})
			);
	}
};
