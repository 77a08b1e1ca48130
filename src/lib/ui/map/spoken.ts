import type { Command } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, GroupId, Target } from '#lib/domain/argument/model.ts';
import type { MapEditor } from '#lib/state/map-editor.svelte.ts';
import type { Happening, WhyNot } from '#lib/state/map-happening.ts';
import * as m from '../../../messages/compiled/messages.js';

/** The beginning of a text, long enough to know the card by. */
export function brief(text: string, most = 60): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 20)).trimEnd()}…`;
}

/** Quoted, with the quotes that stand in the text one level down. */
export const quoted = (text: string): string => `“${brief(text).replaceAll('“', '‘').replaceAll('”', '’')}”`;

const refusals: Record<WhyNot, () => string> = {
	'no-place': m.refused_place,
	'unknown-card': m.refused_unknown,
	'already-used': m.refused_used,
	'already-there': m.refused_there,
	'would-cycle': m.refused_cycle,
	'on-itself': m.refused_itself,
	'evidence-not-premise': m.refused_evidence,
	'evidence-not-target': m.refused_evidence,
	'claim-not-evidence': m.refused_claim,
	'not-there': m.refused_unknown,
	'id-taken': m.refused_there,
	alone: m.refused_alone,
	'no-change': m.refused_edge,
	'too-much': m.refused_much,
	'not-a-map': m.refused_map,
	'nothing-to-undo': m.refused_edge,
	'nothing-to-redo': m.refused_edge
};

/** What happened last in a plain sentence, for the live region. */
export function spokenWords(editor: MapEditor, happening: Happening): string {
	if (happening.kind === 'refused') return refusals[happening.why]();
	const { kind, command, before, after } = happening;
	const words = doneWords(editor, command, kind === 'undone' ? before : after, kind === 'undone' ? after : before);
	if (kind === 'undone') return m.said_undone({ what: words });
	return kind === 'redone' ? m.said_redone({ what: words }) : words;
}

/** `after` is the map with the command done, `before` the one without it. */
function doneWords(editor: MapEditor, command: Command, after: ArgumentMap, before: ArgumentMap): string {
	const text = (card: string): string => quoted(editor.textOf(card));
	const premises = (map: ArgumentMap, id: GroupId): string[] =>
		map.groups.find((group) => group.id === id)?.premises ?? [];
	const all = (cards: readonly string[]): string => cards.map(text).join(' + ');
	const bears = (card: string, kind: 'reason' | 'objection', target: Target): string => {
		if ('group' in target) {
			const on = all(premises(after, target.group));
			return kind === 'objection' ? m.said_inference({ card, on }) : m.said_reason({ card, on });
		}
		const on = text(target.card);
		return kind === 'objection' ? m.said_objection({ card, on }) : m.said_reason({ card, on });
	};
	switch (command.type) {
		case 'add':
			return bears(text(command.card), command.kind, command.target);
		case 'join':
			return m.said_together({
				card: text(command.card),
				on: all(premises(after, command.group).filter((card) => card !== command.card))
			});
		case 'attach':
			return m.said_evidence({ card: text(command.evidence), on: text(command.claim) });
		case 'move': {
			const cards = command.card === undefined ? premises(after, command.group) : [command.card];
			const kind = command.kind ?? before.groups.find(({ id }) => id === command.group)?.kind ?? 'reason';
			return bears(all(cards), kind, command.target);
		}
		case 'turn': {
			const group = after.groups.find(({ id }) => id === command.group);
			return group ? bears(all(group.premises), group.kind, group.target) : '';
		}
		case 'split':
			return m.said_alone({ card: text(command.card) });
		case 'remove':
			return m.said_removed({ card: text(command.card) });
		case 'detach':
			return m.said_removed({ card: text(command.evidence) });
		case 'reorder': {
			const row = editor.rows.find(({ group }) => group === command.group);
			const cards = all(premises(after, command.group));
			return m.said_order({ card: cards, position: row?.position ?? 1, of: row?.setSize ?? 1 });
		}
		case 'replace':
			return command.map.groups.length === 0 ? m.said_emptied() : m.said_replaced();
		case 'note':
			return m.said_note_added();
		case 'note-edit':
			return m.said_note_changed();
		case 'note-remove':
			return m.said_note_removed();
	}
}
