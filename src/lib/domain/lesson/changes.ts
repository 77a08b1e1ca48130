import { linksOf } from '../argument/links.ts';
import { canonical } from '../canonical.ts';
import type { Item } from '../quiz/model.ts';
import type { Lesson, Poll, Step } from './model.ts';

/**
 * What a change of a lesson does to work that learners have saved. `kept`: it stands and is marked as before.
 * `remarked`: it stands and may get other marks. `reopened`: it is shown and has to be answered again. `set-aside`: it
 * stays on the device and in every copy, and is shown again if what it belongs to returns.
 */
export type Effect = 'kept' | 'remarked' | 'reopened' | 'set-aside';

export interface Change {
	step: Step['id'];
	/** What changed: an item, an option, a card … by its id. */
	what: string;
	effect: Effect;
	/** In a sentence, for the author. */
	said: string;
}

/** The choices of an item by id, each with what decides its mark. */
export function choicesOf(item: Item): Record<string, string> {
	const by = <T extends { id: string }>(all: readonly T[], key: (one: T) => unknown): Record<string, string> =>
		Object.fromEntries(all.map((one) => [one.id, JSON.stringify(key(one) ?? null)]));
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return by(item.options, ({ right }) => right);
		case 'truefalse':
			return { true: String(item.answer), false: String(!item.answer) };
		case 'order':
			return by(item.entries, ({ rank }) => rank);
		case 'match':
			return { ...by(item.left, ({ partner }) => partner), ...by(item.right, () => 'partner') };
		case 'whosaid':
			return { ...by(item.statements, ({ column }) => column), ...by(item.columns, () => 'column') };
		case 'matrix':
			// In whatever order its sources stand.
			return { ...by(item.rows, ({ stances }) => canonical(stances)), ...by(item.sources, () => 'source') };
		case 'divergence':
			return by(item.segments, ({ degree }) => degree);
		case 'classify-source':
			return by(item.fields, ({ answer }) => answer);
		case 'gap':
			// A typed answer stands whatever the spellings are; one from the list only while the list has it.
			return item.listed
				? Object.fromEntries(item.spellings.map(({ text, right }) => [text, String(right)]))
				: { spellings: JSON.stringify(item.spellings.map(({ text, right }) => [text, right])) };
		case 'number':
			return { answer: JSON.stringify([item.least, item.most]) };
		case 'best-case':
			return by(item.cards, ({ label }) => label);
	}
}

/** Kinds whose answer names every choice: a new one leaves it unfinished. */
const namesAll = ({ kind }: Item): boolean =>
	['order', 'match', 'whosaid', 'matrix', 'divergence', 'classify-source'].includes(kind);

function itemChange(before: Item, after: Item | undefined): Omit<Change, 'step'> | null {
	const { id } = before;
	const what = `item \`${id}\``;
	if (!after) return { what, effect: 'set-aside', said: `Answers to ${what} are set aside: the question is gone.` };
	if (after.kind !== before.kind)
		return { what, effect: 'reopened', said: `${what} is of another kind now and has to be answered again.` };
	const [old, now] = [choicesOf(before), choicesOf(after)];
	const gone = Object.keys(old).filter((choice) => !Object.hasOwn(now, choice));
	const fresh = Object.keys(now).filter((choice) => !Object.hasOwn(old, choice));
	const picks = before.kind === 'best-case' && after.kind === 'best-case' && before.picks !== after.picks;
	if (gone.length > 0 || picks || (fresh.length > 0 && namesAll(after)))
		return {
			what,
			effect: 'reopened',
			said: `${what} has to be answered again by those whose answer ${picks ? 'has another number of picks' : gone.length > 0 ? `names ${gone.map((one) => `\`${one}\``).join(', ')}` : 'lacks what is new'}.`
		};
	const turned = Object.keys(old).filter((choice) => old[choice] !== now[choice]);
	if (
		turned.length > 0 ||
		fresh.length > 0 ||
		after.points !== before.points ||
		after.sides.join() !== before.sides.join()
	)
		return {
			what,
			effect: 'remarked',
			said: `Answers to ${what} stand and are marked anew: its key, its points or its sides changed.`
		};
	return null;
}

function goneFrom(
	step: Step['id'],
	kind: string,
	before: readonly { id: string }[],
	after: readonly { id: string }[]
): Change[] {
	const now = new Set(after.map(({ id }) => id));
	return before
		.filter(({ id }) => !now.has(id))
		.map(({ id }) => ({
			step,
			what: `${kind} \`${id}\``,
			effect: 'set-aside',
			said: `What was written or chosen at ${kind} \`${id}\` is set aside: it is gone.`
		}));
}

const pollChanges = (before: Poll, after: Poll): Change[] =>
	before.id === after.id
		? goneFrom('orient', 'option', before.options, after.options)
		: goneFrom('orient', 'question', [before], [after]);

function stepChanges(before: Step, after: Step): Change[] {
	if (before.id === 'orient' && after.id === 'orient')
		return [...pollChanges(before.stance, after.stance), ...pollChanges(before.prediction, after.prediction)];
	if (before.id === 'task' && after.id === 'task') return goneFrom('task', 'line', before.prompts, after.prompts);
	if (before.id === 'close' && after.id === 'close')
		return goneFrom('close', 'line', before.changeOfMind, after.changeOfMind);
	if ('items' in before && 'items' in after)
		return before.items.flatMap((item) => {
			const change = itemChange(
				item,
				after.items.find(({ id }) => id === item.id)
			);
			return change ? [{ step: before.id, ...change }] : [];
		});
	if (before.id !== 'weigh' || after.id !== 'weigh') return [];
	const cards = goneFrom('weigh', 'card', before.kit.cards, after.kit.cards).map((change): Change => ({
		...change,
		effect: 'remarked',
		said: `Maps keep ${change.what}, which no reference knows any more; they are scored anew.`
	}));
	const links = (step: typeof before): string =>
		JSON.stringify(
			step.references.map(({ map, optional, instead, equivalent }) => [
				linksOf(map)
					.map(({ key }) => key)
					.toSorted(),
				optional,
				instead,
				equivalent
			])
		);
	const roles = (step: typeof before): string =>
		JSON.stringify(step.kit.cards.map(({ id, role, frame }) => [id, role, frame]).toSorted());
	if (cards.length > 0 || (links(before) === links(after) && roles(before) === roles(after))) return cards;
	return [
		{
			step: 'weigh',
			what: 'the references',
			effect: 'remarked',
			said: 'Maps stand and are scored anew: the references or the kit changed.'
		}
	];
}

/**
 * What happens to saved work when `before` becomes `after`, one change each; nothing for rewording, reordering and
 * adding, which keep every answer and its marks. Both are compiled lessons of one id.
 */
export function changesBetween(before: Lesson, after: Lesson): Change[] {
	return before.steps.flatMap((step): Change[] => {
		const same = after.steps.find(({ id }) => id === step.id);
		if (same) return stepChanges(step, same);
		return [
			{
				step: step.id,
				what: `step \`${step.id}\``,
				effect: 'set-aside',
				said: `Work on the step \`${step.id}\` is set aside: the step is gone.`
			}
		];
	});
}

/** Whether `version` has to be raised, and was not: an answer given before means something else now. */
export const needsNewVersion = (before: Lesson, after: Lesson): boolean =>
	after.version <= before.version && changesBetween(before, after).length > 0;
