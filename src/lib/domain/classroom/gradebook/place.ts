import type { Judgement, MarkPlace, Override } from './model.ts';

/** One name for one place; `null` is the whole result. */
export const placeKey = (place: MarkPlace | null): string =>
	place === null ? '' : [place.lesson, place.step, 'item' in place ? place.item : ''].join('/');

export const overrideAt = (judgement: Judgement | null, place: MarkPlace): Override | null =>
	judgement?.overrides.find((one) => placeKey(one.place) === placeKey(place)) ?? null;

export const commentAt = (judgement: Judgement | null, place: MarkPlace | null): string =>
	judgement?.comments.find((one) => placeKey(one.place) === placeKey(place))?.text ?? '';
