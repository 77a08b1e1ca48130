import { fold } from './fold.ts';

const word = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const isChinese = (token: string): boolean => /^\p{Script=Han}/u.test(token);

/** A run of Chinese as its pairs of neighbours; a single character stands for itself. */
function pairsOf(run: string): string[] {
	const characters = [...run];
	return characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at]}${next}`);
}

/**
 * The tokens by which a text is found: folded words, and for Chinese each character and each pair of neighbours. Not
 * `Intl.Segmenter`: the index is made by one dictionary and asked by another, and 强国 must be found in 网络强国.
 */
export const indexTokens = (text: string): string[] =>
	(fold(text).match(word) ?? []).flatMap((token) => {
		if (!isChinese(token)) return [token];
		return token.length === 1 ? [token] : [...token, ...pairsOf(token)];
	});

/** The tokens of a query, all of which must be found: a run of Chinese is found as it stands, or in longer ones. */
export const queryTokens = (text: string): string[] =>
	(fold(text).match(word) ?? []).flatMap((token) => (isChinese(token) ? pairsOf(token) : [token]));

/** Whether a token may be the beginning of a word, or a misspelt one: Latin words only. */
export const isLatin = (token: string): boolean => /^[a-z]/.test(token);
