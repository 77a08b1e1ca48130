import * as v from 'valibot';
import { frames } from '../frame.ts';
import { stepIds } from './model.ts';
import { named } from './id.ts';
import { policyShape, readPolicy } from './policies.ts';
import { mention, placed, report } from './reading.ts';
import { readShape, readYaml } from './read/yaml.ts';
import { listed, suggest } from './nearest.ts';
import type { Frame } from '../frame.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import type { Branch, Lesson, StepId } from './model.ts';
import type { YamlData } from './read/yaml.ts';
import type { Reading } from './reading.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const stepId = v.picklist(stepIds);
const schema = v.strictObject({
	id: text,
	version: whole,
	title: text,
	question: text,
	minutes: whole,
	outcomes: v.pipe(v.array(v.strictObject({ id: text, text })), v.minLength(1)),
	terms: v.array(text),
	flow: v.optional(v.array(v.strictObject({ after: stepId, when: text, go: stepId })), []),
	gates: v.optional(v.array(v.strictObject({ step: stepId, needs: v.array(stepId) })), []),
	policies: v.optional(v.strictObject({ check: v.optional(policyShape), reverse: v.optional(policyShape) }), {})
});
type Shape = v.InferOutput<typeof schema>;
const moduleSchema = v.strictObject({ id: text, title: text });

export interface FrontMatter extends Pick<
	Lesson,
	'id' | 'version' | 'title' | 'question' | 'minutes' | 'outcomes' | 'terms' | 'flow'
> {
	gates: { step: StepId; needs: StepId[]; at: number }[];
	/** How the quizzes are taken, where the lesson says so. */
	policies: { check?: QuizPolicy; reverse?: QuizPolicy };
	/** Every step that `flow`, `gates` and `policies` name, with its offset. */
	steps: { id: StepId; at: number }[];
	/** Offset where the Markdown begins. */
	bodyAt: number;
	idAt: number;
}

/** The YAML between the `---` lines at the top of a file; null (reported) without it. */
function split(reading: Reading): { yaml: YamlData | null; bodyAt: number } {
	const { text } = reading.doc;
	const match = /^(\s*---[ \t]*\n)([\s\S]*?\n|)---[ \t]*(?:\n|$)/.exec(text);
	if (match) return { yaml: readYaml(reading, match[2] ?? '', match[1]?.length ?? 0), bodyAt: match[0].length };
	const begun = /^\s*(-{3,}[ \t]*\n)?(?=[\w-]+:)/.exec(text);
	const heading = /^#/m.exec(text)?.index ?? text.length;
	report(reading, 0, {
		code: 'missing-front-matter',
		found: begun ? 'front matter that is not between two lines `---`' : 'a file without front matter',
		expected: 'YAML between two lines of three hyphens, `---`, at the very top',
		mend: begun
			? 'Put a line `---` before `id:` and another after the last field, before the first heading.'
			: 'Begin the file with `---`, the fields, and `---`.'
	});
	// What was meant as front matter is no text of the lesson.
	return { yaml: null, bodyAt: begun ? heading : 0 };
}

/** The front matter of a module's file, with the offset of its body; null if it does not hold. */
export function readModuleMatter(reading: Reading): { id: string; title: string; bodyAt: number; idAt: number } | null {
	const { yaml, bodyAt } = split(reading);
	const shape = yaml && readShape(reading, yaml, [], moduleSchema);
	return shape && { ...shape, bodyAt, idAt: yaml.at(['id']) };
}

/** Front matter of a lesson. `valid` is false when something in it was reported; the rest still holds. */
export function readFrontMatter(reading: Reading): FrontMatter & { valid: boolean } {
	const { yaml, bodyAt } = split(reading);
	const shape = yaml && readShape(reading, yaml, [], schema);
	const blank: Shape = {
		id: '',
		version: 1,
		title: '',
		question: '',
		minutes: 1,
		outcomes: [],
		terms: [],
		flow: [],
		gates: [],
		policies: {}
	};
	const { flow, gates, terms, outcomes, policies: stated, ...rest } = shape ?? blank;
	const at = (path: (string | number)[]): number => yaml?.at(path) ?? 0;
	if (shape) {
		named(reading, rest.id, { what: 'lesson', scope: 'lesson', at: at(['id']), text: rest.title });
		terms.forEach((id, i) => mention(reading, 'term', id, at(['terms', i])));
		outcomes.forEach((outcome, i) => {
			placed(reading, outcome, at(['outcomes', i]));
			named(reading, outcome.id, {
				what: 'outcome',
				scope: 'outcomes',
				at: at(['outcomes', i, 'id']),
				text: outcome.text
			});
		});
	}
	const branches = flow.map(({ after, when, go }, i): Branch => {
		const branch = { after, any: readCondition(reading, when, at(['flow', i, 'when'])), go };
		return placed(reading, branch, at(['flow', i]));
	});
	const steps = [
		...flow.flatMap(({ after, go }, i) => [
			{ id: after, at: at(['flow', i, 'after']) },
			{ id: go, at: at(['flow', i, 'go']) }
		]),
		...Object.keys(stated).map((id) => ({ id: id as StepId, at: yaml?.keyAt(['policies', id]) ?? 0 })),
		...gates.flatMap(({ step, needs }, i) => [
			{ id: step, at: at(['gates', i, 'step']) },
			...needs.map((id, j) => ({ id, at: at(['gates', i, 'needs', j]) }))
		])
	];
	const policies: FrontMatter['policies'] = {};
	for (const step of ['check', 'reverse'] as const) {
		const said = stated[step];
		const place = (key?: string) => at(['policies', step, ...(key ? [key] : [])]);
		if (said) policies[step] = readPolicy(reading, said, place);
	}
	const placedGates = gates.map((gate, i) => ({ ...gate, at: at(['gates', i]) }));
	return {
		...rest,
		outcomes,
		terms,
		flow: branches,
		gates: placedGates,
		policies,
		steps,
		bodyAt,
		idAt: at(['id']),
		valid: shape !== null
	};
}

const isFrame = (word: string): word is Frame => frames.some((frame) => frame === word);

/**
 * `score(western) < 0.6 or score(chinese) < 0.6`: frames and their bounds (0…1). What else is written is reported
 * and left out. `at` is the offset of the value, which may be quoted.
 */
export function readCondition(reading: Reading, when: string, at: number): Branch['any'] {
	const start = Math.max(at, reading.doc.text.indexOf(when.trim(), at));
	let cursor = 0;
	return when.split(/\bor\b/).flatMap((part) => {
		const place = start + cursor + (part.length - part.trimStart().length);
		cursor += part.length + 2;
		const match = /^\s*score\(\s*([\w-]+)\s*\)\s*<\s*(\d+(?:\.\d+)?)\s*$/.exec(part);
		const [, frame = '', bound = ''] = match ?? [];
		const below = Number(bound);
		if (match && isFrame(frame) && below > 0 && below <= 1) return [{ frame, below }];
		const strange = match && !isFrame(frame);
		report(reading, place + (strange ? part.trimStart().indexOf(frame) : 0), {
			code: 'bad-flow-expression',
			found: `\`${part.trim()}\``,
			expected: '`score(frame) < number`, with `or` between several, the number above 0 and at most 1',
			mend: strange
				? suggest(frame, frames, `The frames are ${listed(frames)}.`)
				: 'Write for example `score(western) < 0.6 or score(chinese) < 0.6`.'
		});
		return [];
	});
}
