import { chanceOf } from '../lesson/shuffle.ts';
import type { PublicItem } from './kind.ts';
import type { ItemId } from './model.ts';
import type { QuizPolicy } from './policy.ts';
import type { QuizWork } from './work.ts';

/**
 * In an order that depends on the seed and on the ids alone, and on each id by itself: what comes to the list or goes
 * from it later leaves the rest in the same order.
 */
function mixed<T extends { id: string }>(all: readonly T[], seed: string): T[] {
	const chances = new Map(all.map(({ id }) => [id, chanceOf(`${seed}/${id}`)]));
	return all.toSorted((a, b) => (chances.get(a.id) ?? 0) - (chances.get(b.id) ?? 0));
}

/**
 * The items that the work's learner gets from each bank of which only some are given, in the order of the lesson. What
 * was drawn before stays drawn for as long as the lesson has it, also when the bank grows. Work that was handed in keeps
 * what it has. With `afresh`, the attempt gets a draw of its own.
 */
export function drawItems(
	items: readonly Pick<PublicItem, 'id' | 'bank'>[],
	{ draw }: QuizPolicy,
	{ seed, attempt, drawn, ended }: Pick<QuizWork, 'seed' | 'attempt' | 'drawn' | 'ended'>,
	afresh = false
): ItemId[] {
	if (ended && !afresh) return drawn;
	const chosen = new Set(
		Object.entries(draw).flatMap(([bank, count]) => {
			const all = items.filter((item) => item.bank === bank);
			const kept = afresh ? [] : all.filter(({ id }) => drawn.includes(id));
			const others = mixed(all, `${seed}/${attempt}/${bank}`).filter((item) => !kept.includes(item));
			return [...kept, ...others].slice(0, count).map(({ id }) => id);
		})
	);
	return items.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
}

/** The parts of an item that may change places without changing what is asked: not what is a sequence by itself. */
function mixedItem(item: PublicItem, seed: string): PublicItem {
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return { ...item, options: mixed(item.options, seed) };
		case 'match':
			return { ...item, left: mixed(item.left, seed), right: mixed(item.right, seed) };
		case 'best-case':
			return { ...item, cards: mixed(item.cards, seed) };
		case 'whosaid':
			return { ...item, statements: mixed(item.statements, seed) };
		case 'matrix':
			return { ...item, rows: mixed(item.rows, seed) };
		default:
			return item;
	}
}

/**
 * The given items as they stand on the page of the work's attempt: in the order of the lesson, or where the policy
 * says so, they and their options shuffled, the same whenever the work is opened again.
 */
export function arranged<T extends PublicItem>(
	given: readonly T[],
	{ shuffle }: QuizPolicy,
	{ seed, attempt }: Pick<QuizWork, 'seed' | 'attempt'>
): T[] {
	if (shuffle === 'never' || (shuffle === 'later-attempts' && attempt === 1)) return [...given];
	return mixed(given, `${seed}/${attempt}`).map((item) => mixedItem(item, `${seed}/${attempt}/${item.id}`) as T);
}
