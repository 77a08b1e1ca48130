import { assign, transition, type SnapshotFrom } from 'xstate';
import type { Branch, StepId } from '#lib/domain/lesson/model.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { isWeak, mergeTallies } from '#lib/domain/learning/perspective.ts';
import { setup } from './setup.ts';

/** What the machine is built from: the lesson's own steps, never its content. */
export interface Flow {
	steps: { id: StepId; needs: StepId[] }[];
	branches: Branch[];
}

export type LessonEvent =
	/** The learner opened a step, by whatever way. */
	| { type: 'step.entered'; step: StepId }
	/** A step's work changed its result. Ignored while the step is a rehearsal. */
	| { type: 'step.scored'; step: StepId; result: StepResult }
	/** Onwards: where that leads is the machine's to say. */
	| { type: 'lesson.continued' };

interface LessonContext {
	results: Partial<Record<StepId, StepResult>>;
}

const base = setup({
	types: {
		context: {} as LessonContext,
		events: {} as LessonEvent,
		meta: {} as { step: StepId; needs: StepId[] },
		input: {} as { results?: LessonContext['results'] }
	},
	guards: {
		isStep: ({ event }, { step }: { step: StepId }) => event.type === 'step.entered' && event.step === step,
		areDone: ({ context }, { needs }: { needs: StepId[] }) => needs.every((id) => context.results[id]?.done),
		areNotDone: ({ context }, { needs }: { needs: StepId[] }) => !needs.every((id) => context.results[id]?.done),
		canRecord: ({ context, event }, { needs }: { needs: Partial<Record<StepId, StepId[]>> }) =>
			event.type === 'step.scored' && (needs[event.step]?.every((id) => context.results[id]?.done) ?? false),
		// Only a step that is done sends back: questions that are still open are no weakness.
		isWeakOn: ({ context }, { after, any }: Pick<Branch, 'after' | 'any'>) =>
			context.results[after]?.done === true && isWeak(mergeTallies(Object.values(context.results)), any)
	},
	actions: {
		record: assign({
			results: ({ context, event }) =>
				event.type === 'step.scored' ? { ...context.results, [event.step]: event.result } : context.results
		})
	}
});

/** A step that needs others is a rehearsal whenever one of them is not done: the results alone decide. */
const gated = (needs: StepId[]) => ({
	rehearsal: { always: { target: 'open', guard: { type: 'areDone' as const, params: { needs } } } },
	open: { always: { target: 'rehearsal', guard: { type: 'areNotDone' as const, params: { needs } } } }
});

/**
 * One state a step, in the lesson's order. A step that needs others first is a `rehearsal` until they are done.
 * Every step can be entered at any time; `lesson.continued` follows the lesson's branches, else its order. Results
 * of steps that the lesson does not have are left out. Refuses (throws) a flow without steps, and one with a branch
 * to a step that it does not have.
 */
export function createLessonMachine({ steps, branches }: Flow) {
	const [first] = steps;
	if (!first) throw new RangeError('A lesson needs at least one step to make a flow.');
	const needs = Object.fromEntries(steps.map((step) => [step.id, step.needs]));

	return base.createMachine({
		id: 'lesson',
		context: ({ input }) => ({
			results: Object.fromEntries(Object.entries(input.results ?? {}).filter(([id]) => Object.hasOwn(needs, id)))
		}),
		initial: first.id,
		on: {
			'step.entered': steps.map(({ id }) => ({
				target: `.${id}` as const,
				guard: { type: 'isStep' as const, params: { step: id } }
			})),
			'step.scored': { guard: { type: 'canRecord', params: { needs } }, actions: 'record' }
		},
		states: Object.fromEntries(
			steps.map((step, index) => [
				step.id,
				{
					meta: { step: step.id, needs: step.needs },
					initial: step.needs.length > 0 ? 'rehearsal' : 'open',
					states: step.needs.length > 0 ? gated(step.needs) : { open: {} },
					on: {
						'lesson.continued': [
							...branches
								.filter((branch) => branch.after === step.id)
								.map(({ after, any, go }) => ({
									target: `#lesson.${go}`,
									guard: { type: 'isWeakOn' as const, params: { after, any } }
								})),
							...steps.slice(index + 1, index + 2).map((next) => ({ target: `#lesson.${next.id}` }))
						]
					}
				}
			])
		)
	});
}

export type LessonMachine = ReturnType<typeof createLessonMachine>;
export type LessonSnapshot = SnapshotFrom<LessonMachine>;

/** The step that the snapshot is in. */
export const currentStep = (snapshot: LessonSnapshot): StepId => Object.keys(snapshot.value)[0] as StepId;

/** Where `lesson.continued` would lead from here: the step itself at the lesson's end. */
export function nextStep(machine: LessonMachine, snapshot: LessonSnapshot): StepId {
	const [next] = transition(machine, snapshot, { type: 'lesson.continued' });
	return currentStep(next);
}

/** The steps that `step` still waits for before its work is recorded; empty once it is open. */
export function waitsFor(machine: LessonMachine, snapshot: LessonSnapshot, step: StepId): StepId[] {
	const needs = (machine.states[step]?.meta as { needs: StepId[] } | undefined)?.needs ?? [];
	return needs.filter((id) => !snapshot.context.results[id]?.done);
}

export interface FlowStep {
	id: StepId;
	done: boolean;
	begun: boolean;
	current: boolean;
	waitsFor: StepId[];
	/** Where a weak result sends the learner from here. */
	sendsTo: StepId[];
}

/** The lesson's flow, read off the machine itself: what the menu shows. */
export function flowOf(machine: LessonMachine, snapshot: LessonSnapshot): FlowStep[] {
	return Object.entries(machine.states).map(([key, node]) => {
		const id = key as StepId;
		const result = snapshot.context.results[id];
		const onward = node.on['lesson.continued' as never] as
			{ guard?: unknown; target?: { key: string }[] }[] | undefined;
		return {
			id,
			done: result?.done ?? false,
			begun: result !== undefined,
			current: currentStep(snapshot) === id,
			waitsFor: waitsFor(machine, snapshot, id),
			sendsTo: (onward ?? [])
				.filter((one) => one.guard)
				.flatMap((one) => one.target?.map((to) => to.key as StepId) ?? [])
		};
	});
}
