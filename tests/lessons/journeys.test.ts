import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import type { Command } from '#lib/domain/argument/index.ts';
import { scoreMap } from '#lib/domain/argument/index.ts';
import type { ArgumentMap } from '#lib/domain/argument/model.ts';
import { compare, fraction, toNumber } from '#lib/domain/fraction.ts';
import { requiredFrames, type RequiredFrame } from '#lib/domain/frame.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { hasPassed, headlineOf, mergeTallies, passMark, sharesOf } from '#lib/domain/learning/perspective.ts';
import { regrade } from '#lib/domain/learning/results.ts';
import type { Lesson, Step, StepId, WeighStep } from '#lib/domain/lesson/model.ts';
import { publicItem, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Certainty, Item } from '#lib/domain/quiz/model.ts';
import { createArgumentMapMachine } from '#lib/machines/argument-map-machine.ts';
import { createLessonMachine, currentStep, nextStep, waitsFor } from '#lib/machines/lesson-machine.ts';
import { notebookMachine } from '#lib/machines/notebook-machine.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { createQuizMachine } from '#lib/machines/quiz-machine.ts';
import { rightResponse, wrongResponse } from './answers.ts';
import { lessons } from './course.ts';

// Every lesson taken to its end through the machines that the app runs, by learners who do all of it.

interface Learner {
	knows: (item: Item) => boolean;
	sure: Certainty;
	/** Which of the accepted maps is drawn; null: cards thrown at the contention. */
	draws: number | null;
}

/** The answers of a quiz, given, made sure of and checked one by one in its machine. */
function answered(items: readonly Item[], certainty: boolean, { knows, sure }: Learner): StepResult {
	const machine = createQuizMachine({
		items: items.map((item) => publicItem(item)),
		certainty,
		isFullyRight: (id, response) => {
			const { earned, total } = scoreResponse(items.find((item) => item.id === id)!, response);
			return compare(earned, total) === 0;
		}
	});
	const actor = createActor(machine, { input: {} }).start();
	for (const item of items) {
		actor.send({
			type: 'answer.chosen',
			item: item.id,
			response: knows(item) ? rightResponse(item) : wrongResponse(item)
		});
		if (certainty) actor.send({ type: 'certainty.chosen', item: item.id, certainty: sure });
		actor.send({ type: 'answer.checked', item: item.id });
	}
	expect(actor.getSnapshot().value).toBe('reviewed');
	return regrade(items, actor.getSnapshot().context, usualPolicy);
}

/** How a map is built card by card from the contention. */
const commandsFor = ({ groups, evidence }: ArgumentMap): Command[] => [
	...groups.flatMap(({ id, kind, premises, target }) =>
		premises.map((card, at): Command =>
			at === 0 ? { type: 'add', card, kind, target, id } : { type: 'join', card, group: id }
		)
	),
	...evidence.map((pair): Command => ({ type: 'attach', ...pair }))
];

/** A map, built by commands in its machine and scored. */
function drawn({ kit, references }: WeighStep, { draws }: Learner): StepResult {
	const actor = createActor(createArgumentMapMachine(kit), { input: {} }).start();
	const wanted = draws === null ? undefined : references[draws]?.map;
	const heap = kit.cards
		.filter(({ role }) => role === 'claim')
		.map((card): Command => ({ type: 'add', card: card.id, kind: 'reason', target: { card: kit.root.id } }));
	for (const command of wanted ? commandsFor(wanted) : heap) {
		const { history } = actor.getSnapshot().context;
		actor.send({ type: 'command.given', command });
		expect(actor.getSnapshot().context.history.done).toHaveLength(history.done.length + 1);
	}
	actor.send({ type: 'map.scored' });
	const { value, context } = actor.getSnapshot();
	expect(value).toBe('scored');
	const { total, band } = scoreMap(kit, references, context.attempts.at(-1)!);
	return { done: true, frames: {}, map: { total, band } };
}

/** A step that is read, and answered for oneself. */
function written(questions: readonly { id: string }[]): StepResult {
	const actor = createActor(notebookMachine, { input: {} }).start();
	for (const { id } of questions) actor.send({ type: 'answer.given', question: id, answer: 'my own words' });
	actor.send({ type: 'step.finished' });
	expect(Object.keys(actor.getSnapshot().context.answers)).toHaveLength(questions.length);
	return { done: actor.getSnapshot().context.finished, frames: {} };
}

function workOn(step: Step, learner: Learner): StepResult {
	switch (step.id) {
		case 'check':
			return answered(step.items, step.certainty, learner);
		case 'reverse':
			return answered(step.items, false, learner);
		case 'weigh':
			return drawn(step, learner);
		case 'orient':
			return written([step.stance, step.prediction]);
		case 'task':
			return written(step.prompts);
		case 'close':
			return written(step.changeOfMind);
		default:
			return written([]);
	}
}

/** From the first step onwards wherever the lesson's own machine leads; who is sent back reads again and goes on. */
function taken(lesson: Lesson, learner: Learner) {
	const machine = createLessonMachine({ steps: lesson.steps, branches: lesson.flow });
	const actor = createActor(machine, { input: {} }).start();
	const visited: StepId[] = [];
	const sentBack: { from: StepId; to: StepId }[] = [];
	for (const step of lesson.steps) {
		expect(currentStep(actor.getSnapshot())).toBe(step.id);
		expect(waitsFor(machine, actor.getSnapshot(), step.id)).toEqual([]);
		visited.push(step.id);
		actor.send({ type: 'step.scored', step: step.id, result: workOn(step, learner) });
		const inOrder = lesson.steps[visited.length]?.id ?? step.id;
		const to = nextStep(machine, actor.getSnapshot());
		if (to !== inOrder) {
			sentBack.push({ from: step.id, to });
			actor.send({ type: 'lesson.continued' });
			expect(currentStep(actor.getSnapshot())).toBe(to);
			actor.send({ type: 'step.entered', step: inOrder });
		} else actor.send({ type: 'lesson.continued' });
	}
	const { results } = actor.getSnapshot().context;
	const { frames, overall } = mergeTallies(Object.values(results));
	const headline = headlineOf(frames);
	return {
		visited,
		sentBack,
		results,
		overall,
		shares: sharesOf(frames),
		headline,
		passed: hasPassed(headline, results.weigh?.map?.band)
	};
}

const perfect: Learner = { knows: () => true, sure: 'certain', draws: 0 };
const otherOf = (frame: RequiredFrame): RequiredFrame => (frame === 'western' ? 'chinese' : 'western');
/** Gets right whatever can be known from one side: all but the items that are about the other side alone. */
const onlyOn = (frame: RequiredFrame): Learner => ({
	...perfect,
	knows: ({ sides }) => sides.includes(frame) || !sides.includes(otherOf(frame))
});

describe.each(lessons)('%s', (_, lesson) => {
	const ids = lesson.steps.map(({ id }) => id);

	test.each([
		['for', 0],
		['against', 1]
	])('is passed with full marks by a learner who knows both sides, in its own order, leaning %s', (_, draws) => {
		const journey = taken(lesson, { ...perfect, draws });
		expect(journey).toMatchObject({ visited: ids, sentBack: [], passed: true });
		expect(Object.keys(journey.results)).toEqual(ids);
		for (const result of Object.values(journey.results)) expect(result.done).toBe(true);
		expect(journey.shares).toEqual({ western: fraction(1), chinese: fraction(1) });
		expect(journey.overall.earned).toEqual(journey.overall.possible);
		expect(journey.results.weigh?.map).toEqual({ total: 1, band: 'strong' });
		const { certainty } = journey.results.check ?? {};
		expect(certainty?.earned).toEqual(certainty?.possible);
	});

	test.each(requiredFrames)('is not passed by one who knows the %s side alone, who is sent back on the way', (frame) => {
		const { visited, sentBack, shares, headline, passed } = taken(lesson, onlyOn(frame));
		const weak = otherOf(frame);
		expect(shares[frame]).toEqual(fraction(1));
		expect(toNumber(shares[weak]!)).toBeLessThan(toNumber(passMark));
		expect(headline?.frame).toBe(weak);
		expect(passed).toBe(false);
		expect(visited).toEqual(ids);
		const [first] = sentBack;
		expect(first?.from).toBe('check');
		const branch = lesson.flow.find(({ after, go, any }) => {
			return after === 'check' && go === first?.to && any.some((one) => one.frame === weak);
		});
		expect(branch).toBeDefined();
		expect(ids.indexOf(first!.to)).toBeLessThan(ids.indexOf('check'));
	});

	test('is not passed by one who knows everything and draws no argument', () => {
		const journey = taken(lesson, { ...perfect, draws: null });
		expect(journey.shares).toEqual({ western: fraction(1), chinese: fraction(1) });
		expect(journey.passed).toBe(false);
	});

	test('is not passed by one who knows nothing, and still reaches its close', () => {
		const journey = taken(lesson, { knows: () => false, sure: 'certain', draws: null });
		expect(journey.visited).toEqual(ids);
		expect(journey.overall.earned).toEqual(fraction(0));
		expect(journey.sentBack.length).toBeGreaterThan(0);
		expect(journey.passed).toBe(false);
	});
});
