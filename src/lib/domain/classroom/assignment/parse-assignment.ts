import * as v from 'valibot';
import { inside, parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { policyEntries } from '../../quiz/parse-policy.ts';
import { parseCarried } from '../carried/parse-carried.ts';
import { longest } from './bounds.ts';
import { extras } from '../model.ts';
import type { AssignedPolicy, Assignment } from '../model.ts';
import { app, count, filled, hash, id, instant, lessonId, publicKey, step, text } from '../shapes.ts';

const { due: _, ...entries } = policyEntries;
export const assignedPolicySchema = v.pipe(
	v.strictObject(entries),
	v.transform(
		(said) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as AssignedPolicy
	)
);

const once = <T>(key: (one: T) => string) =>
	v.check<T[], string>((all) => new Set(all.map(key)).size === all.length, 'each once');

const lesson = v.strictObject({
	id: lessonId,
	version: count(1, 1_000_000),
	hash,
	steps: v.pipe(v.array(step), v.minLength(1, 'at least one step'), once(String))
});

const schema = v.strictObject({
	app,
	kind: v.literal('assignment'),
	version: v.literal(1),
	id,
	class: v.strictObject({ id, name: text(longest.className), publicKey }),
	title: filled(longest.title),
	note: text(longest.note),
	made: instant,
	lessons: v.pipe(
		v.array(lesson),
		v.minLength(1, 'at least one lesson'),
		v.maxLength(longest.lessons, `at most ${longest.lessons} lessons`),
		once((one) => one.id)
	),
	due: v.nullable(instant),
	attempts: count(0, 100),
	counts: v.picklist(['last', 'best']),
	policy: assignedPolicySchema,
	marking: v.picklist(['app', 'instructor']),
	asks: v.pipe(v.array(v.picklist(extras)), once(String)),
	carried: v.array(v.unknown())
});

/**
 * An assignment from a link, a file or the disk. Refuses unknown keys, other versions, hostile nesting, lessons that are
 * carried but not assigned, markup that no lesson has, a key in what the instructor marks, and lessons that the
 * instructor marks but that are not carried.
 */
export function parseAssignment(input: unknown): Parsed<Assignment> {
	const outer = parse(schema, input);
	if (!outer.ok) return outer;
	const carried: Assignment['carried'] = [];
	for (const [at, one] of outer.value.carried.entries()) {
		const parsed = parseCarried(one);
		if (!parsed.ok) return { ok: false, problem: inside(`carried[${at}]`, parsed.problem) };
		carried.push(parsed.value);
	}
	const assignment: Assignment = { ...outer.value, carried };
	const problem = misfitIn(assignment);
	return problem ? { ok: false, problem } : { ok: true, value: assignment };
}

function misfitIn({ carried, lessons, marking }: Assignment): { path: string; expected: string; found: string } | null {
	const ids = carried.map(({ lesson: one }) => one.id);
	for (const [at, one] of ids.entries())
		if (ids.indexOf(one) < at || !lessons.some((assigned) => assigned.id === one))
			return {
				path: `carried[${at}].lesson.id`,
				expected: 'one of the assigned lessons, each once',
				found: `"${one}"`
			};
	if (marking === 'app') return null;
	const keyed = carried.findIndex(({ key }) => key);
	if (keyed >= 0)
		return { path: `carried[${keyed}].key`, expected: 'false, since the instructor marks', found: 'true' };
	const missing = lessons.findIndex((one) => !ids.includes(one.id));
	if (missing < 0) return null;
	return {
		path: `lessons[${missing}]`,
		expected: 'a lesson that is carried, since the instructor marks',
		found: `"${lessons[missing]?.id}"`
	};
}
