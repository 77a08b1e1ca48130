import { stepOf, unknownMentions } from './rule.ts';
import type { Rule } from './rule.ts';

/** References, single links, equivalents and misconceptions speak of cards that the learner has in the kit. */
export const unknownCard: Rule = {
	code: 'unknown-card',
	about: 'Maps speak of cards that are in the kit.',
	check(lesson, _library, places) {
		const cards = stepOf(lesson, 'weigh')?.kit.cards.map(({ id }) => id) ?? [];
		// A table that could not be read was reported as such.
		if (cards.length === 0) return [];
		return unknownMentions(places, 'card', cards, 'the table below “Cards”');
	}
};
