/** When a learner is told about their answers: whether each is right, and the feedback that goes with it. */
export const feedbackTimes = ['at-once', 'after-attempt', 'after-due', 'never'] as const;
/** When the key is shown beside the answers; never on the first try, whatever the policy. */
export const keyTimes = ['later-attempts', 'last-attempt', 'after-due', 'never'] as const;
/** When options and items change places; `always` is for assignments, since a page opens with the order it was built in. */
export const shuffles = ['never', 'later-attempts', 'always'] as const;
/** What a further attempt opens: only what was not fully right, or a clean sheet. */
export const retries = ['wrong', 'all'] as const;

/** How a quiz is taken. Plain data: a lesson states it, an assignment may override it (`withPolicy`). */
export interface QuizPolicy {
	/** How many attempts there are; 0: as many as one likes. */
	attempts: number;
	feedback: (typeof feedbackTimes)[number];
	key: (typeof keyTimes)[number];
	shuffle: (typeof shuffles)[number];
	/** How many items of each bank a learner gets; a bank that is not named here is given whole. */
	draw: Record<string, number>;
	/** What each hint takes off the item's mark, in percent of it, 0…100. */
	hintCost: number;
	/** The time for one attempt; 0: no limit. */
	minutes: number;
	/** More time, in percent of `minutes`. `own`: the learner says before the start how much they need. */
	extra: number | 'own';
	retry: (typeof retries)[number];
	/** When the quiz is due, in milliseconds since 1970 (UTC); null: never. */
	due: number | null;
}

/** What holds where nothing else is said. */
export const usualPolicy: QuizPolicy = {
	attempts: 0,
	feedback: 'at-once',
	key: 'later-attempts',
	shuffle: 'never',
	draw: {},
	hintCost: 25,
	minutes: 0,
	extra: 'own',
	retry: 'wrong',
	due: null
};

/** `base` with what `over` says instead; banks that `over` does not name keep their number. */
export function withPolicy(base: QuizPolicy, over: Partial<QuizPolicy>): QuizPolicy {
	const said = Object.entries(over).filter(([, value]) => value !== undefined);
	return { ...base, ...Object.fromEntries(said), draw: { ...base.draw, ...over.draw } };
}
