import { deflateSync, strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { toAssignmentFile } from '#lib/domain/classroom/assignment/file.ts';
import {
	importFile,
	importFiles,
	largestFile,
	largestZip,
	pastedFiles,
	type Desk,
	type DroppedFile,
	type Imported
} from '#lib/domain/classroom/import/import-files.ts';
import { bytesOf } from '#lib/domain/classroom/inflate.ts';
import type { Assignment, OpenClass, Result, TextFile } from '#lib/domain/classroom/model.ts';
import { sealBox, joinBytes } from '#lib/domain/classroom/sealing/box.ts';
import { headingText, toEnvelope } from '#lib/domain/classroom/sealing/envelope.ts';
import { pointOf, readPublicKey, type DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import { signing } from '#lib/domain/classroom/sealing/port.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import { isBrought } from '#lib/domain/classroom/verdict.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import { chanceOf } from '#lib/domain/lesson/shuffle.ts';
import type { Lesson } from '#lib/domain/lesson/model.ts';
import {
	day,
	deskFor,
	fileOf,
	keysOf,
	lessonsOf,
	makeAssignmentFor,
	makeClass,
	makeDevice,
	now,
	port,
	resultFor
} from '../../support/classroom.ts';

let lessons: Lesson[];
let open: OpenClass;
let device: DeviceKeys;
let assignment: Assignment;
let result: Result;
let file: TextFile;
beforeAll(async () => {
	lessons = lessonsOf(1);
	[open, device] = await Promise.all([makeClass(), makeDevice()]);
	assignment = makeAssignmentFor(open, lessons, { due: now + 3 * day, attempts: 2 });
	result = await resultFor(assignment, lessons, device);
	file = await seal(result);
});
const seal = (one: Result, of: Assignment = assignment): Promise<TextFile> =>
	sealResult(one, { assignment: of, device }, port);
const desk = (): Promise<Desk> => deskFor(open, [assignment], keysOf(lessons));
const verdictOn = async (content: string | Uint8Array, at?: Desk) => importFile(fileOf(content), at ?? (await desk()));

async function all(files: readonly DroppedFile[], at?: Desk): Promise<Imported[]> {
	const imported: Imported[] = [];
	for await (const one of importFiles(files, at ?? (await desk()), async () => undefined)) imported.push(one);
	return imported;
}

/** Anything at all, sealed and signed as a device would. */
async function sealedBytes(content: Uint8Array): Promise<string> {
	const heading = { kind: 'result', classId: open.id, assignment: assignment.id } as const;
	const around = bytesOf(headingText(heading));
	const to = await readPublicKey(open.publicKey, port);
	const over = joinBytes(await pointOf(to, port), around, content);
	const signature = new Uint8Array(await port.subtle.sign(signing, device.signing.privateKey, over));
	const inner = joinBytes(await pointOf(device.signing.publicKey, port), signature, content);
	return toEnvelope(heading, await sealBox(inner, { to, around }, port));
}

describe('the verdict on a file', () => {
	test('that is as it should be: opened, with nothing to tell apart', async () => {
		const verdict = await verdictOn(file.text);
		expect(verdict).toMatchObject({
			code: 'opened',
			differences: [],
			kept: { id: result.id, result, late: false, otherVersions: [], over: false }
		});
	});

	test('that was handed in after the due date, by the clock of its device: late', async () => {
		const late = await seal({ ...result, handedInAt: now + 4 * day });
		expect(await verdictOn(late.text)).toMatchObject({ code: 'late', kept: { late: true } });
	});

	test('that was worked on in another version of the lesson: opened all the same, and told', async () => {
		const other = await seal({
			...result,
			lessons: result.lessons.map((one) => ({ ...one, hash: '0123456789abcdef' }))
		});
		const verdict = await verdictOn(other.text);
		expect(verdict).toMatchObject({ code: 'other-version', kept: { otherVersions: [lessons[0]!.id] } });
	});

	test('that is an attempt too many: opened, and told to be over', async () => {
		const third = await seal({ ...result, attempt: 3 });
		expect(await verdictOn(third.text)).toMatchObject({ code: 'opened', kept: { over: true } });
	});

	test('that calls itself the first once more, after as many as are allowed came in: over, of whichever device', async () => {
		const at = await desk();
		const other = await makeDevice();
		const over: boolean[] = [];
		for (const [number, by] of [1, 2, 1, 2].entries()) {
			const signer = number < 2 ? device : other;
			const again = await resultFor(assignment, lessons, signer, { attempt: by });
			const sealed = await sealResult(again, { assignment, device: signer }, port);
			const verdict = await verdictOn(sealed.text, at);
			if (isBrought(verdict)) over.push(verdict.kept.over);
		}
		expect(over).toEqual([false, false, true, true]);
		expect(await verdictOn(file.text, at)).toMatchObject({ kept: { over: true } });
		const theirs = await seal(await resultFor(assignment, lessons, device, { code: 'S-002' }));
		expect(await verdictOn(theirs.text, at)).toMatchObject({ kept: { over: false } });
	});

	test('that another device signed under the same code, or the same device under another code: opened, and told', async () => {
		const at = await desk();
		const signs = async (code: string, signer: DeviceKeys) => {
			const sealed = await sealResult(
				await resultFor(assignment, lessons, signer, { code }),
				{ assignment, device: signer },
				port
			);
			const verdict = await verdictOn(sealed.text, at);
			return isBrought(verdict) ? verdict.devices : verdict.code;
		};
		const other = await makeDevice();
		expect(await signs('S-001', device)).toEqual([]);
		expect(await signs('S-001', device)).toEqual([]);
		expect(await signs('S-002', other)).toEqual([]);
		expect(await signs('S-001', other)).toEqual(['other-device', 'shared-device']);
	});

	test('that came before: a duplicate, whatever it is called and however it was sealed', async () => {
		const at = await desk();
		expect(await verdictOn(file.text, at)).toMatchObject({ code: 'opened' });
		expect(await verdictOn(file.text, at)).toMatchObject({ code: 'duplicate', id: result.id, student: 'S-001' });
		expect(await verdictOn((await seal(result)).text, at)).toMatchObject({ code: 'duplicate' });
	});

	test('with another content under the same attempt: both are kept, and each once', async () => {
		const at = await desk();
		const other = await seal({ ...result, code: 'S-002' });
		await verdictOn(file.text, at);
		const verdict = await verdictOn(other.text, at);
		expect(verdict).toMatchObject({ code: 'conflict', kept: { result: { code: 'S-002' } } });
		if (isBrought(verdict)) expect(verdict.kept.id).toMatch(new RegExp(`^${result.id}~[0-9a-f]{8}$`));
		expect(await verdictOn(other.text, at)).toMatchObject({ code: 'duplicate' });
		expect(await verdictOn(file.text, at)).toMatchObject({ code: 'duplicate' });
	});

	test('for another class: which one, and nothing of its content', async () => {
		const other = await makeClass();
		const theirs = makeAssignmentFor(other, lessons);
		const sealed = await seal(await resultFor(theirs, lessons, device), theirs);
		expect(await verdictOn(sealed.text)).toEqual({ code: 'wrong-class', classId: other.id });
	});

	test('for another class of this device: which one, by its name', async () => {
		const at = await desk();
		const classes = new Map([[open.id, { elsewhere: 'Media 101' }]]);
		expect(await verdictOn(file.text, { ...at, classes })).toEqual({
			code: 'other-class',
			classId: open.id,
			name: 'Media 101'
		});
	});

	test('for an assignment that is not here: kept sealed, to be opened later', async () => {
		const at = { ...(await desk()), assignments: new Map() };
		expect(await verdictOn(file.text, at)).toMatchObject({
			code: 'unknown-assignment',
			waiting: { assignment: assignment.id, classId: open.id, text: file.text }
		});
	});

	test.each<[string, () => string]>([
		['empty', () => ''],
		['empty', () => '\n\n  \n'],
		['truncated', () => file.text.slice(0, file.text.length / 2)],
		['truncated', () => file.text.slice(0, -10)],
		['truncated', () => file.text.split('\n').slice(0, 2).join('\n')],
		['damaged', () => file.text.replace(/\n\n(.)/, (_, sign: string) => `\n\n${sign === 'A' ? 'B' : 'A'}`)],
		['damaged', () => file.text.replace('Sealed', 'sealed')],
		['damaged', () => file.text.replace('Parallax result', 'Parallax rasult')],
		['damaged', () => file.text.replace(open.id, '0123456789ab')],
		['newer-version', () => file.text.replace('result 1', 'result 2')],
		['not-parallax', () => 'Dear Professor,\n\nplease find attached my homework.\n'],
		['not-parallax', () => '{"app":"h5p"}'],
		['not-parallax', () => '<script>alert(1)</script>'],
		['other-file', () => toAssignmentFile(assignment).text]
	])('that is %s says so', async (code, make) => {
		const text = make();
		const { code: found } = await verdictOn(text);
		// A heading that names another class is for that class, as far as anybody can tell.
		expect(found === 'wrong-class' ? 'damaged' : found).toBe(code);
	});

	test('of random bytes: not one of ours', async () => {
		expect(await verdictOn(port.random(5000))).toEqual({ code: 'not-parallax' });
	});

	test('that is huge: told by its size, and not read', async () => {
		const huge: DroppedFile = {
			name: 'film.mov',
			size: 50_000_000,
			bytes: () => Promise.reject(new Error('It was read.'))
		};
		expect(await importFile(huge, await desk())).toEqual({ code: 'too-large', size: 50_000_000, most: largestFile });
	});

	test('that the browser cannot read', async () => {
		const gone: DroppedFile = {
			name: 'gone',
			size: 9,
			bytes: () => Promise.reject(new DOMException('', 'NotReadableError'))
		};
		expect(await importFile(gone, await desk())).toEqual({ code: 'unreadable' });
	});

	test('that unpacks to more than a result can be: a bomb, however well it is sealed', async () => {
		const bomb = deflateSync(new Uint8Array(40_000_000), { level: 9 });
		expect(await verdictOn(await sealedBytes(bomb))).toEqual({ code: 'bomb' });
	});

	test.each<[string, unknown, string]>([
		['something else', 'hello', ''],
		['no result', { app: 'parallax', kind: 'result', version: 2 }, 'id'],
		['a hostile key', JSON.parse('{"__proto__": {"a": 1}}'), '__proto__']
	])('with %s in a good seal: bad content, and where', async (_, content, path) => {
		const verdict = await verdictOn(await sealedBytes(deflateSync(strToU8(JSON.stringify(content)))));
		expect(verdict).toMatchObject({ code: 'bad-content' });
		expect(verdict.code === 'bad-content' && verdict.problem.path).toContain(path === 'id' ? '' : path);
	});

	test('with an answer to a strange question, a negative number of points, or a map in circles: never a crash', async () => {
		const strange = {
			...result,
			lessons: result.lessons.map((lesson) => ({
				...lesson,
				steps: lesson.steps.map((step) =>
					step.step === 'check'
						? { ...step, work: { ...step.work, responses: { nowhere: { kind: 'single', choice: 'x' } } } }
						: step
				)
			}))
		};
		expect((await verdictOn((await seal(strange as Result)).text)).code).toBe('opened');
		const minus = {
			...result,
			claimed: [
				{
					lesson: lessons[0]!.id,
					step: 'check' as const,
					overall: { earned: { n: -5, d: 1 }, possible: { n: 0, d: 1 } }
				}
			]
		};
		expect((await verdictOn((await seal(minus)).text)).code).toBe('opened');
	});
});

describe('marks that are claimed', () => {
	test('are never taken over: what the answers give is told beside them', async () => {
		const poor = await resultFor(assignment, lessons, device, { knows: () => false });
		const claimed = result.claimed;
		const verdict = await verdictOn((await seal({ ...poor, claimed })).text);
		if (!isBrought(verdict)) throw new Error(verdict.code);
		expect(verdict.differences).toContainEqual({
			code: 'points',
			lesson: lessons[0]!.id,
			step: 'check',
			claimed: 100,
			found: markResult(poor, assignment, keysOf(lessons)).differences.length === 0 ? expect.any(Number) : null
		});
	});
});

describe('many files', () => {
	test('each get their verdict, whatever the others are, and tell how far it is', async () => {
		const second = await seal(await resultFor(assignment, lessons, device, { code: 'S-002' }));
		const files = ['junk', file.text, '', second.text, file.text].map((text, at) => fileOf(text, `${at}.txt`));
		const imported = await all(files);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual([
			'not-parallax',
			'opened',
			'empty',
			'opened',
			'duplicate'
		]);
		expect(imported.map(({ done, of }) => [done, of])).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
	});

	test('in a zip are taken one by one, and what systems add to it is passed over', async () => {
		const second = await seal(await resultFor(assignment, lessons, device, { code: 'S-002' }));
		const zip = zipSync({
			'S-001/file.txt': strToU8(file.text),
			'__MACOSX/file.txt': strToU8('x'),
			'S-002/file.txt': strToU8(second.text),
			'notes.docx': port.random(2000)
		});
		const imported = await all([fileOf(zip, 'submissions.zip'), fileOf('junk', 'junk.txt')]);
		expect(imported.map(({ file: name, verdict }) => [name, verdict.code])).toEqual([
			['submissions.zip/S-001/file.txt', 'opened'],
			['submissions.zip/S-002/file.txt', 'opened'],
			['submissions.zip/notes.docx', 'not-parallax'],
			['junk.txt', 'not-parallax']
		]);
		expect(imported.at(-1)).toMatchObject({ done: 4, of: 4 });
	});

	test('in a zip bomb are refused one by one, and the good one among them is opened', async () => {
		const zip = zipSync({ 'bomb.txt': new Uint8Array(60_000_000), 'good.txt': strToU8(file.text) });
		const imported = await all([fileOf(zip, 'bomb.zip')]);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual(['bomb', 'opened']);
	});

	test('in a zip are read although one before them unpacks to more than all may, or is packed in another way', async () => {
		const zip = zipSync({
			'bomb.txt': new Uint8Array(210_000_000),
			'other.txt': [strToU8('x'), { level: 0 }],
			'good.txt': strToU8(file.text)
		});
		// The method of the second one, where it stands first and in the list at the end: LZMA.
		const name = strToU8('other.txt');
		for (let at = 0; at < zip.length - name.length; at++)
			if (name.every((byte, offset) => zip[at + offset] === byte))
				zip[zip[at - 46] === 0x50 && zip[at - 44] === 1 ? at - 36 : at - 22] = 14;
		const imported = await all([fileOf(zip, 'week.zip')]);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual(['bomb', 'unreadable', 'opened']);
	});

	test('in a zip of more than may be in one are told by their number, and those before them are opened', async () => {
		const many = Object.fromEntries(Array.from({ length: 3004 }, (_, at) => [`${at}.txt`, strToU8('x')]));
		const zip = zipSync({ 'good.txt': strToU8(file.text), ...many, '__MACOSX/x': strToU8('x') }, { level: 0 });
		const imported = await all([fileOf(zip, 'year.zip'), fileOf(file.text)]);
		expect(imported[2999]).toMatchObject({ verdict: { code: 'not-parallax' } });
		expect(imported[3000]).toMatchObject({ file: 'year.zip', verdict: { code: 'incomplete', unread: 5 } });
		expect(imported.at(-1)).toMatchObject({ verdict: { code: 'duplicate' }, done: 3002, of: 3002 });
	});

	test('in a zip that unpacks to more than one may are told by their number, and are called no bombs', async () => {
		const large = new Uint8Array(4_900_000);
		const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`${at}.txt`, large]));
		const imported = await all([fileOf(zipSync({ ...many, 'good.txt': strToU8(file.text) }), 'year.zip')]);
		const codes = imported.map(({ verdict }) => verdict.code);
		expect(codes.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'not-parallax'));
		expect(imported.slice(40)).toMatchObject([
			{ file: 'year.zip/good.txt', verdict: { code: 'opened' } },
			{ file: 'year.zip', verdict: { code: 'incomplete', unread: 1 } }
		]);
	});

	test('behind the cut of a zip are told to be missing, and those before it are opened', async () => {
		const zip = zipSync({ 'good.txt': strToU8(file.text), 'b.txt': port.random(5000), 'c.txt': port.random(5000) });
		const imported = await all([fileOf(zip.slice(0, -8000), 'cut.zip')]);
		expect(imported.map(({ file: name, verdict }) => [name, verdict.code])).toEqual([
			['cut.zip/good.txt', 'opened'],
			['cut.zip/b.txt', 'unreadable'],
			['cut.zip', 'incomplete']
		]);
		expect(imported.at(-1)).toMatchObject({ verdict: { unread: null }, done: 3, of: 3 });
	});

	test('of nothing but line ends are looked at once, not once a line', async () => {
		const imported = await all([fileOf(`${'\n'.repeat(4_000_000)}x`, 'lines.txt'), fileOf(file.text)]);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual(['not-parallax', 'opened']);
	});

	test('in a broken zip, and in one that is too large, stop nothing', async () => {
		const zip = zipSync({ 'good.txt': strToU8(file.text) });
		const imported = await all([
			fileOf(zip.slice(0, 20), 'broken.zip'),
			{ ...fileOf(zip, 'huge.zip'), size: largestZip + 1 },
			fileOf(port.random(100), 'random.zip'),
			fileOf(file.text)
		]);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual([
			'not-parallax',
			'too-large',
			'not-parallax',
			'opened'
		]);
		expect(imported[1]!.verdict).toEqual({ code: 'too-large', size: largestZip + 1, most: largestZip, zip: true });
	});

	test('pasted into one text are taken apart, though a mail broke and marked their lines', async () => {
		const second = await seal(await resultFor(assignment, lessons, device, { code: 'S-002' }));
		const mail = (text: string): string =>
			text
				.split('\n')
				.flatMap((line) => line.match(/.{1,40}/g) ?? [''])
				.map((line) => `> ${line} `)
				.join('\r\n');
		const imported = await all(
			pastedFiles(`Hello,\r\n\r\n${mail(file.text)}\r\n\r\nand mine:\r\n${mail(second.text)}\r\nBye`)
		);
		expect(imported.map(({ verdict }) => verdict.code)).toEqual(['opened', 'opened']);
	});
});

describe('five thousand mutated files', () => {
	const pick = (chance: string, below: number): number => Math.floor(chanceOf(chance) * below);

	/** One to four cuts, changes, doublings and insertions at places that the number alone decides. */
	function mutated(bytes: Uint8Array, number: number): Uint8Array {
		let changed = [...bytes];
		for (let turn = 0; turn <= number % 4; turn++) {
			const name = `${number}/${turn}`;
			const at = pick(`${name}/at`, changed.length);
			const length = 1 + pick(`${name}/length`, 40);
			const other = pick(`${name}/byte`, 256);
			const kinds: (() => number[])[] = [
				() => changed.map((byte, place) => (place === at ? other : byte)),
				() => [...changed.slice(0, at), ...changed.slice(at + length)],
				() => changed.slice(0, at),
				() => [...changed.slice(0, at), ...changed.slice(at, at + length), ...changed.slice(at)],
				() => [...changed.slice(0, at), other, ...changed.slice(at)],
				() => changed.map((byte, place) => (place >= at && place < at + length ? byte ^ 0x20 : byte))
			];
			changed = kinds[pick(`${name}/kind`, kinds.length)]!();
		}
		return Uint8Array.from(changed);
	}

	test('bring in nothing that was not handed in, with no other mark, and no import crashes', async () => {
		const half = await resultFor(assignment, lessons, device, { knows: ({ id }) => chanceOf(id) < 0.5 });
		const marks = markResult(half, assignment, keysOf(lessons));
		expect(marks.summary.overall).toBeGreaterThan(0);
		expect(marks.summary.overall).toBeLessThan(100);
		const whole = await seal(half);
		const bytes = new TextEncoder().encode(whole.text);
		const files = Array.from({ length: 5000 }, (_, number) => fileOf(mutated(bytes, number), `${number}.txt`));
		// As it was handed in, behind all that was made of it.
		files.push(fileOf(whole.text, 'whole.txt'));
		const counts = new Map<string, number>();
		const at = await desk();
		for await (const { verdict } of importFiles(files, at, async () => undefined)) {
			counts.set(verdict.code, (counts.get(verdict.code) ?? 0) + 1);
			// Only what was not changed at all, as by writing a byte over itself, or line ends behind the end.
			if (!isBrought(verdict)) continue;
			expect(verdict.kept.result).toEqual(half);
			expect(verdict.differences).toEqual([]);
			expect(markResult(verdict.kept.result, assignment, keysOf(lessons))).toEqual(marks);
		}
		expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(5001);
		expect(counts.get('opened')).toBe(1);
		expect(counts.get('unreadable')).toBeUndefined();
		expect(counts.get('damaged')).toBeGreaterThan(1000);
		expect(counts.get('truncated')).toBeGreaterThan(500);
	});

	test('with mutated content in a good seal never give a mark outside of what is possible', async () => {
		const json = JSON.stringify(result);
		const bytes = new TextEncoder().encode(json);
		let brought = 0;
		for (let number = 0; number < 300; number++) {
			const verdict = await verdictOn(await sealedBytes(deflateSync(mutated(bytes, number * 4))));
			expect(['opened', 'late', 'other-version', 'bad-content', 'damaged']).toContain(verdict.code);
			if (!isBrought(verdict)) continue;
			brought += 1;
			const { items, maps, summary } = markResult(verdict.kept.result, assignment, keysOf(lessons));
			for (const { earned, total } of items) {
				expect(earned.n).toBeGreaterThanOrEqual(0);
				expect(earned.n * total.d).toBeLessThanOrEqual(total.n * earned.d);
			}
			for (const { score } of maps) if (score) expect(score.total).toBeLessThanOrEqual(1);
			expect(summary.overall).toBeLessThanOrEqual(100);
		}
		expect(brought).toBeGreaterThan(10);
	});
});
