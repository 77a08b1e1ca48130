import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromAssignmentText } from '#lib/domain/classroom/assignment/file.ts';
import { fromFragment, toLink } from '#lib/domain/classroom/assignment/link.ts';
import { parseAssignmentWork } from '#lib/domain/classroom/assignment/parse-work.ts';
import { openedWork } from '#lib/domain/classroom/assignment/standing.ts';
import { parseCopy } from '#lib/domain/classroom/exchange/copy.ts';
import { parseFeedback } from '#lib/domain/classroom/feedback/parse-feedback.ts';
import type { Assignment, FeedbackFile, Result } from '#lib/domain/classroom/model.ts';
import { parseResult } from '#lib/domain/classroom/result/parse-result.ts';
import { parseBackupFile } from '#lib/domain/classroom/roster/backup.ts';
import { openClass } from '#lib/domain/classroom/roster/class.ts';
import { fromEnvelope } from '#lib/domain/classroom/sealing/envelope.ts';
import { openResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import { pairOf, port } from '../../support/classroom.ts';

/** Files of version 1 as they were written when it was new. They are never written anew: a change is a new version. */
interface Frozen {
	backup: string;
	link: string;
	assignmentFile: string;
	sealed: string;
	copy: string;
	assignment: Assignment;
	result: Result;
}
const frozen = JSON.parse(readFileSync('tests/domain/classroom/frozen/classroom-1.json', 'utf8')) as Frozen;
const { assignment, result } = frozen;

describe('version 1', () => {
	test('of a link and of an assignment file is read, and a link is still written the same way', () => {
		const { hash, href } = new URL(frozen.link);
		expect(fromFragment(hash)).toEqual({ ok: true, assignment });
		expect(fromAssignmentText(frozen.assignmentFile)).toEqual({ ok: true, assignment });
		const again = toLink(href.replace(hash, ''), assignment);
		expect(again.ok && fromFragment(new URL(again.link).hash)).toEqual({ ok: true, assignment });
	});
	test('of a backup and of a sealed result is opened', async () => {
		const parsed = parseBackupFile(frozen.backup);
		if (!parsed.ok) throw new Error(parsed.problem.path);
		const opened = await openClass(parsed.value, null, port);
		const envelope = fromEnvelope(frozen.sealed);
		if (!opened.ok || !envelope.ok) throw new Error('cannot be opened');
		expect(await openResult(envelope, await pairOf(opened.open), port)).toMatchObject({ ok: true, result });
		expect(opened.open.roster).toEqual([{ code: 'S-001', name: 'Ana Li' }]);
	});
	test('of a result is read, and reading it again changes nothing', () => {
		const parsed = parseResult(result);
		expect(parsed).toEqual({ ok: true, value: result });
	});
	test('of feedback, which did not carry what it marks, is read, and reading it again changes nothing', () => {
		const feedback = JSON.parse(readFileSync('tests/domain/classroom/frozen/feedback-1.json', 'utf8')) as FeedbackFile;
		expect(parseFeedback(feedback)).toEqual({ ok: true, value: feedback });
		const work = { ...openedWork(assignment, 1), feedback: [feedback] };
		expect(parseAssignmentWork(JSON.parse(JSON.stringify(work)))).toEqual({ ok: true, value: work });
	});
	test('of a copy is read whole, and is as it was saved', () => {
		expect(parseCopy(frozen.copy)).toMatchObject({
			ok: true,
			refused: [],
			contents: { classes: [{}], assignments: [assignment], results: [{ result }] }
		});
	});
});
