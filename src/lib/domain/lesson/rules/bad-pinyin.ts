import { problemAt } from '../problem.ts';
import { spokenShape } from '../read/extensions.ts';
import { hasTones, isPinyin, syllables } from '../read/pinyin.ts';
import type { Problem } from '../model.ts';
import type { LibraryRule } from './rule.ts';

const all = new RegExp(spokenShape.source, 'gu');
const han = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Who reads the sound learns it: one syllable a character, with its tone. */
export const badPinyin: LibraryRule = {
	code: 'bad-pinyin',
	about: 'Pinyin has tone marks and one syllable a character: `[网信办]{wǎngxìnbàn}`, and in the glossary.',
	check(library, places) {
		const judge = (characters: string, pinyin: string, at: number): Problem[] => {
			const found = syllables(pinyin);
			const trouble = !isPinyin(pinyin)
				? `\`${pinyin}\`, which is no pinyin`
				: !hasTones(pinyin) && found > 1
					? `\`${pinyin}\` without a tone mark`
					: found !== han(characters)
						? `\`${pinyin}\`: ${found} syllables for ${han(characters)} characters`
						: undefined;
			if (trouble === undefined) return [];
			return [
				problemAt(places.doc, at, {
					code: this.code,
					found: trouble,
					expected: 'pinyin with tone marks, one syllable a character: `wǎngxìnbàn`',
					mend: 'Correct it; an apostrophe parts syllables that begin with a, e or o: `xī’ān`.'
				})
			];
		};
		const { text, file } = places.doc;
		const inText = file.endsWith('.md')
			? [...text.matchAll(all)].flatMap((match) => judge(match[1] ?? '', match[2] ?? '', match.index))
			: [];
		if (!file.endsWith('glossary.yaml')) return inText;
		return Object.values(library.terms).flatMap(({ words }) =>
			// What is no character, as the sign of 互联网+, is read as its gloss says.
			words
				.filter(({ characters }) => han(characters) > 0)
				.flatMap((word) => {
					const at = text.indexOf(word.pinyin, Math.max(0, text.indexOf(word.characters)));
					return judge(word.characters, word.pinyin, Math.max(0, at));
				})
		);
	}
};
