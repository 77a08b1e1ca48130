import type { Feedback } from '#lib/domain/quiz/kind.ts';
import type { Response } from '#lib/domain/quiz/model.ts';

/** What the controls of an item are given, whatever its kind. */
export interface Answering {
	response: Response | undefined;
	/** Empty until the answer is checked. */
	feedback: Feedback[];
	revealKey: boolean;
	/** Checked: what is there can be read and no longer changed. */
	fixed: boolean;
	/** The id of what says why the answer could not be checked, while it does. */
	problem?: string | undefined;
	onanswer: (response: Response) => void;
}
