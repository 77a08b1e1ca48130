import * as v from 'valibot';
import { frames } from '../../frame.ts';
import type { PublicItem } from '../../quiz/kind.ts';
import { degrees, sourceFields, stances } from '../../quiz/model.ts';
import type { Item } from '../../quiz/model.ts';
import { count } from '../shapes.ts';
import { name, safeHtml } from './parts.ts';

const words = v.pipe(v.string(), v.maxLength(5000, 'at most 5000 characters'));
const number = v.pipe(v.number(), v.finite('a number'));
const text = { id: name, text: safeHtml };
const texts = v.array(v.strictObject(text));
const some = <T>(entry: v.GenericSchema<unknown, T>, least: number) =>
	v.pipe(v.array(entry), v.minLength(least, `at least ${least}`));

const seen = { id: name, prompt: safeHtml, points: count(1, 1000), bank: v.optional(name) };
const keyed = {
	...seen,
	sides: v.array(v.picklist(frames)),
	claims: v.array(name),
	outcomes: v.array(name),
	hints: v.optional(v.array(safeHtml))
};
const option = v.strictObject({ ...text, right: v.boolean(), feedback: safeHtml });
const whole = v.variant('kind', [
	v.strictObject({ ...keyed, kind: v.literal('single'), options: some(option, 2) }),
	v.strictObject({
		...keyed,
		kind: v.literal('multiple'),
		// The formula divides by both counts.
		options: v.pipe(
			v.array(option),
			v.check(
				(all) => all.some(({ right }) => right) && all.some(({ right }) => !right),
				'a right option and a wrong one'
			)
		)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('truefalse'),
		answer: v.boolean(),
		feedback: v.strictObject({ true: safeHtml, false: safeHtml })
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('order'),
		entries: some(v.strictObject({ ...text, rank: number, feedback: safeHtml }), 2)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('match'),
		left: some(v.strictObject({ ...text, partner: v.nullable(name), feedback: safeHtml }), 1),
		right: texts
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('whosaid'),
		columns: some(v.strictObject(text), 2),
		statements: v.pipe(
			some(v.strictObject({ ...text, column: name, feedback: safeHtml }), 2),
			v.check((all) => new Set(all.map(({ column }) => column)).size > 1, 'statements of at least two columns')
		)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('gap'),
		listed: v.boolean(),
		toneless: v.boolean(),
		spellings: some(v.strictObject({ text: words, right: v.boolean(), feedback: safeHtml }), 1),
		other: safeHtml
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('number'),
		answer: number,
		least: number,
		most: number,
		unit: words,
		feedback: safeHtml,
		slips: v.array(v.strictObject({ value: number, feedback: safeHtml })),
		other: safeHtml
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('matrix'),
		sources: some(v.strictObject(text), 1),
		rows: v.pipe(
			some(v.strictObject({ ...text, stances: v.record(v.string(), v.picklist(stances)), feedback: safeHtml }), 1),
			v.check((all) => new Set(all.flatMap((row) => Object.values(row.stances))).size > 1, 'at least two stances')
		)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('divergence'),
		segments: some(
			v.strictObject({
				id: name,
				original: words,
				pinyin: words,
				official: safeHtml,
				independent: safeHtml,
				degree: v.picklist(degrees),
				feedback: safeHtml
			}),
			1
		)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('classify-source'),
		fields: v.pipe(
			v.array(
				v.strictObject({
					id: v.picklist(sourceFields),
					options: texts,
					answer: v.nullable(name),
					feedback: safeHtml
				})
			),
			v.check((all) => all.some(({ answer }) => answer !== null), 'at least one field with an answer')
		)
	}),
	v.strictObject({
		...keyed,
		kind: v.literal('best-case'),
		side: words,
		advocate: words,
		picks: count(1, 100),
		cards: some(
			v.strictObject({
				...text,
				label: v.picklist(['strong', 'weak', 'caricature', 'other']),
				claims: v.array(name),
				why: safeHtml
			}),
			1
		)
	})
]);
export const itemSchema = whole as unknown as v.GenericSchema<unknown, Item>;

/** Hints stay with the key, so there are none to open. */
const bare = v.variant('kind', [
	v.strictObject({ ...seen, kind: v.literal('single'), options: texts }),
	v.strictObject({ ...seen, kind: v.literal('multiple'), options: texts }),
	v.strictObject({ ...seen, kind: v.literal('truefalse') }),
	v.strictObject({ ...seen, kind: v.literal('order'), entries: texts }),
	v.strictObject({ ...seen, kind: v.literal('match'), left: texts, right: texts }),
	v.strictObject({ ...seen, kind: v.literal('whosaid'), columns: texts, statements: texts }),
	v.strictObject({ ...seen, kind: v.literal('gap'), toneless: v.boolean(), list: v.nullable(v.array(words)) }),
	v.strictObject({ ...seen, kind: v.literal('number'), unit: words }),
	v.strictObject({ ...seen, kind: v.literal('matrix'), sources: texts, rows: texts }),
	v.strictObject({
		...seen,
		kind: v.literal('divergence'),
		segments: v.array(
			v.strictObject({ id: name, original: words, pinyin: words, official: safeHtml, independent: safeHtml })
		)
	}),
	v.strictObject({
		...seen,
		kind: v.literal('classify-source'),
		fields: v.array(v.strictObject({ id: v.picklist(sourceFields), options: texts }))
	}),
	v.strictObject({
		...seen,
		kind: v.literal('best-case'),
		side: words,
		advocate: words,
		picks: count(1, 100),
		cards: texts
	})
]);
export const publicItemSchema = bare as unknown as v.GenericSchema<unknown, PublicItem>;
