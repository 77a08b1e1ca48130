import fc from 'fast-check';
import type { Html } from '#lib/domain/lesson/model.ts';
import type {
	BestCaseItem,
	Item,
	ItemKind,
	MatchItem,
	MultipleItem,
	OrderItem,
	Response
} from '#lib/domain/quiz/model.ts';
import type { SingleItem, TrueFalseItem } from '#lib/domain/quiz/model.ts';

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
		case 'best-case':
			return {
				...item,
				...base,
				cards: item.cards.map((card) => ({ ...card, label: 'caricature', claims: [], why: other }))
			};
	}
}
