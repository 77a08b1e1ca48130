import { readPoll } from './choices.ts';
import { oneSection, onlySections } from '../read/sections.ts';
import type { OrientStep } from '../model.ts';
import type { StepBody, StepReader } from './step.ts';

/** A stance without a right answer, and a prediction that comes back when the lesson closes. */
export const readOrient: StepReader<OrientStep> = (reading, step): StepBody<OrientStep> => {
	onlySections(reading, step, ['stance', 'prediction']);
	return {
		stance: readPoll(reading, oneSection(reading, step, 'stance', '## Question {.stance #stance}'), 'stance'),
		prediction: readPoll(
			reading,
			oneSection(reading, step, 'prediction', '## Question {.prediction #id}'),
			'prediction'
		)
	};
};
