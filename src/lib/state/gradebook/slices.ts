import { nextTask } from '../classroom/next-task.ts';

interface Options {
	/** Ms. */
	most?: number;
	/** Ms. */
	now?: () => number;
	pause?: () => Promise<void>;
}

/**
 * Work in slices: each call waits for a task of its own if this slice has taken `most`, so that the page answers
 * meanwhile.
 */
export function slices({ most = 12, now = () => performance.now(), pause = nextTask }: Options = {}): () =>
	Promise<void> | undefined {
	let began = now();
	return () =>
		now() - began < most
			? undefined
			: pause().then(() => {
					began = now();
				});
}
