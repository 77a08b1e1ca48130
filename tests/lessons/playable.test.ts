import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/cli/read-content.ts';
import { scoreMap } from '#lib/domain/argument/index.ts';
import { quizResult } from '#lib/domain/learning/results.ts';
import { hasPassed, headlineOf, mergeTallies } from '#lib/domain/learning/perspective.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Lesson, StepId } from '#lib/domain/lesson/model.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { createLessonMachine, currentStep, waitsFor } from '#lib/machines/lesson-machine.ts';

const { content } = compileContent(readContent('lessons'));
const lessons = content?.lessons ?? [];

/** The answer that the key asks for. */
function keyOf(item: Item): Response {
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find(({ right }) => right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: item.options.filter(({ right }) => right).map(({ id }) => id) };
		case 'truefalse':
			return { kind: 'truefalse', answer: item.answer };
		case 'order':
			return { kind: 'order', order: item.entries.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id) };
		case 'match':
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, partner])) };
		case 'best-case':
			return {
				kind: 'best-case',
				picks: item.cards.filter(({ label }) => label === 'strong').slice(0, item.picks).map(({ id }) => id)
			};
	}
}

/** Items answered by the key where `knows` says so, and not at all elsewhere. */
function work(items: Item[], knows: (item: Item) => boolean): StepResult {
	const known = items.filter(knows);
	const responses = Object.fromEntries(known.map((item) => [item.id, keyOf(item)]));
	return { ...quizResult(items, responses, {}, known.map(({ id }) => id)), done: true };
}

/** Takes a learner through the whole lesson by its machine. */
function play(lesson: Lesson, knows: (item: Item) => boolean) {
	const steps = lesson.steps.map(({ id, needs }) => ({ id, needs }));
	const machine = createLessonMachine({ steps, branches: lesson.flow });
	const actor = createActor(machine, { input: {} }).start();
	const visited: StepId[] = [];
	const sentBack: StepId[] = [];
	for (const step of lesson.steps) {
		actor.send({ type: 'step.entered', step: step.id });
		visited.push(currentStep(actor.getSnapshot()));
		const result: StepResult =
			step.id === 'check' || step.id === 'reverse'
				? work(step.items, knows)
				: step.id === 'weigh'
					? { done: true, frames: {}, map: { total: 1, band: 'strong' } }
					: { done: true, frames: {} };
		expect(waitsFor(machine, actor.getSnapshot(), step.id)).toEqual([]);
		actor.send({ type: 'step.scored', step: step.id, result });
		actor.send({ type: 'lesson.continued' });
		const next = lesson.steps[visited.length]?.id;
		const there = currentStep(actor.getSnapshot());
		if (next && there !== next) sentBack.push(there);
	}
	const { results } = actor.getSnapshot().context;
	const headline = headlineOf(mergeTallies(Object.values(results)).frames);
	return { visited, sentBack, passed: hasPassed(headline, results.weigh?.map?.band), closed: results.close?.done };
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
	it('is passed by a learner who knows both sides, in its own order, to the close', () => {
		const { visited, sentBack, passed, closed } = play(lesson, () => true);
		expect(visited).toEqual(lesson.steps.map(({ id }) => id));
		expect({ sentBack, passed, closed }).toEqual({ sentBack: [], passed: true, closed: true });
	});

	it.each(['western', 'chinese'] as const)('is not passed by one who knows the %s side alone, who is sent back', (side) => {
		const { sentBack, passed } = play(lesson, (item) => item.sides.includes(side) && item.sides.length === 1);
		expect(passed).toBe(false);
		expect(sentBack).toEqual(lesson.flow.filter(({ after }) => after === 'check').map(({ go }) => go));
	});

	const weigh = lesson.steps.find((step) => step.id === 'weigh')!;
	it('has references that each score 1, and a verdict each way', () => {
		const { kit, references } = weigh;
		expect(new Set(references.map(({ verdict }) => verdict))).toEqual(new Set(['for', 'against']));
		for (const reference of references) expect(scoreMap(kit, [reference], reference.map).total).toBeCloseTo(1, 12);
	});

	it('does not pay for a distractor', () => {
		const { kit, references } = weigh;
		const [reference] = references;
		for (const { id, role } of kit.cards.filter(({ distractor }) => distractor !== undefined)) {
			const map = structuredClone(reference!.map);
			if (role === 'evidence') map.evidence.push({ evidence: id, claim: map.groups[0]!.premises[0]! });
			else map.groups.push({ id: 'extra', kind: 'reason', premises: [id], target: { card: kit.root.id } });
			expect(scoreMap(kit, references, map).total).toBeLessThan(1);
		}
	});
});
