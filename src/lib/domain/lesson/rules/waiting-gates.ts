import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import type { StepId } from '../model.ts';
import type { Rule } from './rule.ts';

/** Steps that wait for one another would never open, and nothing on them could be answered for marks. */
export const waitingGates: Rule = {
	code: 'waiting-gates',
	about: 'No step waits for itself by way of others, so that each item can be reached.',
	check(lesson, _library, places) {
		const needs = new Map(lesson.steps.map((step) => [step.id, step.needs]));
		const path = (from: StepId, to: StepId, seen: StepId[] = []): StepId[] | undefined => {
			for (const next of needs.get(from) ?? []) {
				if (next === to) return [...seen, from];
				if (seen.includes(next) || next === from) continue;
				const found = path(next, to, [...seen, from]);
				if (found) return found;
			}
			return undefined;
		};
		const told = new Set<StepId>();
		return lesson.steps.flatMap((step) => {
			const circle = told.has(step.id) ? undefined : path(step.id, step.id);
			if (!circle) return [];
			for (const id of circle) told.add(id);
			return [
				problemAt(places.doc, placeOf(places, step.needs), {
					code: this.code,
					found:
						circle.length === 1
							? `\`${step.id}\`, which waits for itself`
							: `${listed(circle, 'and')}, which wait for one another`,
					expected: 'gates that can open, one after the other',
					mend: 'Take one of these steps out of `needs`. `close` always waits for check, weigh and reverse.'
				})
			];
		});
	}
};
