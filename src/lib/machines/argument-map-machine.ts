import { assign, type SnapshotFrom } from 'xstate';
import { canApply, perform, redo, undo, type Command, type Step } from '#lib/domain/argument/index.ts';
import type { Kit } from '#lib/domain/argument/model.ts';
import { emptyMapWork, type MapWork } from '#lib/domain/argument/work.ts';
import { setup } from './setup.ts';

export type MapEvent =
	| { type: 'command.given'; command: Command }
	| { type: 'command.undone' }
	| { type: 'command.redone' }
	/** The learner asks for the mark of the map as it stands. */
	| { type: 'map.scored' };

/** The work that a step of the history leads to; unchanged where there is none. */
const stepped = (work: MapWork, step: Step): Partial<MapWork> =>
	'map' in step ? { map: step.map, history: step.history } : work;

/**
 * An argument map as it is built: every editor sends the same commands, and undo and redo are exact. `scored` holds
 * until the map changes; each scoring is kept.
 */
export function createArgumentMapMachine(kit: Kit) {
	return setup({
		types: {
			context: {} as MapWork,
			events: {} as MapEvent,
			input: {} as { work?: MapWork } | undefined
		},
		guards: {
			isAllowed: ({ context }, { command }: { command: Command }) => canApply(kit, context.map, command),
			canUndo: ({ context }) => context.history.done.length > 0,
			canRedo: ({ context }) => context.history.undone.length > 0,
			hasLinks: ({ context }) => context.map.groups.length + context.map.evidence.length > 0
		},
		actions: {
			perform: assign(({ context }, { command }: { command: Command }) =>
				stepped(context, perform(kit, context.map, context.history, command))
			),
			undo: assign(({ context }) => stepped(context, undo(kit, context.history, context.start))),
			redo: assign(({ context }) => stepped(context, redo(kit, context.history, context.start))),
			keepAttempt: assign({ attempts: ({ context }) => [...context.attempts, context.map] })
		}
	}).createMachine({
		id: 'argumentMap',
		context: ({ input }) => input?.work ?? emptyMapWork(kit),
		initial: 'building',
		on: {
			'command.given': {
				target: '.building',
				guard: { type: 'isAllowed', params: ({ event }) => ({ command: event.command }) },
				actions: { type: 'perform', params: ({ event }) => ({ command: event.command }) }
			},
			'command.undone': { target: '.building', guard: 'canUndo', actions: 'undo' },
			'command.redone': { target: '.building', guard: 'canRedo', actions: 'redo' }
		},
		states: {
			building: { on: { 'map.scored': { target: 'scored', guard: 'hasLinks', actions: 'keepAttempt' } } },
			scored: {}
		}
	});
}

export type ArgumentMapMachine = ReturnType<typeof createArgumentMapMachine>;
export type ArgumentMapSnapshot = SnapshotFrom<ArgumentMapMachine>;
