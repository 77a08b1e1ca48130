import { cardWorth } from '../../quiz/best-case/score.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';
import type { Item, MultipleItem, SingleItem } from '../../quiz/model.ts';

/** Right options this much longer than all wrong ones stand out in one question. */
const much = 1.25;
/** And by at least so many characters: of two words, one is always longer. */
const least = 12;
/** With fewer questions it may be chance that the right option is the longest in more than half of them. */
const fewest = 4;
/** Full marks are 1: what the longest cards of a best case may earn together. */
const most = 0.75;

const lengthOf = (html: string): number => html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '-').length;

type Choice = SingleItem | MultipleItem;
const isChoice = (item: Item): item is Choice => item.kind === 'single' || item.kind === 'multiple';

/** The length of the shortest right option, and of the longest wrong one; null if one of the two is missing. */
function lengthsOf(item: Choice): { right: number; wrong: number } | null {
	const of = (right: boolean): number[] =>
		item.options.filter((option) => option.right === right).map(({ text }) => lengthOf(text));
	const [right, wrong] = [of(true), of(false)];
	return right.length > 0 && wrong.length > 0 ? { right: Math.min(...right), wrong: Math.max(...wrong) } : null;
}

/** By how many characters every right option is longer than each wrong one; negative if one is not. */
const lead = (item: Choice): number => {
	const lengths = lengthsOf(item);
	return lengths ? lengths.right - lengths.wrong : -1;
};

function tells(item: Choice): boolean {
	const lengths = lengthsOf(item);
	return lengths !== null && lengths.right >= lengths.wrong * much && lead(item) >= least;
}

/** What one earns, of 1, who picks the longest cards and reads none. With a single pick it may be chance. */
function earnedByLength(item: Item): number {
	if (item.kind !== 'best-case' || item.picks < 2) return 0;
	const cards = item.cards.map(({ text, label }) => ({ length: lengthOf(text), worth: cardWorth[label] }));
	const picked = cards.toSorted((a, b) => b.length - a.length).slice(0, item.picks);
	return picked.reduce((sum, { worth }) => sum + worth, 0) / (2 * item.picks);
}

/**
 * A learner who knows nothing picks the longest option: authors qualify what is true (Haladyna, Downing and Rodriguez
 * 2002, guideline 24: keep the length of choices about equal).
 */
export const tellingLength: Rule = {
	code: 'telling-length',
	about:
		'Right options, and strong cards of a best case, do not stand out by their length; nor is the right option the longest in more than half of a quiz.',
	whole: true,
	check(lesson, _library, places) {
		const problem = (of: object, found: string, expected: string, mend: string) =>
			problemAt(places.doc, placeOf(places, of), { code: this.code, severity: 'warning', found, expected, mend });
		const check = stepOf(lesson, 'check');
		const choices = (check?.items ?? []).filter(isChoice);
		const problems = choices
			.filter(tells)
			.map((item) =>
				problem(
					item,
					`right options of \`${item.id}\` that are all far longer than the wrong ones`,
					`less than ${much} times the length of the longest wrong one`,
					'Move what qualifies them into the feedback, or make a wrong option as exact.'
				)
			);
		const singles = choices.filter(({ kind }) => kind === 'single');
		const longest = singles.filter((item) => lead(item) > 0);
		if (check && singles.length >= fewest && longest.length > singles.length / 2)
			problems.push(
				problem(
					check,
					`the right option as the longest in ${longest.length} of ${singles.length} questions: ${longest.map(({ id }) => `\`${id}\``).join(', ')}`,
					'at most half',
					'In some of them make a wrong option as exact, or the right one shorter.'
				)
			);
		for (const item of stepOf(lesson, 'reverse')?.items ?? [])
			if (earnedByLength(item) > most)
				problems.push(
					problem(
						item,
						`\`${item.id}\`, whose longest cards earn ${Math.round(100 * earnedByLength(item))} % by their length alone`,
						`at most ${100 * most} %`,
						'Make some weak cards and caricatures as long as the strong ones.'
					)
				);
		return problems;
	}
};
