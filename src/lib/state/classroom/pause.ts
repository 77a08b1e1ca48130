interface Yielding {
	scheduler?: { yield?: () => Promise<void> };
}

/** Resolves in a task of its own, after the page could draw and hear: what comes next is no part of the task before. */
export const pause = (): Promise<void> => {
	const { scheduler } = globalThis as Yielding;
	if (scheduler?.yield) return scheduler.yield();
	return new Promise((done) => setTimeout(done, 0));
};
