import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyHistory, emptyMap, perform, redo, replay, undo } from '#lib/domain/argument/index.ts';
import type { Command, Step } from '#lib/domain/argument/index.ts';
import { aKit, commandsOf, draw, kitOf, moves } from './arbitraries.ts';

const kit = kitOf(4);
const add = (card: string): Command => ({ type: 'add', card, kind: 'reason', target: { card: 'c0' } });
function ok(step: Step): Extract<Step, { map: unknown }> {
	if ('refused' in step) throw new Error(step.refused);
	return step;
}

describe('history', () => {
	test('has nothing to undo or redo at first', () => {
		expect(undo(kit, emptyHistory)).toEqual({ refused: 'nothing-to-undo' });
		expect(redo(kit, emptyHistory)).toEqual({ refused: 'nothing-to-redo' });
	});

	test('does not keep what was refused', () => {
		expect(perform(kit, emptyMap(kit), emptyHistory, add('zz'))).toEqual({ refused: 'unknown-card' });
	});

	test('forgets what was undone when something new is done', () => {
		const one = ok(perform(kit, emptyMap(kit), emptyHistory, add('c1')));
		const back = ok(undo(kit, one.history));
		const other = ok(perform(kit, back.map, back.history, add('c2')));
		expect(redo(kit, other.history)).toEqual({ refused: 'nothing-to-redo' });
		expect(other.map).toEqual(draw('c2 because c0'));
	});

	test('starts from what was imported', () => {
		const start = draw('c1 because c0');
		const one = ok(perform(kit, start, emptyHistory, add('c2')));
		expect(ok(undo(kit, one.history, start)).map).toEqual(start);
		expect(replay(kit, one.history, start)).toEqual(one.map);
	});

	test('goes back and on in each of two maps that began as different ones', () => {
		const starts = [emptyMap(kit), draw('c1 because c0')];
		const ends = starts.map((start) => ok(perform(kit, start, emptyHistory, add('c2'))));
		const backs = ends.map(({ history }, at) => ok(undo(kit, history, starts[at])));
		expect(backs.map(({ map }) => map)).toEqual(starts);
		expect(backs.map(({ history }, at) => ok(redo(kit, history, starts[at])).map)).toEqual(ends.map(({ map }) => map));
	});

	test('passes over a command that a changed kit no longer allows', () => {
		const history = { done: [add('c1'), add('c4'), add('c2')], undone: [] };
		expect(replay(kitOf(2), history).groups.map(({ premises }) => premises)).toEqual([['c1'], ['c2']]);
	});

	test('undoes and redoes exactly, any number of steps', () => {
		fc.assert(
			fc.property(aKit, moves(), fc.nat(14), (kit, hand, back) => {
				const { commands } = commandsOf(kit, hand);
				let at = { map: emptyMap(kit), history: emptyHistory };
				const maps = [at.map];
				for (const command of commands) {
					at = ok(perform(kit, at.map, at.history, command));
					maps.push(at.map);
				}
				const end = at;
				const steps = Math.min(back, commands.length);
				for (let n = 1; n <= steps; n++) {
					at = ok(undo(kit, at.history));
					expect(at.map).toEqual(maps[maps.length - 1 - n]);
				}
				expect(replay(kit, JSON.parse(JSON.stringify(at.history)))).toEqual(at.map);
				for (let n = 0; n < steps; n++) at = ok(redo(kit, at.history));
				expect(at).toEqual(end);
			}),
			{ numRuns: 1000 }
		);
	});
});
