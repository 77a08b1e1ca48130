import type { ArgumentMap, Card, Kit, Reference } from '#lib/domain/argument/model.ts';
import type { Frame } from '#lib/domain/frame.ts';

// Lesson 1, "One slogan, many Englishes": kit and reference maps as the course has them, without the words.

const card = (id: string, role: Card['role'], frame: Frame, distractor?: string): Card => ({
	id,
	text: id,
	role,
	frame,
	claims: [],
	sources: [],
	...(distractor !== undefined && { distractor })
});

export const lessonOneKit: Kit = {
	root: { id: 'T', text: '“Cyber superpower” is a fair English rendering of 网络强国 for public debate.' },
	cards: [
		card('a', 'claim', 'western'),
		card('b', 'evidence', 'chinese'),
		card('c', 'claim', 'western'),
		card('d', 'claim', 'western'),
		card('e', 'claim', 'neutral-fact'),
		card('f', 'evidence', 'neutral-fact'),
		card('g', 'evidence', 'chinese'),
		card('h', 'claim', 'western'),
		card('i', 'claim', 'neutral-fact'),
		card('j', 'claim', 'chinese'),
		card('k', 'claim', 'western'),
		card('n', 'claim', 'chinese'),
		card('p', 'claim', 'third-party'),
		card('q', 'evidence', 'western'),
		card('x2', 'claim', 'chinese', 'True of rumours, silent on the slogan.'),
		card('x3', 'evidence', 'chinese', 'A date of publication says nothing on what the words mean.')
	]
};

const common: ArgumentMap['groups'] = [
	{ id: 'r1', kind: 'reason', premises: ['a'], target: { card: 'T' } },
	{ id: 'g1', kind: 'objection', premises: ['n'], target: { group: 'r1' } },
	{ id: 'r2', kind: 'reason', premises: ['c'], target: { card: 'T' } },
	{ id: 'g2', kind: 'objection', premises: ['d'], target: { group: 'r2' } },
	{ id: 'o1', kind: 'objection', premises: ['e', 'p'], target: { card: 'T' } },
	{ id: 'g3', kind: 'objection', premises: ['h'], target: { group: 'o1' } },
	{ id: 'g4', kind: 'objection', premises: ['j'], target: { card: 'T' } }
];
const evidence: ArgumentMap['evidence'] = [
	{ evidence: 'b', claim: 'a' },
	{ evidence: 'f', claim: 'e' },
	{ evidence: 'g', claim: 'e' },
	{ evidence: 'q', claim: 'h' }
];
const nHalf = { 'n|objection|(reason T a)': [{ link: 'n|objection|h', credit: 0.5 as const }] };
const misconceptions: Reference['misconceptions'] = [
	{ link: 'd|objection|c', code: 'LEVEL', message: 'Does this card deny that specialists write the word?' },
	{ link: 'h|reason|T', code: 'TOO_HIGH', message: 'This card answers another card.' },
	{ link: 'k|objection|T', code: 'WRONG_POLARITY', message: 'This card speaks about one other rendering.' },
	{ link: 'g|evidence|j', code: 'EVIDENCE_MISFIT', message: 'The card shows a pattern in Party usage.' },
	{ link: 'e|objection|T', code: 'SPLIT_COPREMISE', message: 'Would this card alone speak against the contention?' }
];

/** For: the word shows what is at stake. */
export const lessonOneA: Reference = {
	id: 'A',
	label: 'the word shows what is at stake',
	verdict: 'for',
	reads: '',
	map: {
		root: 'T',
		groups: [
			...common,
			{ id: 'g5', kind: 'reason', premises: ['i'], target: { card: 'e' } },
			{ id: 'g6', kind: 'objection', premises: ['k'], target: { card: 'j' } }
		],
		evidence,
		notes: []
	},
	optional: [],
	equivalent: [['f', 'g']],
	instead: { 'i|reason|e': [{ link: 'i|objection|h', credit: 1 }], ...nHalf },
	misconceptions
};

/** Against: rank comes in with the English. */
export const lessonOneB: Reference = {
	id: 'B',
	label: 'rank comes in with the English',
	verdict: 'against',
	reads: '',
	map: {
		root: 'T',
		groups: [...common, { id: 'g5', kind: 'objection', premises: ['i'], target: { card: 'h' } }],
		evidence,
		notes: []
	},
	optional: ['k|objection|j'],
	equivalent: [['f', 'g']],
	instead: { 'i|objection|h': [{ link: 'i|reason|e', credit: 1 }], ...nHalf },
	misconceptions
};

/** Every card of A straight on the contention with its sign along the path; evidence on its claim, or none. */
export function lessonOneFlat(withEvidence: boolean): ArgumentMap {
	const against = new Set(['n', 'd', 'e', 'p', 'i', 'j']);
	return {
		root: 'T',
		groups: ['a', 'c', 'd', 'e', 'h', 'i', 'j', 'k', 'n', 'p'].map((premise) => ({
			id: `flat-${premise}`,
			kind: against.has(premise) ? 'objection' : 'reason',
			premises: [premise],
			target: { card: 'T' }
		})),
		evidence: withEvidence ? evidence : [],
		notes: []
	};
}
