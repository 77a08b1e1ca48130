import fc from 'fast-check';
import type { Html } from '#lib/domain/lesson/model.ts';
import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import { degrees, sourceFields, stances } from '#lib/domain/quiz/model.ts';
import type {
	BestCaseItem,
	ClassifySourceItem,
	Degree,
	DivergenceItem,
	GapItem,
	Item,
	ItemKind,
	MatchItem,
	MatrixItem,
	MultipleItem,
	NumberItem,
	OrderItem,
	Response,
	SingleItem,
	Stance,
	TrueFalseItem,
	WhoSaidItem
} from '#lib/domain/quiz/model.ts';

// Items of every kind with a response of every quality, for the laws that all kinds obey.

export const html = (text: string): Html => text as Html;

export interface Drawn {
	item: Item;
	/** Ready, but right only by chance. */
	response: Response;
	/** What the key says. */
	key: Response;
}

const base = (points: number) => ({
	id: 'item',
	prompt: html('<p>prompt</p>'),
	sides: ['western' as const],
	claims: ['c001'],
	outcomes: [],
	points
});
const points = fc.integer({ min: 1, max: 5 });
const bits = (constraints: { min: number; max: number }) =>
	fc.array(fc.boolean(), { minLength: constraints.min, maxLength: constraints.max });
const name = (index: number) => `o${index}`;
const text = (index: number) => html(`text ${index}`);
const feedback = (index: number) => html(`SECRET ${index}`);

export const singleItem = (count: number, right: number, worth = 1): SingleItem => ({
	...base(worth),
	kind: 'single',
	options: Array.from({ length: count }, (_, index) => ({
		id: name(index),
		text: text(index),
		right: index === right,
		feedback: feedback(index)
	}))
});
export const multipleItem = (rights: readonly boolean[], worth = 1): MultipleItem => ({
	...base(worth),
	kind: 'multiple',
	options: rights.map((right, index) => ({ id: name(index), text: text(index), right, feedback: feedback(index) }))
});
export const trueFalseItem = (answer: boolean, worth = 1): TrueFalseItem => ({
	...base(worth),
	kind: 'truefalse',
	answer,
	feedback: { true: html('SECRET true'), false: html('SECRET false') }
});
export const orderItem = (ranks: readonly number[], worth = 1): OrderItem => ({
	...base(worth),
	kind: 'order',
	entries: ranks.map((rank, index) => ({ id: name(index), text: text(index), rank, feedback: feedback(index) }))
});
export const matchItem = (partners: readonly (string | null)[], rights: readonly string[], worth = 1): MatchItem => ({
	...base(worth),
	kind: 'match',
	left: partners.map((partner, index) => ({ id: name(index), text: text(index), partner, feedback: feedback(index) })),
	right: rights.map((id, index) => ({ id, text: text(index) }))
});
export const whoSaidItem = (columns: readonly string[], used: readonly string[], worth = 1): WhoSaidItem => ({
	...base(worth),
	kind: 'whosaid',
	columns: columns.map((id) => ({ id, text: html(`column ${id}`) })),
	statements: used.map((column, index) => ({ id: name(index), text: text(index), column, feedback: feedback(index) }))
});
export const gapItem = (
	rights: readonly string[],
	wrongs: readonly string[],
	{ listed = false, toneless = false, worth = 1 } = {}
): GapItem => ({
	...base(worth),
	kind: 'gap',
	listed,
	toneless,
	spellings: [
		...rights.map((spelling) => ({ text: spelling, right: true, feedback: html('SECRET right') })),
		...wrongs.map((spelling) => ({ text: spelling, right: false, feedback: html(`SECRET ${spelling}`) }))
	],
	other: html(listed ? '' : 'SECRET other')
});
export const numberItem = (
	[answer, least, most]: readonly [number, number, number],
	{ slips = [] as number[], unit = '', worth = 1 } = {}
): NumberItem => ({
	...base(worth),
	kind: 'number',
	answer,
	least,
	most,
	unit,
	feedback: html('SECRET right'),
	slips: slips.map((value) => ({ value, feedback: html(`SECRET ${value}`) })),
	other: html('SECRET other')
});
/** A claim a line, a source a column. */
export const matrixItem = (lines: readonly (readonly Stance[])[], worth = 1): MatrixItem => ({
	...base(worth),
	kind: 'matrix',
	sources: (lines[0] ?? []).map((_, index) => ({ id: `s${index}`, text: html(`source ${index}`) })),
	rows: lines.map((line, index) => ({
		id: name(index),
		text: text(index),
		stances: Object.fromEntries(line.map((stance, source) => [`s${source}`, stance])),
		feedback: feedback(index)
	}))
});
export const divergenceItem = (key: readonly Degree[], worth = 1): DivergenceItem => ({
	...base(worth),
	kind: 'divergence',
	segments: key.map((degree, index) => ({
		id: name(index),
		original: `原文${index}`,
		pinyin: `yuánwén ${index}`,
		official: html(`official ${index}`),
		independent: html(`independent ${index}`),
		degree,
		feedback: feedback(index)
	}))
});
/** As many fields as answers, each with options `o0`, `o1`, `o2`; null is for the stance. */
export const classifyItem = (answers: readonly (string | null)[], worth = 1): ClassifySourceItem => ({
	...base(worth),
	kind: 'classify-source',
	fields: answers.map((answer, index) => ({
		id: answer === null ? 'stance' : (sourceFields[index] ?? 'genre'),
		options: [0, 1, 2].map((option) => ({ id: name(option), text: html(`option ${index}.${option}`) })),
		answer,
		feedback: feedback(index)
	}))
});
type Label = BestCaseItem['cards'][number]['label'];
export const bestCaseItem = (picks: number, labels: readonly Label[], worth = 1): BestCaseItem => ({
	...base(worth),
	kind: 'best-case',
	side: 'Fair rendering',
	advocate: 'a translator',
	picks,
	cards: labels.map((label, index) => ({
		id: name(index),
		text: text(index),
		label,
		claims: label === 'caricature' ? [] : ['c002'],
		why: feedback(index)
	}))
});

const single: fc.Arbitrary<Drawn> = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.nat(), fc.nat(), points)
	.map(([count, right, choice, worth]) => ({
		item: singleItem(count, right % count, worth),
		response: { kind: 'single', choice: name(choice % count) },
		key: { kind: 'single', choice: name(right % count) }
	}));

const multiple: fc.Arbitrary<Drawn> = bits({ min: 2, max: 7 })
	.filter((rights) => rights.includes(true) && rights.includes(false))
	.chain((rights) =>
		fc.record({
			rights: fc.constant(rights),
			choices: fc.subarray(
				rights.map((_, index) => name(index)),
				{ minLength: 1 }
			),
			worth: points
		})
	)
	.map(({ rights, choices, worth }) => ({
		item: multipleItem(rights, worth),
		response: { kind: 'multiple', choices },
		key: { kind: 'multiple', choices: rights.flatMap((right, index) => (right ? [name(index)] : [])) }
	}));

const truefalse: fc.Arbitrary<Drawn> = fc.tuple(fc.boolean(), fc.boolean(), points).map(([answer, given, worth]) => ({
	item: trueFalseItem(answer, worth),
	response: { kind: 'truefalse', answer: given },
	key: { kind: 'truefalse', answer }
}));

const all = (names: string[]) => fc.shuffledSubarray(names, { minLength: names.length });
const order: fc.Arbitrary<Drawn> = fc
	.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 7 })
	.filter((ranks) => new Set(ranks).size > 1)
	.chain((ranks) =>
		fc.record({ ranks: fc.constant(ranks), given: all(ranks.map((_, index) => name(index))), worth: points })
	)
	.map(({ ranks, given, worth }) => {
		const item = orderItem(ranks, worth);
		const sorted = [...item.entries].sort((a, b) => a.rank - b.rank).map((entry) => entry.id);
		return { item, response: { kind: 'order', order: given }, key: { kind: 'order', order: sorted } };
	});

const rights = ['r0', 'r1', 'r2', 'r3'];
const partner = fc.constantFrom(...rights, null);
const match: fc.Arbitrary<Drawn> = fc
	.tuple(fc.array(fc.tuple(partner, partner), { minLength: 1, maxLength: 6 }), points)
	.map(([pairs, worth]) => ({
		item: matchItem(
			pairs.map(([right]) => right),
			rights,
			worth
		),
		response: { kind: 'match', pairs: Object.fromEntries(pairs.map(([, given], index) => [name(index), given])) },
		key: { kind: 'match', pairs: Object.fromEntries(pairs.map(([right], index) => [name(index), right])) }
	}));

/** Pairs of what the key has and what was given, such that the key uses at least two. */
const placings = <T>(choices: readonly T[], constraints: { minLength: number; maxLength: number }) =>
	fc
		.array(fc.tuple(fc.constantFrom(...choices), fc.constantFrom(...choices)), constraints)
		.filter((pairs) => new Set(pairs.map(([key]) => key)).size > 1);
const answersOf = <T>(ids: readonly string[], given: readonly T[]) =>
	Object.fromEntries(ids.map((id, index) => [id, String(given[index])]));
const keys = <K, T>(pairs: readonly (readonly [K, T])[]): K[] => pairs.map(([key]) => key);
const givens = <K, T>(pairs: readonly (readonly [K, T])[]): T[] => pairs.map(([, given]) => given);

const columnIds = ['k0', 'k1', 'k2', 'k3'];
const whosaid: fc.Arbitrary<Drawn> = fc
	.tuple(placings(columnIds, { minLength: 3, maxLength: 7 }), points)
	.map(([pairs, worth]) => {
		const ids = pairs.map((_, index) => name(index));
		return {
			item: whoSaidItem(columnIds, keys(pairs), worth),
			response: { kind: 'whosaid', answers: answersOf(ids, givens(pairs)) },
			key: { kind: 'whosaid', answers: answersOf(ids, keys(pairs)) }
		};
	});

const words = ['strength', 'power', '强国', 'qiángguó', 'rank', 'size'];
const gap: fc.Arbitrary<Drawn> = fc
	.record({
		words: fc.shuffledSubarray(words, { minLength: 2 }),
		rights: fc.integer({ min: 1, max: 4 }),
		listed: fc.boolean(),
		toneless: fc.boolean(),
		typed: fc.oneof(fc.constantFrom(...words, ' STRENGTH ', 'qiangguo'), fc.string({ minLength: 1 })),
		choice: fc.nat(),
		worth: points
	})
	.filter(({ typed }) => typed.trim() !== '')
	.map(({ words: drawnWords, rights: count, listed, toneless, typed, choice, worth }) => {
		const right = drawnWords.slice(0, Math.min(count, drawnWords.length - 1));
		const wrong = drawnWords.slice(right.length);
		return {
			item: gapItem(right, wrong, { listed, toneless, worth }),
			response: { kind: 'gap', text: listed ? (drawnWords[choice % drawnWords.length] ?? '') : typed },
			key: { kind: 'gap', text: right[0] ?? '' }
		};
	});

const number: fc.Arbitrary<Drawn> = fc
	.record({
		answer: fc.integer({ min: -3000, max: 3000 }),
		tolerance: fc.nat(20),
		off: fc.integer({ min: -40, max: 40 }),
		worth: points
	})
	.map(({ answer, tolerance, off, worth }) => ({
		item: numberItem([answer, answer - tolerance, answer + tolerance], { slips: [answer + tolerance + 1], worth }),
		response: { kind: 'number', text: String(answer + off) },
		key: { kind: 'number', text: String(answer) }
	}));

const matrix: fc.Arbitrary<Drawn> = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
	.chain(([rows, sources]) =>
		fc.tuple(fc.constant(sources), placings(stances, { minLength: rows * sources, maxLength: rows * sources }), points)
	)
	.map(([sources, pairs, worth]) => {
		const key = keys(pairs);
		const lines = Array.from({ length: key.length / sources }, (_, row) =>
			key.slice(row * sources, (row + 1) * sources)
		);
		const ids = key.map((_, index) => cellId(name(Math.floor(index / sources)), `s${index % sources}`));
		return {
			item: matrixItem(lines, worth),
			response: { kind: 'matrix', answers: answersOf(ids, givens(pairs)) },
			key: { kind: 'matrix', answers: answersOf(ids, key) }
		};
	});

const aDegree = fc.constantFrom(...degrees);
const divergence: fc.Arbitrary<Drawn> = fc
	.tuple(fc.array(fc.tuple(aDegree, aDegree), { minLength: 1, maxLength: 6 }), points)
	.filter(([pairs]) => pairs.some(([key]) => key !== 'same'))
	.map(([pairs, worth]) => {
		const ids = pairs.map((_, index) => name(index));
		return {
			item: divergenceItem(keys(pairs), worth),
			response: { kind: 'divergence', answers: answersOf(ids, givens(pairs)) },
			key: { kind: 'divergence', answers: answersOf(ids, keys(pairs)) }
		};
	});

const anOption = fc.constantFrom('o0', 'o1', 'o2');
const classify: fc.Arbitrary<Drawn> = fc
	.tuple(fc.array(fc.tuple(anOption, anOption), { minLength: 1, maxLength: 5 }), fc.option(anOption), points)
	.map(([pairs, predicted, worth]) => {
		const stance = predicted === null ? [] : [predicted];
		const item = classifyItem([...keys(pairs), ...stance.map(() => null)], worth);
		const ids = item.fields.map(({ id }) => id);
		return {
			item,
			response: { kind: 'classify-source', answers: answersOf(ids, [...givens(pairs), ...stance]) },
			key: { kind: 'classify-source', answers: answersOf(ids, [...keys(pairs), ...stance]) }
		};
	});

const label = fc.constantFrom<Label>('strong', 'weak', 'caricature', 'other');
const bestCase: fc.Arbitrary<Drawn> = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.array(label, { maxLength: 6 }))
	.chain(([picks, more]) => {
		const labels: Label[] = [...Array.from({ length: picks }, (): Label => 'strong'), ...more];
		const names = labels.map((_, index) => name(index));
		return fc.record({
			labels: fc.constant(labels),
			names: fc.constant(names),
			given: fc.shuffledSubarray(names, { minLength: picks, maxLength: picks }),
			worth: points
		});
	})
	.map(({ labels, names, given, worth }) => ({
		item: bestCaseItem(given.length, labels, worth),
		response: { kind: 'best-case', picks: given },
		key: { kind: 'best-case', picks: names.slice(0, given.length) }
	}));

export const drawn: Record<ItemKind, fc.Arbitrary<Drawn>> = {
	single,
	multiple,
	truefalse,
	order,
	match,
	whosaid,
	gap,
	number,
	matrix,
	divergence,
	'classify-source': classify,
	'best-case': bestCase
};
export const anyDrawn: fc.Arbitrary<Drawn> = fc.oneof(...Object.values(drawn));

/** The item with its options, entries, pairs or cards in reverse order on the page. */
export function turned(item: Item): Item {
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return { ...item, options: item.options.toReversed() };
		case 'truefalse':
			return item;
		case 'order':
			return { ...item, entries: item.entries.toReversed() };
		case 'match':
			return { ...item, left: item.left.toReversed(), right: item.right.toReversed() };
		case 'whosaid':
			return { ...item, columns: item.columns.toReversed(), statements: item.statements.toReversed() };
		case 'gap':
			return { ...item, spellings: item.spellings.toReversed() };
		case 'number':
			return { ...item, slips: item.slips.toReversed() };
		case 'matrix':
			return { ...item, sources: item.sources.toReversed(), rows: item.rows.toReversed() };
		case 'divergence':
			return { ...item, segments: item.segments.toReversed() };
		case 'classify-source': {
			const fields = item.fields.map((field) => ({ ...field, options: field.options.toReversed() }));
			return { ...item, fields: fields.toReversed() };
		}
		case 'best-case':
			return { ...item, cards: item.cards.toReversed() };
	}
}

/** The item with quite another key and other feedback, but the same to look at. */
export function rekeyed(item: Item): Item {
	const other = html('ANOTHER SECRET');
	const base = { sides: ['chinese' as const], claims: ['c999'], outcomes: ['o9'] };
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return {
				...item,
				...base,
				options: item.options.map((option) => ({ ...option, right: !option.right, feedback: other }))
			};
		case 'truefalse':
			return { ...item, ...base, answer: !item.answer, feedback: { true: other, false: other } };
		case 'order':
			return {
				...item,
				...base,
				entries: item.entries.map((entry) => ({ ...entry, rank: -entry.rank, feedback: other }))
			};
		case 'match':
			return { ...item, ...base, left: item.left.map((left) => ({ ...left, partner: null, feedback: other })) };
		case 'whosaid':
			return {
				...item,
				...base,
				statements: item.statements.map((statement) => ({ ...statement, column: 'k3', feedback: other }))
			};
		case 'gap': {
			// What is listed is seen, what is typed is not.
			const spellings = item.spellings.map((one) => ({ ...one, right: !one.right, feedback: other }));
			return { ...item, ...base, other, spellings: item.listed ? spellings : spellings.slice(1) };
		}
		case 'number':
			return { ...item, ...base, answer: 7, least: 6, most: 8, slips: [], feedback: other, other };
		case 'matrix':
			return {
				...item,
				...base,
				rows: item.rows.map((row) => ({
					...row,
					stances: Object.fromEntries(item.sources.map(({ id }) => [id, 'denies' as const])),
					feedback: other
				}))
			};
		case 'divergence':
			return {
				...item,
				...base,
				segments: item.segments.map((segment) => ({ ...segment, degree: 'same', feedback: other }))
			};
		case 'classify-source':
			return { ...item, ...base, fields: item.fields.map((field) => ({ ...field, answer: 'o9', feedback: other })) };
		case 'best-case':
			return {
				...item,
				...base,
				cards: item.cards.map((card) => ({ ...card, label: 'caricature', claims: [], why: other }))
			};
	}
}
