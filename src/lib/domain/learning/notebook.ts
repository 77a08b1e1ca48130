/**
 * Private answers without a mark: stances, predictions, lines of a task. By the id of the question; an option's id
 * or the learner's own words.
 */
export interface Notebook {
	answers: Record<string, string>;
	/** The learner said that this step is finished; what follows it (a model answer) is open. */
	finished: boolean;
}

export const emptyNotebook: Notebook = { answers: {}, finished: false };
