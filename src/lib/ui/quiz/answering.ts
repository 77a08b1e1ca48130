import type { Response } from '#lib/domain/quiz/model.ts';
import type { Told } from '#lib/state/marking.ts';

/** What the controls of an item are given, whatever its kind. */
export interface Answering {
	response: Response | undefined;
	/** Empty until the answer is checked. */
	feedback: Told[];
	revealKey: boolean;
	/** Checked: what is there can be read and no longer changed. */
	fixed: boolean;
	/** The id of what says why the answer could not be checked, while it does. */
	problem?: string | undefined;
	onanswer: (response: Response) => void;
}
