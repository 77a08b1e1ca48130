import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import type { Problem, Step } from '../model.ts';
import type { Rule } from './rule.ts';

const textsOf = (step: Step): Record<string, string> => ({
	'text below its heading': step.intro,
	...(step.id === 'task' && { 'model answer': step.model }),
	...(step.id === 'close' && { 'common ground': step.common, crux: step.crux, 'text below “Left open”': step.open })
});

/** A heading with nothing below it leaves the learner to guess. */
export const emptyText: Rule = {
	code: 'empty-text',
	about: 'Each step begins with a text, and the model answer and the parts of the close are written.',
	whole: true,
	check(lesson, _library, places) {
		return lesson.steps.flatMap((step) =>
			Object.entries(textsOf(step))
				.filter(([, text]) => text === '')
				.map(([what]): Problem =>
					problemAt(places.doc, placeOf(places, step), {
						code: this.code,
						severity: 'warning',
						found: `the step \`${step.id}\` without ${what === 'crux' || what.startsWith('text') || what.startsWith('model') ? 'a ' : ''}${what}`,
						expected: 'at least a sentence',
						mend: 'Say what there is to do here, or what the two sides have in common and where they part.'
					})
				)
		);
	}
};
