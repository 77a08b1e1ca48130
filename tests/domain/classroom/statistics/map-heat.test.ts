import { expect, it } from 'vitest';
import { linksOf } from '#lib/domain/argument/index.ts';
import { mapHeat } from '#lib/domain/classroom/statistics/map-heat.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import { assignmentIn, classOf, key, resultBy, rosterOf } from '../../../support/a-class.ts';

const weigh = key.weigh!;
const assignment = assignmentIn(await classOf(rosterOf(3)));
const marksOf = (...abilities: number[]) =>
	abilities.map((ability, at) =>
		markResult(resultBy({ code: `S-00${at + 1}`, ability }, assignment, ''), assignment, [key])
	);

it('of maps that are the accepted one finds the links in each that they have, and none that has no place', async () => {
	const marks = marksOf(1, 1);
	const own = new Set(linksOf(marks[0]!.maps[0]!.map!).map(({ key: link }) => link));
	const heat = await mapHeat(marks, { ...key, weigh });
	const [first] = heat.references;
	expect(heat.n).toBe(2);
	expect(first!.nearest).toBe(2);
	expect(own.size).toBeGreaterThan(10);
	// Two of its cards are equivalent: the score matches them as one, and each is found.
	expect(weigh.references[0]!.equivalent.length).toBeGreaterThan(0);
	expect(first!.links.map(({ link, exact, missing, credit }) => [link, exact, missing, credit])).toEqual(
		linksOf(weigh.references[0]!.map).map(({ key: link }) => (own.has(link) ? [link, 2, 0, 1] : [link, 0, 2, 0]))
	);
	expect(heat.extra).toEqual([]);
});

it('counts every map as exactly, in part, turned or missing at every link, and leaves out what was not scored', async () => {
	const heat = await mapHeat(marksOf(1, 0.6, 0.3, 0), { ...key, weigh });
	expect(heat.n).toBe(3);
	for (const { links } of heat.references)
		for (const { exact, partly, polarity, missing } of links) expect(exact + partly + polarity + missing).toBe(3);
	expect(heat.references[0]!.links.some(({ missing }) => missing > 0)).toBe(true);
});

it('lets the page breathe before each map, beside each accepted one', async () => {
	let breaths = 0;
	await mapHeat(marksOf(1, 0.6), { ...key, weigh }, async () => void (breaths += 1));
	expect(breaths).toBe(2 * weigh.references.length);
});
