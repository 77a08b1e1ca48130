import * as v from 'valibot';
import { inside, parse } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { parseFeedback } from '../feedback/parse-feedback.ts';
import { deliveries, extras } from '../model.ts';
import type { AssignmentWork, FeedbackFile } from '../model.ts';
import { code, count, id, instant, text } from '../shapes.ts';
import { parseAssignment } from './parse-assignment.ts';

const receipt = v.strictObject({
	id,
	attempt: count(1, 10_000),
	file: text(300),
	madeAt: instant,
	check: text(20),
	via: v.array(v.picklist(deliveries))
});
const schema = v.strictObject({
	format: v.literal(1),
	assignment: v.unknown(),
	openedAt: instant,
	offline: v.boolean(),
	code: v.nullable(code),
	startedAt: v.nullable(instant),
	late: v.boolean(),
	ticked: v.array(v.picklist(extras)),
	receipts: v.array(receipt),
	file: v.nullable(v.strictObject({ name: text(300), text: text(5_000_000) })),
	feedback: v.array(v.unknown())
});

/** What a student's device keeps of an assignment, from the disk or a backup. Feedback that cannot be read is left out. */
export function parseAssignmentWork(input: unknown): Parsed<AssignmentWork> {
	const outer = parse(schema, input);
	if (!outer.ok) return outer;
	const assignment = parseAssignment(outer.value.assignment);
	if (!assignment.ok) return { ok: false, problem: inside('assignment', assignment.problem) };
	const feedback = outer.value.feedback.flatMap((one): FeedbackFile[] => {
		const parsed = parseFeedback(one);
		return parsed.ok ? [parsed.value] : [];
	});
	return { ok: true, value: { ...outer.value, assignment: assignment.value, feedback } };
}
