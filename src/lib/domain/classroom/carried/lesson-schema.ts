import * as v from 'valibot';
import { frames } from '../../frame.ts';
import { accesses, claimKinds, claimStatuses, recordCertainties } from '../../lesson/library-values.ts';
import { stepIds } from '../../lesson/model.ts';
import type { Html, Library, Step } from '../../lesson/model.ts';
import { policyEntries } from '../../quiz/parse-policy.ts';
import { usualPolicy, withPolicy } from '../../quiz/policy.ts';
import { count, lessonId, text as bounded } from '../shapes.ts';
import { itemSchema, publicItemSchema } from './item-schema.ts';
import type { KeylessStep } from './model.ts';
import { name, safeHtml } from './parts.ts';
import { kitSchema, referenceSchema } from './weigh-schema.ts';

const names = v.array(name);
const said = bounded(20_000);
const poll = v.strictObject({
	id: name,
	prompt: safeHtml,
	options: v.array(v.strictObject({ id: name, text: safeHtml })),
	reveal: v.optional(safeHtml)
});
const policy = v.pipe(
	v.strictObject(policyEntries),
	v.transform((over) => withPolicy(usualPolicy, over as Parameters<typeof withPolicy>[1]))
);
const base = { title: said, intro: safeHtml, needs: v.array(v.picklist(stepIds)) };

const orient = v.strictObject({ id: v.literal('orient'), ...base, stance: poll, prediction: poll });
const speakers = v.strictObject({ id: v.literal('speakers'), ...base, sources: names });
const framings = v.strictObject({
	id: v.literal('framings'),
	...base,
	dimensions: v.array(
		v.strictObject({
			id: name,
			title: said,
			framings: v.array(
				v.strictObject({
					id: name,
					kind: v.picklist(['western', 'third-party', 'chinese', 'shared', 'checking']),
					claims: names,
					discrepancies: names,
					text: safeHtml
				})
			)
		})
	)
});
const task = v.strictObject({
	id: v.literal('task'),
	...base,
	sources: names,
	claims: names,
	prompts: v.array(v.strictObject({ id: name, text: safeHtml })),
	model: safeHtml
});
const close = v.strictObject({
	id: v.literal('close'),
	...base,
	common: safeHtml,
	crux: safeHtml,
	open: safeHtml,
	changeOfMind: v.array(v.strictObject({ id: name, prompt: safeHtml }))
});
const check = { id: v.literal('check'), ...base, certainty: v.boolean(), policy: v.optional(policy) };
const reverse = { id: v.literal('reverse'), ...base, policy: v.optional(policy) };
const weigh = { id: v.literal('weigh'), ...base, kit: kitSchema };

export const stepSchema = v.variant('id', [
	orient,
	speakers,
	framings,
	task,
	close,
	v.strictObject({ ...check, items: v.array(itemSchema) }),
	v.strictObject({ ...reverse, items: v.array(itemSchema) }),
	v.strictObject({ ...weigh, references: v.pipe(v.array(referenceSchema), v.minLength(1, 'at least one reference')) })
]) as unknown as v.GenericSchema<unknown, Step>;

export const keylessStepSchema = v.variant('id', [
	orient,
	speakers,
	framings,
	v.strictObject({ ...task.entries, model: v.literal('' as Html, 'no model answer') }),
	close,
	v.strictObject({ ...check, items: v.array(publicItemSchema) }),
	v.strictObject({ ...reverse, items: v.array(publicItemSchema) }),
	v.strictObject({ ...weigh, references: v.pipe(v.array(v.never()), v.maxLength(0, 'no references')) })
]) as unknown as v.GenericSchema<unknown, KeylessStep>;

const branch = v.strictObject({
	after: v.picklist(stepIds),
	any: v.array(v.strictObject({ frame: v.picklist(frames), below: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })),
	go: v.picklist(stepIds)
});

/** All of a lesson but its steps. */
export const lessonEntries = {
	id: lessonId,
	version: count(1, 1_000_000),
	number: count(0, 100_000),
	module: bounded(100),
	title: said,
	question: said,
	minutes: count(0, 100_000),
	outcomes: v.array(v.strictObject({ id: name, text: said })),
	terms: names,
	flow: v.array(branch)
};

const source = v.strictObject({
	id: name,
	title: said,
	short: said,
	who: said,
	mandate: said,
	genre: said,
	audience: said,
	date: said,
	language: said,
	perspective: v.picklist(frames),
	knowsBy: said,
	limits: said,
	use: said,
	url: v.optional(v.pipe(v.string(), v.regex(/^https:\/\/[^\s"'<>\\`]+$/i, 'an https address'))),
	access: v.picklist(accesses)
});
const term = v.strictObject({
	id: name,
	characters: said,
	words: v.array(v.strictObject({ characters: said, pinyin: said, gloss: said })),
	literal: said,
	renderings: v.array(v.strictObject({ text: said, usedBy: names, suggests: said })),
	note: said
});
const claim = v.strictObject({
	id: name,
	statement: said,
	source: name,
	locator: v.optional(said),
	framing: v.picklist(frames),
	kind: v.picklist(claimKinds),
	status: v.picklist(claimStatuses),
	why: said,
	checkedBy: names,
	discrepancies: names
});
const discrepancy = v.strictObject({
	id: name,
	kind: said,
	sources: names,
	says: said,
	record: said,
	certainty: v.picklist(recordCertainties),
	quote: v.optional(v.strictObject({ source: name, text: said })),
	slip: v.optional(v.string())
});
export const librarySchema = v.strictObject({
	sources: v.record(v.string(), source),
	terms: v.record(v.string(), term),
	claims: v.record(v.string(), claim),
	discrepancies: v.record(v.string(), discrepancy)
}) as unknown as v.GenericSchema<unknown, Library>;
