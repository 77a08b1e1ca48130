import * as v from 'valibot';
import { frames } from '../frame.ts';
import { createDoc } from './doc.ts';
import { named } from './id.ts';
import { createReading, has, mention, report } from './reading.ts';
import { readShape, readYaml } from './read/yaml.ts';
import { libraryRules } from './rules/index.ts';
import { repeatedIds } from './rules/duplicate-id.ts';
import type { Capstone, Hunt, Library, Problem } from './model.ts';
import type { YamlData } from './read/yaml.ts';
import type { Reading } from './reading.ts';

/** The files of the exercises that belong to no lesson. A course may have neither. */
export const exerciseFiles = ['error-hunt.yaml', 'capstone.yaml'] as const;

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const huntShape = v.strictObject({ title: text, intro: text, first: v.array(text) });
const capstoneShape = v.strictObject({
	title: text,
	intro: text,
	minutes: whole,
	parts: v.pipe(
		v.array(
			v.strictObject({ id: text, title: text, prompt: text, words: whole, frame: v.optional(v.picklist(frames)) })
		),
		v.minLength(1)
	),
	criteria: v.pipe(
		v.array(v.strictObject({ id: text, title: text, about: text, levels: v.pipe(v.array(text), v.length(4)) })),
		v.minLength(1)
	)
});

function readHunt(reading: Reading, yaml: YamlData, { discrepancies }: Library): Hunt | null {
	const shape = readShape(reading, yaml, [], huntShape);
	if (!shape) return null;
	const { title, intro, first } = shape;
	first.forEach((id, i) => {
		const at = yaml.at(['first', i]);
		mention(reading, 'discrepancy', id, at);
		const card = has(discrepancies, id) ? discrepancies[id] : undefined;
		if (card && !(card.quote && card.slip))
			report(reading, at, {
				code: 'card-without-quote',
				found: `\`${id}\`, of which discrepancies.yaml has no \`quote\` and \`slip\``,
				expected: 'a discrepancy with the words that hold the slip, and its kind',
				mend: 'Add `quote:` and `slip:` to the discrepancy, or take the card out.'
			});
		if (card?.certainty === 'recalled')
			report(reading, at, {
				code: 'recalled-key',
				severity: 'warning',
				found: `\`${id}\`, whose record is from memory`,
				expected: 'cards that count, to begin with: those that are recalled follow at their place and are not scored',
				mend: 'Look the record up and raise its `certainty`, or take the card out of `first`.'
			});
		if (first.indexOf(id) < i)
			report(reading, at, {
				code: 'duplicate-id',
				found: `\`${id}\` for the second time`,
				expected: 'each card once',
				mend: 'Take one of the two out.'
			});
	});
	const playable = Object.values(discrepancies).filter(({ quote, slip }) => quote && slip);
	const rest = playable.map(({ id }) => id).filter((id) => !first.includes(id));
	return { title, intro, cards: [...first, ...rest] };
}

function readCapstone(reading: Reading, yaml: YamlData): Capstone | null {
	const shape = readShape(reading, yaml, [], capstoneShape);
	if (!shape) return null;
	for (const list of ['parts', 'criteria'] as const)
		shape[list].forEach(({ id, title }, i) =>
			named(reading, id, {
				what: list === 'parts' ? 'part' : 'criterion',
				scope: list,
				at: yaml.at([list, i, 'id']),
				text: title
			})
		);
	return shape;
}

/**
 * Compiles the deck of the error hunt and the capstone. `files` is keyed by path within `lessons/`. Each is absent when
 * its file is, or when something in it does not hold, which the problems tell; the deck's cards are those named first,
 * then every other discrepancy that has a quotation.
 */
export function compileExercises(
	files: Readonly<Record<string, string>>,
	library: Library
): { hunt?: Hunt; capstone?: Capstone; problems: Problem[] } {
	const problems: Problem[] = [];
	const read = <T>(file: string, make: (reading: Reading, yaml: YamlData) => T | null): T | undefined => {
		if (!has(files, file)) return undefined;
		const reading = createReading(createDoc(file, files[file] ?? ''), library);
		const yaml = readYaml(reading, reading.doc.text, 0);
		const made = yaml && make(reading, yaml);
		problems.push(...reading.problems, ...libraryRules.flatMap((rule) => rule.check(library, reading.places)));
		problems.push(...repeatedIds(reading.places));
		return made ?? undefined;
	};
	const hunt = read('error-hunt.yaml', (reading, yaml) => readHunt(reading, yaml, library));
	const capstone = read('capstone.yaml', readCapstone);
	return { ...(hunt && { hunt }), ...(capstone && { capstone }), problems };
}
