import * as v from 'valibot';
import { feedbackCodes, parseMap } from '../../argument/index.ts';
import type { ArgumentMap, Kit, Reference } from '../../argument/model.ts';
import { frames } from '../../frame.ts';
import { name } from './parts.ts';

const words = v.pipe(v.string(), v.maxLength(5000, 'at most 5000 characters'));

const card = {
	id: name,
	text: words,
	role: v.picklist(['claim', 'evidence']),
	frame: v.picklist(frames),
	claims: v.array(name),
	sources: v.array(name),
	distractor: v.optional(words),
	maxUses: v.optional(v.picklist([1, 2]))
};
export const kitSchema = v.strictObject({
	root: v.strictObject({ id: name, text: words }),
	cards: v.pipe(v.array(v.strictObject(card)), v.maxLength(200, 'at most 200 cards'))
}) as unknown as v.GenericSchema<unknown, Kit>;

/** A map, read by the map's own parser; what is wrong is told by its code. */
export const mapSchema: v.GenericSchema<unknown, ArgumentMap> = v.pipe(
	v.unknown(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseMap(dataset.value);
		if ('map' in parsed) return parsed.map;
		const [first] = parsed.problems;
		addIssue({ message: 'an argument map', received: `${first?.code} at ${first?.path}` });
		return NEVER;
	})
);

export const referenceSchema = v.strictObject({
	id: name,
	label: words,
	verdict: v.picklist(['for', 'against']),
	reads: words,
	map: mapSchema,
	optional: v.array(v.string()),
	equivalent: v.array(v.array(name)),
	instead: v.record(v.string(), v.array(v.strictObject({ link: v.string(), credit: v.picklist([1, 0.5]) }))),
	misconceptions: v.array(v.strictObject({ link: v.string(), code: v.picklist(feedbackCodes), message: words }))
}) as unknown as v.GenericSchema<unknown, Reference>;
