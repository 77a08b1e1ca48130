import type { Feedback } from '../quiz/kind.ts';
import type { Item } from '../quiz/model.ts';
import { correctionsOf } from './corrections.ts';
import type { Claim, ClaimId, Discrepancy, DiscrepancyId } from './model.ts';

type Stated = Pick<Claim, 'status' | 'discrepancies'>;

/** Claims, and what corrects some of them, by their ids. */
export interface Checks<C extends Stated> {
	claims: Readonly<Record<ClaimId, C>>;
	discrepancies: Readonly<Record<DiscrepancyId, Discrepancy>>;
}

/** Claims, with what corrects those that their source got wrong. */
export interface Checked<C extends Stated> {
	claims: C[];
	discrepancies: Discrepancy[];
}

const known = <T>(all: Readonly<Record<string, T>>, ids: readonly string[]): T[] =>
	[...new Set(ids)].flatMap((id) => (Object.hasOwn(all, id) ? (all[id] ?? []) : []));

/** What checking showed of these claims, each once, as far as it is known. */
export function checkedIn<C extends Stated>(checks: Checks<C> | undefined, ids: readonly ClaimId[]): Checked<C> {
	const claims = checks ? known(checks.claims, ids) : [];
	return { claims, discrepancies: checks ? known(checks.discrepancies, correctionsOf(claims)) : [] };
}

/**
 * What is told of the parts of an answer; of a card of a best case also what checking showed of the claims that it rests
 * on. Before it is marked no card says so: a caricature rests on nothing, and would be known by it.
 */
export function withChecked<C extends Stated>(
	item: Item,
	feedback: readonly Feedback[],
	checks: Checks<C> | undefined
): (Feedback & { checked?: Checked<C> })[] {
	const cards = item.kind === 'best-case' ? item.cards : [];
	return feedback.map((told) => {
		const card = cards.find(({ id }) => id === told.id);
		return card ? { ...told, checked: checkedIn(checks, card.claims) } : told;
	});
}
