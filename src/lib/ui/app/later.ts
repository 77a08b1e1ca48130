const waiting: (() => void)[] = [];
let working: Promise<void> | undefined;

/** A new task, after which the browser has had its turn: to paint, and to answer a tap. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function workOff(): Promise<void> {
	while (waiting.length > 0) {
		await nextTask();
		waiting.shift()?.();
	}
	working = undefined;
}

/** Runs `work` in a task of its own, after all that was put off before it. Gives what takes it back until then. */
export function later(work: () => void): () => void {
	waiting.push(work);
	working ??= workOff();
	return () => {
		const at = waiting.indexOf(work);
		if (at >= 0) waiting.splice(at, 1);
	};
}

/** Resolves when nothing is put off any more. */
export const allDone = (): Promise<void> => working ?? Promise.resolve();
