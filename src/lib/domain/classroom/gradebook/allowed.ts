import type { Assignment } from '../model.ts';
import type { KeptResult } from '../verdict.ts';

export const byAttempt = (a: KeptResult, b: KeptResult): number =>
	a.result.attempt - b.result.attempt ||
	a.result.handedInAt - b.result.handedInAt ||
	a.receivedAt - b.receivedAt ||
	(a.id < b.id ? -1 : 1);

/**
 * Which results of one student in one assignment are above the allowed attempts, by the ids of the kept results: those
 * whose number says so, and of the others all after the first `attempts` that came in. The number is the file's own word:
 * another device, or who changes the app, begins at 1 again. What came in together goes by its numbers.
 */
export function overIn({ attempts }: Pick<Assignment, 'attempts'>, results: readonly KeptResult[]): Set<string> {
	if (attempts === 0) return new Set();
	const within = results
		.filter(({ result }) => result.attempt <= attempts)
		.toSorted((a, b) => a.receivedAt - b.receivedAt || byAttempt(a, b))
		.slice(0, attempts);
	const allowed = new Set(within.map(({ id }) => id));
	return new Set(results.flatMap(({ id }) => (allowed.has(id) ? [] : [id])));
}
