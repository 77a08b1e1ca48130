import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '#lib/domain/classroom/base64url.ts';
import { importFile } from '#lib/domain/classroom/import/import-files.ts';
import { inflate, deflate } from '#lib/domain/classroom/inflate.ts';
import type { Assignment, OpenClass, Result, TextFile } from '#lib/domain/classroom/model.ts';
import { fromEnvelope } from '#lib/domain/classroom/sealing/envelope.ts';
import type { DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import { openResult, sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import * as fc from 'fast-check';
import {
	deskFor,
	fileOf,
	lessonsOf,
	makeAssignmentFor,
	makeClass,
	makeDevice,
	pairOf,
	port,
	resultFor
} from '../../support/classroom.ts';

let open: OpenClass;
let device: DeviceKeys;
let assignment: Assignment;
let result: Result;
let file: TextFile;
/** As small as a result can be: no work at all. */
let small: TextFile;
beforeAll(async () => {
	open = await makeClass();
	device = await makeDevice();
	const lessons = lessonsOf(1);
	assignment = makeAssignmentFor(open, lessons);
	result = await resultFor(assignment, lessons, device);
	file = await sealResult(result, { assignment, device }, port);
	small = await sealResult({ ...result, lessons: [], claimed: [] }, { assignment, device }, port);
});

const openText = async (text: string, own = pairOf(open)) => {
	const envelope = fromEnvelope(text);
	return envelope.ok ? openResult(envelope, await own, port) : envelope;
};

describe('a sealed result', () => {
	test('is named after its student, its assignment and its attempt', () => {
		expect(file.name).toBe('S-001_week-3_a1.parallax.txt');
	});

	test('gives the class its result, and the key of the device that signed it', async () => {
		const opened = await openText(file.text);
		expect(opened).toMatchObject({ ok: true, result });
		const raw = new Uint8Array(await port.subtle.exportKey('raw', device.signing.publicKey));
		expect(opened).toMatchObject({ device: toBase64url(raw) });
	});

	test('says nothing of the student or the answers in clear', () => {
		expect(file.text).not.toContain('S-001');
		expect(file.text).not.toContain(lessonsOf(1)[0]!.id);
	});

	test('is another text each time, and the same inside', async () => {
		const again = await sealResult(result, { assignment, device }, port);
		expect(again.text).not.toBe(file.text);
		expect(await openText(again.text)).toMatchObject({ ok: true, result });
	});

	test('cannot be opened by another class', async () => {
		expect(await openText(file.text, pairOf(await makeClass()))).toEqual({ ok: false, code: 'damaged' });
	});

	test('survives line ends of Windows, a mark of order and empty lines behind its end', async () => {
		expect(await openText(`\uFEFF${file.text.replaceAll('\n', '\r\n')}\r\n\r\n`)).toMatchObject({ ok: true, result });
	});

	test('is not opened when any one of its bytes is another, whichever bit of it', async () => {
		const desk = await deskFor(open, [assignment]);
		const bytes = new TextEncoder().encode(small.text);
		const passed: number[] = [];
		for (let at = 0; at < bytes.length; at++) {
			const changed = bytes.slice();
			changed[at]! ^= 1 << (at % 8);
			const { code } = await importFile(fileOf(changed), desk);
			if (['opened', 'late', 'other-version', 'conflict', 'duplicate'].includes(code)) passed.push(at);
		}
		expect(passed).toEqual([]);
		// The same file, unchanged, is opened: it was the bytes.
		expect(await importFile(fileOf(small.text), desk)).toMatchObject({ code: 'opened' });
	});

	test('that somebody else sealed under the name of the device is told by its signature', async () => {
		const other = await makeDevice();
		const forged = await sealResult(
			result,
			{
				assignment,
				device: { ...device, signing: { publicKey: device.signing.publicKey, privateKey: other.signing.privateKey } }
			},
			port
		);
		expect(await openText(forged.text)).toEqual({ ok: false, code: 'bad-signature' });
	});
});

describe('base64url', () => {
	test('gives back every sequence of bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
				expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
			})
		);
	});
	test.each(['a', 'ab=', 'a+b/', 'AB', 'AAB', 'ä'])('refuses %j', (text) => {
		expect(fromBase64url(text)).toBeNull();
	});
});

describe('unpacking', () => {
	test('gives back what was packed, up to the most that is allowed', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
				expect(inflate(deflate(bytes), 5000)).toEqual({ ok: true, bytes });
			})
		);
	});
	test('stops at a bomb, and tells it from damage', () => {
		expect(inflate(deflate(new Uint8Array(20_000_000)), 1_000_000)).toEqual({ ok: false, code: 'bomb' });
		expect(inflate(new Uint8Array([255, 255, 255]), 1000)).toEqual({ ok: false, code: 'damaged' });
		expect(inflate(deflate(new Uint8Array(1000)).subarray(0, -1), 5000)).toEqual({ ok: false, code: 'damaged' });
		expect(inflate(new Uint8Array(), 1000)).toEqual({ ok: false, code: 'damaged' });
	});
});
