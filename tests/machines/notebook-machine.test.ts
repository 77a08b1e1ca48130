import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyNotebook } from '#lib/domain/learning/notebook.ts';
import { parseNotebook } from '#lib/domain/learning/parse-notebook.ts';
import { notebookMachine, type NotebookEvent, type NotebookSnapshot } from '#lib/machines/notebook-machine.ts';
import { fromWork, reachable, seen, surveyOf, throughDisk } from './walk.ts';

const given = (question: string, answer: string): NotebookEvent => ({ type: 'answer.given', question, answer });
const finished: NotebookEvent = { type: 'step.finished' };
const survey = surveyOf(notebookMachine);
const walk = (events: NotebookEvent[], from: NotebookSnapshot = survey.begin({})): NotebookSnapshot =>
	events.reduce((snapshot, event) => survey.send(snapshot, event).to, from);

describe('a notebook', () => {
	test('keeps the last answer to each question', () => {
		const { context } = walk([given('stance', 'a'), given('prediction', 'b'), given('stance', 'c')]);
		expect(context).toEqual({ answers: { stance: 'c', prediction: 'b' }, finished: false });
	});

	test('can be finished without an answer', () => {
		expect(seen(walk([finished]))).toEqual({ value: 'finished', context: { answers: {}, finished: true } });
	});

	test('stays finished when an answer is changed or it is finished again', () => {
		expect(seen(walk([given('stance', 'a'), finished, given('stance', 'b'), finished]))).toEqual({
			value: 'finished',
			context: { answers: { stance: 'b' }, finished: true }
		});
	});

	test('leaves the empty notebook empty for the next step', () => {
		walk([given('stance', 'a'), finished]);
		expect(emptyNotebook).toEqual({ answers: {}, finished: false });
	});
});

test('every state × event: restoring changes nothing, and every transition of the machine is taken', () => {
	const events = [given('stance', 'a'), given('stance', 'b'), given('line', '视角'), finished];
	const states = reachable(notebookMachine, events, { input: {} });
	// Three answers to one question, two to the other, finished or not.
	expect(states).toHaveLength(12);
	for (const state of states)
		for (const event of events) {
			const { to } = survey.send(state, event);
			expect(seen(survey.send(throughDisk(notebookMachine, state, parseNotebook), event).to)).toEqual(seen(to));
			expect(seen(survey.send(fromWork(notebookMachine, state), event).to)).toEqual(seen(to));
		}
	survey.begin({ work: { answers: {}, finished: true } });
	expect(survey.transitions).toHaveLength(3);
	expect(survey.missed()).toEqual([]);
});

test('closing and reopening at any point of any events ends in the same state', () => {
	const events = fc.array(
		fc.oneof(
			fc.tuple(fc.string(), fc.string()).map(([question, answer]) => given(`q${question}`, answer)),
			fc.constant(finished)
		)
	);
	fc.assert(
		fc.property(events, events, (before, after) => {
			const there = walk(before);
			const end = seen(walk(after, there));
			expect(seen(walk(after, throughDisk(notebookMachine, there, parseNotebook)))).toEqual(end);
			expect(seen(walk(after, fromWork(notebookMachine, there)))).toEqual(end);
		})
	);
});
