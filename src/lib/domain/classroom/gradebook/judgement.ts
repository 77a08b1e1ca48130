import type { Fraction } from '../../fraction.ts';
import { compare, fraction } from '../../fraction.ts';
import type { Comment, Judgement, MarkPlace, Override } from './model.ts';
import { placeKey } from './place.ts';

export const noJudgement = (result: string): Judgement => ({ format: 1, result, overrides: [], comments: [] });

const without = <T extends { place: MarkPlace | null }>(all: readonly T[], place: MarkPlace | null): T[] =>
	all.filter((one) => placeKey(one.place) !== placeKey(place));

/**
 * A mark given by hand, in the place of an earlier one. `share` is of what is possible; refused (the judgement comes back
 * as it was): a share outside 0…1, and a reason without words, since a changed mark must be explained.
 */
export function withOverride(judgement: Judgement, { place, share, reason, at }: Override): Judgement {
	if (compare(share, fraction(0)) < 0 || compare(share, fraction(1)) > 0 || reason.trim() === '') return judgement;
	const override: Override = { place, share, reason: reason.trim(), at };
	return { ...judgement, overrides: [...without(judgement.overrides, place), override] };
}

/** The mark that the rules give holds again. */
export const withoutOverride = (judgement: Judgement, place: MarkPlace): Judgement => ({
	...judgement,
	overrides: without(judgement.overrides, place)
});

/** A comment in the place of an earlier one; one without words takes it away. */
export function withComment(judgement: Judgement, { place, text, at }: Comment): Judgement {
	const rest = without(judgement.comments, place);
	return { ...judgement, comments: text.trim() === '' ? rest : [...rest, { place, text: text.trim(), at }] };
}

/** Points as a person types them, as the share of `total` (a whole number ≥ 1); null for what is none, or out of range. */
export function shareOfPoints(typed: string, total: number): Fraction | null {
	const text = typed.trim().replace(',', '.');
	if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text)) return null;
	const thousandths = Math.round(Number(text) * 1000);
	return thousandths > total * 1000 ? null : fraction(thousandths, total * 1000);
}
