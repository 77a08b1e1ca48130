import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import type { Problem } from '../model.ts';
import type { Item } from '../../quiz/model.ts';
import type { Rule } from './rule.ts';

interface Choice {
	id: string;
	text: string;
}

const choicesOf = (item: Item): Choice[][] => {
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return [item.options];
		case 'order':
			return [item.entries];
		case 'match':
			return [item.left];
		case 'best-case':
			return [item.cards];
		case 'whosaid':
			return [item.columns, item.statements];
		case 'matrix':
			return [item.sources, item.rows];
		case 'classify-source':
			return item.fields.map(({ options }) => options);
		case 'truefalse':
		case 'gap':
		case 'number':
		case 'divergence':
			return [];
	}
};

/** Two choices that read alike cannot be told apart by knowing. */
export const sameText: Rule = {
	code: 'same-text',
	about: 'No two choices of a question, and no two cards of the kit, have the same text.',
	check(lesson, _library, places) {
		const lists: Choice[][] = lesson.steps.flatMap((step) => {
			if ('items' in step) return step.items.flatMap(choicesOf);
			return step.id === 'weigh' ? [step.kit.cards] : [];
		});
		return lists.flatMap((choices) => {
			const seen = new Set<string>();
			return choices.flatMap((choice): Problem[] => {
				const text = choice.text.trim().toLowerCase();
				if (text === '' || !seen.has(text)) {
					seen.add(text);
					return [];
				}
				return [
					problemAt(places.doc, placeOf(places, choice), {
						code: this.code,
						found: 'the same text a second time',
						expected: 'choices that can be told apart',
						mend: 'Reword one of the two, or take it out.'
					})
				];
			});
		});
	}
};
