import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackOn, scoreAgainst, scoreMap } from '#lib/domain/argument/index.ts';
import type { Feedback } from '#lib/domain/argument/index.ts';
import { diagnose } from '#lib/domain/argument/feedback/diagnose.ts';
import { withHints } from '#lib/domain/argument/feedback/misconceptions.ts';
import type { ArgumentMap, FeedbackCode, Kit, Reference } from '#lib/domain/argument/model.ts';
import { lessonOneA, lessonOneB, lessonOneFlat, lessonOneKit } from '../../support/lesson-one.ts';
import { aCase, draw, kitOf, referenceOf } from './arbitraries.ts';

const kit: Kit = kitOf(6, 3, (id) => ({
	frame: id === 'c1' || id === 'c2' ? 'western' : 'chinese',
	...((id === 'c6' || id === 'e3') && { distractor: 'beside the point' })
}));
const theirs = [
	'c1+c2 because c0',
	'c3 however c0',
	'c4 however c3',
	'c5 however g1',
	'e1 evidence c1',
	'e2 evidence c3'
];
const reference = referenceOf(draw(...theirs));

const codes = (map: ArgumentMap, one: Reference = reference): Set<FeedbackCode> =>
	new Set(diagnose(kit, one, map, scoreAgainst(kit, one, map)).map(({ code }) => code));
/** The reference with some lines replaced. */
const but = (changes: Record<number, string[]>): ArgumentMap =>
	draw(...theirs.flatMap((line, at) => changes[at] ?? [line]));

describe('each code has a map that triggers it and one that does not', () => {
	test.each<[FeedbackCode, ArgumentMap, ArgumentMap]>([
		['WRONG_POLARITY', but({ 1: ['c3 because c0'] }), but({})],
		['REVERSED', draw('c1+c2 because c0', 'c4 however c0', 'c3 however c4'), but({ 1: ['c3 because c0'] })],
		['TOO_HIGH', but({ 2: ['c4 because c0'] }), but({ 2: ['c4 however c0'] })],
		['LEVEL', but({ 3: ['c5 however c1'] }), but({ 3: ['c5 because c1'] })],
		['SPLIT_COPREMISE', but({ 0: ['c1 because c0', 'c2 because c0'], 3: [] }), but({ 1: ['c3+c5 however c0'], 3: [] })],
		['LUMPED', but({ 1: ['c3+c5 however c0'], 3: [] }), but({ 0: ['c1 because c0', 'c2 because c0'], 3: [] })],
		['MISSING_REBUTTAL', but({ 2: [] }), but({ 3: [] })],
		['MISSING_LINK', but({ 3: [] }), but({ 2: [] })],
		['EVIDENCE_MISFIT', but({ 4: ['e1 evidence c3'] }), but({ 4: [] })],
		['UNSOURCED', but({ 4: [] }), but({})],
		['DISTRACTOR', draw(...theirs, 'c6 because c0'), draw(...theirs, 'c5 because c4')],
		['DISTRACTOR', draw(...theirs, 'e3 evidence c1'), but({ 4: ['e1 evidence c3'] })],
		['FLAT', but({ 2: ['c4 because c0'], 3: ['c5 however c0'] }), but({ 3: [] })],
		['ONE_SIDED', draw('c3 however c0', 'c4 however c3'), but({ 0: ['c1 because c0'], 3: [] })],
		['OVERLINKED', draw(...theirs, 'c5 because c4'), draw(...theirs, 'c6 because c0')]
	])('%s', (code, with_, without) => {
		expect(codes(with_)).toContain(code);
		expect(codes(without)).not.toContain(code);
	});

	test('a rebuttal is an objection to an objection, to its step as well', () => {
		const one = referenceOf(draw('c1 because c0', 'c3 however c0', 'c4 however g2'));
		expect(codes(draw('c1 because c0', 'c3 however c0'), one)).toContain('MISSING_REBUTTAL');
	});

	test('an empty map is neither flat nor one-sided', () => {
		expect(codes(draw())).toEqual(new Set(['MISSING_LINK', 'MISSING_REBUTTAL', 'UNSOURCED']));
	});

	test('what is said about a step that has to be mended goes by the same code', () => {
		const split = but({ 0: ['c1 because c0', 'c2 because c0'], 3: ['c5 however g1'] });
		expect(codes(split)).toEqual(new Set(['SPLIT_COPREMISE']));
	});
});

const feedback = (map: ArgumentMap, attempt = 1, ...references: Reference[]): Feedback[] => {
	const all = references.length > 0 ? references : [reference];
	return feedbackOn(kit, all, map, scoreMap(kit, all, map), attempt);
};

describe('messages', () => {
	test('are none for a map that is the reference', () => {
		expect(feedback(reference.map)).toEqual([]);
	});

	test('name the place, then the rule, then the contrast', () => {
		const map = but({ 2: [] });
		expect(feedback(map, 1)).toEqual([
			{ code: 'MISSING_REBUTTAL', cards: ['c3'], params: { count: 1 }, level: 'where' }
		]);
		expect(feedback(map, 2)[0]).toEqual({
			code: 'MISSING_REBUTTAL',
			cards: ['c3'],
			params: { count: 1 },
			level: 'rule'
		});
		for (const attempt of [3, 7])
			expect(feedback(map, attempt)[0]).toEqual({
				code: 'MISSING_REBUTTAL',
				cards: ['c3'],
				params: { count: 1, reference: 'R', expected: 'c4|objection|c3' },
				level: 'contrast'
			});
	});

	test('point at the nearest place that the map has', () => {
		const deep = referenceOf(draw('c1 because c0', 'c2 because c1', 'c3 because c2', 'c4 however g3'));
		const cards = (map: ArgumentMap): string[][] =>
			diagnose(kit, deep, map, scoreAgainst(kit, deep, map))
				.filter(({ expected }) => expected)
				.map(({ cards }) => cards);
		expect(cards(draw('c1 because c0'))).toEqual([['c1'], ['c1'], ['c1']]);
		expect(cards(draw())).toEqual([['c0'], ['c0'], ['c0'], ['c0']]);
		expect(cards(draw('c1 because c0', 'c2 because c1', 'c3 because c2'))).toEqual([['c3']]);
	});

	test('are one a code before a second of the same, with their number', () => {
		const map = draw('c1+c2 because c0', 'c6 because c0', 'c3 because c0', 'e2 evidence c3', 'e1 evidence c1');
		const list = feedback(map);
		expect(list).toHaveLength(3);
		expect(new Set(list.map(({ code }) => code)).size).toBe(3);
		expect(feedback(draw()).map(({ code, params }) => [code, params.count])).toEqual([
			['MISSING_LINK', 4],
			['MISSING_REBUTTAL', 1],
			['UNSOURCED', 2]
		]);
	});

	test('put what caps the band first', () => {
		const references = [lessonOneA, lessonOneB];
		const flat = lessonOneFlat(true);
		const list = feedbackOn(lessonOneKit, references, flat, scoreMap(lessonOneKit, references, flat), 1);
		expect(list[0]).toMatchObject({ code: 'FLAT', cards: ['T'] });
	});

	test('name the frame that has no voice', () => {
		expect(
			feedback(draw('c3 however c0', 'c4 however c3', 'e2 evidence c3')).find(({ code }) => code === 'ONE_SIDED')
				?.params.frame
		).toBe('western');
	});

	test('are none for a score of a reference that is not there', () => {
		expect(feedbackOn(kit, [], draw(), scoreAgainst(kit, reference, draw()), 1)).toEqual([]);
	});
});

const group = (card: string, change: Partial<ArgumentMap['groups'][number]>): ArgumentMap => ({
	...lessonOneA.map,
	groups: lessonOneA.map.groups.map((old) => (old.premises.includes(card) ? { ...old, ...change } : old))
});

describe("the author's hints", () => {
	const references = [lessonOneA, lessonOneB];
	const hints = (map: ArgumentMap) => {
		const one = scoreMap(lessonOneKit, references, map);
		const findings = diagnose(
			lessonOneKit,
			references.find(({ id }) => id === one.reference)!,
			map,
			one
		);
		return withHints(references, map, findings).filter(({ hint }) => hint !== undefined);
	};

	test.each<[FeedbackCode, ArgumentMap, string]>([
		['LEVEL', group('d', { target: { card: 'c' } }), 'd|objection|c'],
		['TOO_HIGH', group('h', { kind: 'reason', target: { card: 'T' } }), 'h|reason|T'],
		['WRONG_POLARITY', group('k', { target: { card: 'T' } }), 'k|objection|T'],
		['EVIDENCE_MISFIT', { ...lessonOneA.map, evidence: [{ evidence: 'g', claim: 'j' }] }, 'g|evidence|j'],
		['SPLIT_COPREMISE', group('p', { premises: ['e'] }), 'e|objection|T']
	])('%s is said once, where the link is, and not in the references', (code, map, link) => {
		const found = hints(map);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ code, hint: lessonOneA.misconceptions.find((one) => one.link === link)!.message });
		expect(found[0]!.links).toContain(link);
		expect([...hints(lessonOneA.map), ...hints(lessonOneB.map)]).toEqual([]);
	});

	test('reach the message', () => {
		const map = group('d', { target: { card: 'c' } });
		const list = feedbackOn(lessonOneKit, references, map, scoreMap(lessonOneKit, references, map), 1);
		expect(list[0]).toEqual({
			code: 'LEVEL',
			cards: ['d', 'c'],
			level: 'where',
			params: { count: 1, hint: 'Does this card deny that specialists write the word?' }
		});
	});

	test('on cards that stand wrongly together are given only where they do', () => {
		const message = 'Would each still count without the other?';
		const apart = ['c3 however c0', 'c4 however c0'];
		const one = referenceOf(draw(...apart), {
			misconceptions: ['c3', 'c4'].map((card) => ({ link: `${card}|objection|c0`, code: 'LUMPED', message }))
		});
		expect(feedback(draw('c3+c4 however c0'), 1, one)).toEqual([
			{ code: 'LUMPED', cards: ['c3', 'c4'], params: { count: 1, hint: message }, level: 'where' }
		]);
		expect(feedback(draw(...apart), 1, one)).toEqual([]);
		expect(feedback(draw('c3+c1 however c0', 'c4 however c0'), 1, one).some(({ params }) => params.hint)).toBe(false);
	});

	test('on a link that lost nothing are given too', () => {
		const one = referenceOf(draw('c1 because c0', 'c3 however c0'), {
			optional: ['c3|objection|c0'],
			misconceptions: [{ link: 'c3|objection|c0', code: 'LEVEL', message: 'Look again.' }]
		});
		expect(feedback(draw('c1 because c0', 'c3 however c0'), 1, one)).toEqual([
			{ code: 'LEVEL', cards: ['c3', 'c0'], params: { count: 1, hint: 'Look again.' }, level: 'where' }
		]);
	});
});

describe('every lost point', () => {
	test('has a code behind it, and at most three are said', () => {
		fc.assert(
			fc.property(aCase, fc.integer({ min: 1, max: 4 }), ({ kit, map, reference: theirs }, attempt) => {
				const one = referenceOf(theirs);
				const score = scoreAgainst(kit, one, map);
				const findings = diagnose(kit, one, map, score);
				expect(findings.length > 0).toBe(
					score.total < 1 || score.credits.some(({ why }) => why !== 'exact' && why !== 'optional')
				);
				const said = new Set(findings.flatMap(({ links }) => links));
				for (const { link, why } of score.credits) if (why !== 'exact') expect(said).toContain(link);
				const list = feedbackOn(kit, [one], map, score, attempt);
				expect(list.length).toBe(Math.min(3, findings.length));
			}),
			{ numRuns: 1000 }
		);
	});

	test('is told in the same words whatever the order of the map', () => {
		fc.assert(
			fc.property(aCase, ({ kit, map, reference: theirs }) => {
				const one = referenceOf(theirs);
				const turned = { ...map, groups: map.groups.toReversed(), evidence: map.evidence.toReversed() };
				const list = (of: ArgumentMap): Feedback[] => feedbackOn(kit, [one], of, scoreAgainst(kit, one, of), 3);
				expect(list(turned)).toEqual(list(map));
			}),
			{ numRuns: 1000 }
		);
	});
});
