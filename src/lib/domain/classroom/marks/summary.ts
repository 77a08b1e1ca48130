import { bands } from '../../argument/index.ts';
import type { Band } from '../../argument/model.ts';
import { compare, percentOf, toNumber, toPercent } from '../../fraction.ts';
import { headlineOf, mergeTallies, passMark, passingBands, sharesOf } from '../../learning/perspective.ts';
import type { StepResult, Tally } from '../../learning/model.ts';
import type { MapMark, Summary } from '../gradebook/model.ts';

const percent = (tally: Tally | undefined): number | null =>
	tally && tally.possible.n > 0 ? percentOf(toNumber(tally.earned) / toNumber(tally.possible)) : null;

function certaintyOf(results: readonly StepResult[]): number | null {
	const tallies = results.flatMap(({ certainty }) => certainty ?? []);
	const sum = (part: 'earned' | 'possible') => tallies.reduce((so, tally) => so + toNumber(tally[part]), 0);
	return sum('possible') > 0 ? Math.round((100 * sum('earned')) / sum('possible')) : null;
}

/** The marks of all assigned steps as one line of a gradebook. An assigned map that is not there counts as nothing built. */
export function summaryOf(results: readonly StepResult[], maps: readonly MapMark[]): Summary {
	const { frames, overall } = mergeTallies(results);
	const shares = sharesOf(frames);
	const headline = headlineOf(frames);
	const totals = maps.map(({ counted }) => counted?.total ?? 0);
	const weakest = maps.reduce<Band | null>((so, { counted }) => {
		const band = counted?.band ?? 'beginning';
		return so === null || bands.indexOf(band) < bands.indexOf(so) ? band : so;
	}, null);
	const decided = headline !== null || maps.length > 0;
	return {
		western: shares.western && toPercent(shares.western),
		chinese: shares.chinese && toPercent(shares.chinese),
		overall: percent(overall),
		headline: headline && toPercent(headline.share),
		gap: headline && Math.round(100 * toNumber(headline.gap)),
		certainty: certaintyOf(results),
		map: totals.length > 0 ? percentOf(totals.reduce((so, total) => so + total, 0) / totals.length) : null,
		band: weakest,
		passed: decided
			? (headline === null || compare(headline.share, passMark) >= 0) &&
				(weakest === null || passingBands.includes(weakest))
			: null
	};
}
