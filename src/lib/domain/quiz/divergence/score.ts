import { divide, fraction, one, sum, zero } from '../../fraction.ts';
import type { Fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import { degrees } from '../model.ts';
import type { Degree, DivergenceItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

const placeOf = (degree: string | undefined): number => degrees.findIndex((one) => one === degree);

/** 1 for the degree of the key, ½ for its neighbour on the scale, 0 for one further off. */
export function degreeCredit(key: Degree, given: string | undefined): Fraction {
	const far = Math.abs(placeOf(key) - placeOf(given));
	return far === 0 ? one : far === 1 ? fraction(1, 2) : zero;
}

/**
 * The mean credit, in 0…1, over the segments in which the key or the learner sees a difference: to call alike what is
 * alike, as most of a text is, earns nothing and costs nothing. The rule is this project's own. Refuses (throws) an
 * item without any difference: the lesson's checker does not let it pass.
 */
export function divergenceShare(
	{ id: item, segments }: DivergenceItem,
	answers: ResponseOf<'divergence'>['answers']
): Fraction {
	if (segments.every(({ degree }) => degree === 'same'))
		throw new RangeError(`Item "${item}" cannot be marked; expected a segment whose renderings differ.`);
	const marked = segments.filter(({ id, degree }) => degree !== 'same' || answers[id] !== 'same');
	return divide(sum(marked.map(({ id, degree }) => degreeCredit(degree, answers[id]))), fraction(marked.length));
}

/** `divergenceShare` of the points. A part is a segment; it is right where the degree is that of the key. */
export function scoreDivergence(item: DivergenceItem, { answers }: ResponseOf<'divergence'>): Score {
	const parts = item.segments.map(({ id, degree }) => ({ id, right: answers[id] === degree }));
	return pointsScore(item.points, divergenceShare(item, answers), parts);
}

/** `key` is the right degree. */
export function feedbackDivergence({ segments }: DivergenceItem, { answers }: ResponseOf<'divergence'>): Feedback[] {
	return segments.map(({ id, degree, feedback }) => ({
		id,
		right: answers[id] === degree,
		chosen: Object.hasOwn(answers, id),
		html: feedback,
		key: degree
	}));
}
