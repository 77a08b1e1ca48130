import { beforeAll, describe, expect, test } from 'vitest';
import { draftProblems, makeAssignment, type AssignmentDraft } from '#lib/domain/classroom/assignment/make.ts';
import { parseAssignment } from '#lib/domain/classroom/assignment/parse-assignment.ts';
import { assignedPolicy, canMarkByInstructor } from '#lib/domain/classroom/assignment/policy.ts';
import { fromWorkId, newId, resultFileName, slugOf, workIdOf } from '#lib/domain/classroom/ids.ts';
import type { ClassRecord, OpenClass } from '#lib/domain/classroom/model.ts';
import { checkBackup, parseBackupFile, toBackupFile } from '#lib/domain/classroom/roster/backup.ts';
import { createLock, openClass, toRecord } from '#lib/domain/classroom/roster/class.ts';
import { foldCode, makeCodes } from '#lib/domain/classroom/roster/codes.ts';
import { parseClass } from '#lib/domain/classroom/roster/parse-class.ts';
import { parseRoster } from '#lib/domain/classroom/roster/parse-roster.ts';
import { remindersOf } from '#lib/domain/classroom/roster/reminder.ts';
import { rounds } from '#lib/domain/classroom/sealing/passphrase.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { assigned, day, lessonsOf, makeClass, now, port } from '../../support/classroom.ts';

let open: OpenClass;
let plain: ClassRecord;
let locked: ClassRecord;
beforeAll(async () => {
	open = await makeClass();
	plain = await toRecord(open, null, port);
	locked = await toRecord(open, await createLock('correct horse', port), port);
});

describe('a class', () => {
	test('comes back from the disk as it was, with a passphrase or without', async () => {
		for (const [record, passphrase] of [
			[plain, null],
			[locked, 'correct horse']
		] as const) {
			const parsed = parseClass(JSON.parse(JSON.stringify(record)));
			if (!parsed.ok) throw new Error(parsed.problem.path);
			expect(await openClass(parsed.value, passphrase, port)).toMatchObject({ ok: true, open });
		}
	});
	test('under a passphrase shows codes and no names, and takes 600,000 rounds to try one', () => {
		// Short names come up in a box of letters by chance; in quotation marks they do not.
		expect(JSON.stringify(locked)).not.toMatch(/"(?:Ana|Li|Chen)/);
		expect(locked.roster).toEqual([{ code: 'S-001' }, { code: 'S-002' }, { code: 'S-003' }]);
		expect(locked.secret).toMatchObject({ kind: 'locked', rounds });
		expect(rounds).toBe(600_000);
	});
	test('is not opened without its passphrase, or by another', async () => {
		expect(await openClass(locked, null, port)).toEqual({ ok: false, code: 'needs-passphrase' });
		expect(await openClass(locked, 'Correct horse', port)).toEqual({ ok: false, code: 'wrong-passphrase' });
	});
});

describe('the backup of a key', () => {
	test('opens the class on another device, and is good when it was tried', async () => {
		for (const [record, passphrase] of [
			[plain, null],
			[locked, 'correct horse']
		] as const) {
			const { name, text } = toBackupFile(record, now);
			expect(name).toBe('media-101.key.2026-11-02.parallax.txt');
			expect(parseBackupFile(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual({ ok: true, value: record });
			expect(await checkBackup(text, open, passphrase, port)).toBe('good');
		}
	});
	test('is refused with another key in it, of another class, changed, or with a wrong passphrase', async () => {
		const other = await makeClass();
		const { text } = toBackupFile(plain, now);
		expect(await checkBackup(text, other, null, port)).toBe('other-class');
		expect(await checkBackup(text.replace('Media', 'Medea'), open, null, port)).toBe('damaged');
		expect(await checkBackup(text.slice(0, 200), open, null, port)).toBe('damaged');
		expect(await checkBackup('Dear all', open, null, port)).toBe('damaged');
		const swapped = toBackupFile(await toRecord({ ...open, privateKey: other.privateKey }, null, port), now);
		expect(await checkBackup(swapped.text, open, null, port)).toBe('damaged');
		expect(await checkBackup(toBackupFile(locked, now).text, open, 'x', port)).toBe('wrong-passphrase');
		expect(await checkBackup(toBackupFile(locked, now).text, open, null, port)).toBe('needs-passphrase');
	});
});

describe('a roster', () => {
	test.each([
		[
			'names alone',
			'Ana Li\nBo Chen\n',
			[
				{ code: 'S-001', name: 'Ana Li' },
				{ code: 'S-002', name: 'Bo Chen' }
			]
		],
		[
			'codes and names',
			'S-7, Ana Li\nBo Chen;S-8\n'.replace(';', ','),
			[
				{ code: 'S-7', name: 'Ana Li' },
				{ code: 'S-8', name: 'Bo Chen' }
			]
		],
		[
			'a spreadsheet with heads',
			'Last name\tFirst name\tEmail address\nLi\tAna\tana@x.edu\n"Chen, Jr"\tBo\tbo@x.edu\n',
			[
				{ code: 'S-001', name: 'Ana Li', lms: 'ana@x.edu' },
				{ code: 'S-002', name: 'Bo Chen, Jr', lms: 'bo@x.edu' }
			]
		],
		['Chinese heads', '姓名,学号\n李娜,20260001\n', [{ code: 'S-001', name: '李娜', lms: '20260001' }]],
		['codes alone', 'a-1\na-2', [{ code: 'A-1' }, { code: 'A-2' }]],
		['nothing', '\n \n', []]
	])('is read from %s', (_, text, students) => {
		expect(parseRoster(text)).toEqual({ students, problems: [] });
	});
	test('gives a code to who has none, or one that is taken, and says so', () => {
		expect(parseRoster('code,name\nS-001,Ana\nS-001,Bo\n???,Cy\n,Di\n', ['S-009'])).toEqual({
			students: [
				{ code: 'S-001', name: 'Ana' },
				{ code: 'S-010', name: 'Bo' },
				{ code: 'S-011', name: 'Cy' },
				{ code: 'S-012', name: 'Di' }
			],
			problems: [
				{ line: 3, code: 'taken', found: 'S-001' },
				{ line: 4, code: 'bad-code', found: '???' }
			]
		});
	});
	test('names and leaves out who is too many for a class that can be read again', () => {
		const taken = Array.from({ length: 4999 }, (_, at) => `S-${at}`);
		expect(parseRoster('Ana\nBo', taken)).toMatchObject({
			students: [{ name: 'Ana' }],
			problems: [{ line: 2, code: 'too-many', found: 'Bo' }]
		});
	});
	test.each([
		[' s - 017 ', 'S-017'],
		['ｓ－０１７', 'S-017'],
		['S–017', 'S-017'],
		['', null],
		['a b!', null],
		['x'.repeat(25), null]
	])('folds the code %j', (text, code) => {
		expect(foldCode(text)).toBe(code);
	});
	test('goes on counting after the highest code', () => {
		expect(makeCodes(2, ['S-003', 'S-010', 'X-99'])).toEqual(['S-011', 'S-012']);
	});
});

describe('an assignment', () => {
	const draft = (over: Partial<AssignmentDraft> = {}): AssignmentDraft => ({
		class: open,
		title: ' Week 3 ',
		note: '',
		due: now + day,
		attempts: 1,
		counts: 'last',
		policy: {},
		marking: 'app',
		asks: [],
		lessons: lessonsOf(2).map(assigned),
		carried: [],
		...over
	});
	test('made from a draft can be read again', () => {
		const made = makeAssignment(draft(), { now, random: port.random });
		expect(parseAssignment(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, value: made });
		expect(made).toMatchObject({ title: 'Week 3', class: { id: open.id, publicKey: open.publicKey } });
	});
	test('is not made as long as something stands against it, which is told', () => {
		const problems = (over: Partial<AssignmentDraft>) => draftProblems(draft(over), now);
		expect(problems({})).toEqual([]);
		expect(problems({ class: { ...open, backedUpAt: null } })).toEqual(['no-backup']);
		expect(problems({ class: { ...open, archived: true } })).toEqual(['archived']);
		expect(problems({ title: ' ', lessons: [] })).toEqual(['no-title', 'no-lessons']);
		expect(problems({ title: 'x'.repeat(81), note: 'x'.repeat(601) })).toEqual(['title-too-long', 'note-too-long']);
		expect(problems({ due: now })).toEqual(['due-past']);
		expect(problems({ marking: 'instructor' })).toEqual(['built-in-marked-by-instructor']);
		expect(problems({ due: null, policy: { key: 'after-due' } })).toEqual(['after-due-without-due']);
		expect(problems({ lessons: draft().lessons.map((one) => ({ ...one, steps: [] })) })).toEqual(['no-steps']);
		expect(() => makeAssignment(draft({ title: '' }), { now, random: port.random })).toThrow(TypeError);
	});
	test('changes the policy of its lessons, and tells nothing where the instructor marks', () => {
		const of = (over: object) =>
			assignedPolicy({ policy: { attempts: 2 }, due: null, marking: 'app', ...over }, { ...usualPolicy, minutes: 20 });
		expect(of({})).toEqual({ ...usualPolicy, minutes: 20, attempts: 2 });
		expect(of({ due: 5 })).toMatchObject({ due: 5 });
		expect(of({ policy: { key: 'after-due', feedback: 'after-due' } })).toMatchObject({
			key: 'never',
			feedback: 'never'
		});
		expect(of({ marking: 'instructor' })).toMatchObject({ feedback: 'never', key: 'never', retry: 'all' });
		expect([canMarkByInstructor({ builtIn: true }), canMarkByInstructor({ builtIn: false })]).toEqual([
			'built-in',
			true
		]);
	});
	test('has its work apart from what is done for oneself', () => {
		const id = newId(port.random);
		expect(fromWorkId(workIdOf(id, 'one-slogan'))).toEqual({ assignment: id, lesson: 'one-slogan' });
		expect(fromWorkId('one-slogan')).toBeNull();
	});
	test('names its files so that every system can keep them', () => {
		expect(resultFileName('S-017', 'Week 3: “words” / 词?', 1)).toBe('S-017_week-3-words-词_a1.parallax.txt');
		expect(slugOf('...')).toBe('parallax');
	});
});

test('classes whose day has come, or comes within two weeks, are called to mind, the next first', () => {
	const of = (id: string, deleteBy: number | null) => ({ id, name: id, deleteBy });
	const all = [of('later', now + 30 * day), of('soon', now + 3 * day), of('past', now - day), of('never', null)];
	expect(remindersOf(all, now).map(({ classId, days }) => [classId, days])).toEqual([
		['past', -1],
		['soon', 3]
	]);
});
