import { requiredFrames } from '../../frame.ts';
import { balanceOf } from './balance.ts';
import type { Lesson, Library } from '../model.ts';
import type { Balance } from './balance.ts';

/*
 * Bands within which a comparison is even. They are set by the nine lessons of the course, each written and read to be
 * fair to both sides, with some room: their longer side has up to 1.4 times the words of the shorter, their levels are
 * up to 2.1 grades apart, no side has more than 0.6 loaded words in a hundred, and none rests on one source.
 */
export const bands = {
	/** The longer side's words by those of the shorter; third-party cards are counted apart. */
	lengthRatio: 1.7,
	/** With fewer words on the longer side, a ratio says nothing. */
	lengthFrom: 100,
	/** US school grades between the two sides. */
	levelGap: 3,
	/** The grade that a side's cards may be at: first-year students, and readers for whom English is a second language. */
	level: 12,
	/** In a hundred words of a side. */
	loaded: 1,
	/** A side of so many cards rests on more than one source. */
	cardsOfOneSource: 4
} as const;

export type BandCode = 'length-balance' | 'level-balance' | 'loaded-words' | 'one-source';

/** What lies outside a band: found and expected, in words for a report. */
export interface OutOfBand {
	code: BandCode;
	found: string;
	expected: string;
	mend: string;
}

const grade = (level: number): string => level.toFixed(1);

/** All that lies outside of the bands, in their order. */
export function outOfBands({ sides }: Balance): OutOfBand[] {
	const { western, chinese } = sides;
	const out: OutOfBand[] = [];
	const [short, long] = [Math.min(western.words, chinese.words), Math.max(western.words, chinese.words)];
	if (long >= bands.lengthFrom && long > short * bands.lengthRatio)
		out.push({
			code: 'length-balance',
			found: `${western.words} words on Western cards, ${chinese.words} on Chinese ones`,
			expected: `the longer at most ${bands.lengthRatio} times the shorter`,
			mend: 'Let the shorter side say more, or cut the longer: who is given the room seems to be right.'
		});
	if (western.level !== null && chinese.level !== null && Math.abs(western.level - chinese.level) > bands.levelGap)
		out.push({
			code: 'level-balance',
			found: `Western cards for grade ${grade(western.level)}, Chinese ones for grade ${grade(chinese.level)}`,
			expected: `at most ${bands.levelGap} grades between them`,
			mend: 'Write the harder side in shorter sentences and plainer words: what is easier to read seems truer.'
		});
	for (const side of requiredFrames) {
		const { level, loaded, words, cards, sources } = sides[side];
		if (level !== null && level > bands.level)
			out.push({
				code: 'level-balance',
				found: `${side} cards for grade ${grade(level)}`,
				expected: `at most ${bands.level}`,
				mend: 'Cut sentences in two, and take shorter words.'
			});
		if (loaded.length > 1 && loaded.length > (bands.loaded * words) / 100)
			out.push({
				code: 'loaded-words',
				found: `${loaded.length} loaded words in ${words} on ${side} cards: ${[...new Set(loaded)].join(', ')}`,
				expected: `at most ${bands.loaded} in a hundred words`,
				mend: 'Describe instead, or quote the source that says so in “ ”.'
			});
		if (cards >= bands.cardsOfOneSource && sources === 1)
			out.push({
				code: 'one-source',
				found: `${cards} ${side} cards from one source`,
				expected: 'at least two sources for a side',
				mend: 'Let a second voice of this side speak; one author is not yet a frame.'
			});
	}
	return out;
}

const judged = new WeakMap<Lesson, OutOfBand[]>();

/** The same of a lesson; the report is made once for all rules that ask. */
export function outOfBandsOf(lesson: Lesson, library: Library): OutOfBand[] {
	const before = judged.get(lesson);
	if (before) return before;
	const out = outOfBands(balanceOf(lesson, library));
	judged.set(lesson, out);
	return out;
}
