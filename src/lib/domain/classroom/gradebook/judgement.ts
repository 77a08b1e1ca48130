import type { Comment, Judgement, MarkPlace, Override } from './model.ts';
import { placeKey } from './place.ts';

/** Nothing said of a result yet. */
export const emptyJudgement = (result: string): Judgement => ({ format: 1, result, overrides: [], comments: [] });

const isAt =
	(place: MarkPlace | null) =>
	(one: { place: MarkPlace | null }): boolean =>
		placeKey(one.place) === placeKey(place);

/** With this mark in the place of the one that was there. Refuses (throws) a share outside of 0…1 and an empty reason. */
export function withOverride(judgement: Judgement, override: Override): Judgement {
	const { share, reason } = override;
	if (share.n < 0 || share.n > share.d || reason.trim() === '')
		throw new RangeError(`Not an override: ${share.n}/${share.d} for “${reason}”; expected 0…1 and a reason.`);
	return { ...withoutOverride(judgement, override.place), overrides: [...rest(judgement, override.place), override] };
}
const rest = ({ overrides }: Judgement, place: MarkPlace): Override[] => {
	const isHere = isAt(place);
	return overrides.filter((one) => !isHere(one));
};

/** With the mark that the rules give. */
export const withoutOverride = (judgement: Judgement, place: MarkPlace): Judgement => ({
	...judgement,
	overrides: rest(judgement, place)
});

/** With this comment in the place of the one that was there; an empty text takes it away. Null is the whole result. */
export function withComment(judgement: Judgement, comment: Comment): Judgement {
	const isHere = isAt(comment.place);
	const others = judgement.comments.filter((one) => !isHere(one));
	return { ...judgement, comments: comment.text.trim() === '' ? others : [...others, comment] };
}
