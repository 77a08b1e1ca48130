import { createActor } from 'xstate';
import type { AnyStateMachine, EventFromLogic, InputFrom, InspectionEvent, SnapshotFrom } from 'xstate';
import { getShortestPaths, getStateNodes } from 'xstate/graph';

// Walking a machine: which of its own transitions were taken, and at which of its guards a walk was turned away.

interface Taken {
	guard?: unknown;
}
interface Node {
	id: string;
	transitions: Map<string, Taken[]>;
	always?: Taken[];
}
type Active = { _nodes: Node[] };

export interface Survey<M extends AnyStateMachine> {
	/** The state that a new actor begins in. */
	begin: (input: InputFrom<M>) => SnapshotFrom<M>;
	/** The state after one event, sent to an actor that stands at `from`; and whether any transition was taken. */
	send: (from: SnapshotFrom<M>, event: EventFromLogic<M>) => { to: SnapshotFrom<M>; moved: boolean };
	/** The names of all transitions of the machine's state nodes, as `node on event #candidate`. */
	transitions: string[];
	/** What no walk has shown yet: transitions not taken, and guards that never refused. */
	missed: () => string[];
}

export function surveyOf<M extends AnyStateMachine>(machine: M): Survey<M> {
	const names = new Map<Taken, string>();
	for (const node of [machine.root, ...getStateNodes(machine.root)] as unknown as Node[]) {
		for (const [event, list] of node.transitions)
			list.forEach((one, i) => names.set(one, `${node.id} on ${event} #${i}`));
		node.always?.forEach((one, i) => names.set(one, `${node.id} always #${i}`));
	}
	const taken = new Set<Taken>();
	const refused = new Set<Taken>();

	/** Candidates are asked in order: each guard before the one that was taken has refused. */
	function noteRefusals(candidates: Taken[], now: ReadonlySet<Taken>): void {
		for (const one of candidates) {
			if (now.has(one)) return;
			if (one.guard) refused.add(one);
		}
	}
	function actorAt(options: object) {
		const now = new Set<Taken>();
		const actor = createActor(machine, {
			...options,
			inspect: (step: InspectionEvent) => {
				if (step.type === '@xstate.microstep') for (const one of step._transitions) now.add(one);
			}
		} as never);
		// A machine that throws while it walks fails the test that walks it.
		actor.subscribe({
			error: (error) => {
				throw error;
			}
		});
		return { actor, now };
	}
	const settle = (snapshot: SnapshotFrom<M>, now: ReadonlySet<Taken>): void => {
		for (const one of now) taken.add(one);
		for (const node of (snapshot as unknown as Active)._nodes) noteRefusals(node.always ?? [], now);
	};

	return {
		begin(input) {
			const { actor, now } = actorAt({ input });
			settle(actor.getSnapshot() as SnapshotFrom<M>, now);
			return actor.getSnapshot() as SnapshotFrom<M>;
		},
		send(from, event) {
			const { actor, now } = actorAt({ snapshot: from });
			actor.start();
			actor.send(event);
			const to = actor.getSnapshot() as SnapshotFrom<M>;
			if ((to as { status: string }).status !== 'active') throw (to as { error?: unknown }).error;
			for (const node of (from as unknown as Active)._nodes) noteRefusals(node.transitions.get(event.type) ?? [], now);
			settle(to, now);
			return { to, moved: now.size > 0 };
		},
		transitions: [...names.values()],
		missed: () =>
			[...names].flatMap(([one, name]) => [
				...(taken.has(one) ? [] : [`never taken: ${name}`]),
				...(one.guard && !refused.has(one) ? [`never refused: ${name}`] : [])
			])
	};
}

/** By content, so that the order in which answers came does not make another state. */
const serializeState = ({ value, context }: { value: unknown; context: unknown }): string =>
	JSON.stringify({ value, context }, (_, part: unknown) =>
		part && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted())
			: part
	);

/** Every state that the events can reach, by shortest paths; states in which `bounded` holds are not left. */
export function reachable<M extends AnyStateMachine>(
	machine: M,
	events: readonly EventFromLogic<M>[],
	options: { input: InputFrom<M>; bounded?: (snapshot: SnapshotFrom<M>) => boolean }
): SnapshotFrom<M>[] {
	const { input, bounded } = options;
	const paths = getShortestPaths(machine, { events: [...events], input, stopWhen: bounded, serializeState } as never);
	return paths.map((path) => path.state as SnapshotFrom<M>);
}

/** What a learner can tell apart. */
export const seen = ({ value, context }: { value: unknown; context: unknown }) => ({ value, context });

/**
 * A step's machine closed, written, read and opened again, as `StepSession` does it: the work is the context, the
 * place is the value. Refuses (throws) work that its own parser does not take.
 */
export function throughDisk<M extends AnyStateMachine>(
	machine: M,
	snapshot: SnapshotFrom<M>,
	parse: (stored: unknown) => unknown
): SnapshotFrom<M> {
	const { value, context } = snapshot as unknown as { value: unknown; context: unknown };
	const stored = JSON.parse(JSON.stringify({ work: context, place: { value } })) as {
		work: unknown;
		place: { value: unknown };
	};
	const work = parse(stored.work);
	if (!work) throw new TypeError(`The parser refuses what the machine wrote: ${JSON.stringify(stored.work)}`);
	const restored = machine.resolveState({ value: stored.place.value as never, context: work as never });
	return createActor(machine, { snapshot: restored, input: { work } } as never).getSnapshot() as SnapshotFrom<M>;
}

/** The same without a place: the work alone says where its learner is. */
export function fromWork<M extends AnyStateMachine>(machine: M, snapshot: SnapshotFrom<M>): SnapshotFrom<M> {
	const work: unknown = JSON.parse(JSON.stringify((snapshot as unknown as { context: unknown }).context));
	return createActor(machine, { input: { work } } as never).getSnapshot() as SnapshotFrom<M>;
}
