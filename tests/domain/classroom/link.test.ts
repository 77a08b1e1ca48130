import * as fc from 'fast-check';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromAssignmentText, toAssignmentFile } from '#lib/domain/classroom/assignment/file.ts';
import { fromFragment, longestLink, toLink } from '#lib/domain/classroom/assignment/link.ts';
import { toBase64url } from '#lib/domain/classroom/base64url.ts';
import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import { bytesOf, deflate } from '#lib/domain/classroom/inflate.ts';
import type { Assignment, OpenClass } from '#lib/domain/classroom/model.ts';
import { course, day, lessonsOf, makeAssignmentFor, makeClass, now } from '../../support/classroom.ts';

const base = 'https://parallax-for-the-classroom.example.edu/app/zh/assignment/';
let open: OpenClass;
let three: Assignment;
beforeAll(async () => {
	open = await makeClass();
	three = makeAssignmentFor(open, lessonsOf(3), { title: 'Week 3: three lessons on words', due: now + 7 * day });
});
const linkOf = (assignment: Assignment): string => {
	const made = toLink(base, assignment);
	if (!made.ok) throw new Error(`${made.code}: ${made.length}`);
	return made.link;
};

/** The code drawn as pixels, four a module, with its quiet zone: what a camera sees. */
function readBack(text: string): string | undefined {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const side = size * 4;
	const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++)
			if (data[y >> 2]![x >> 2]) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
	return jsQR(pixels, side, side)?.data;
}

describe('a link', () => {
	test('for three lessons with the usual policies is short enough, and its QR says the same to another decoder', () => {
		const link = linkOf(three);
		expect(link.length).toBeLessThanOrEqual(longestLink);
		expect(readBack(link)).toBe(link);
	});

	test('says everything behind its #, and gives the assignment back as it was', () => {
		const { hash, search, pathname } = new URL(linkOf(three));
		expect([search, pathname]).toEqual(['', '/app/zh/assignment/']);
		expect(fromFragment(hash)).toEqual({ ok: true, assignment: three });
	});

	test('gives back whatever can be assigned', () => {
		const text = (most: number) =>
			fc.string({ unit: 'grapheme', maxLength: most / 4 }).map((one) => one.slice(0, most));
		fc.assert(
			fc.property(
				fc.record({
					title: text(80).map((one) => `T${one}`.slice(0, 80)),
					note: text(100),
					due: fc.option(fc.integer({ min: now, max: now + 1000 * day })),
					attempts: fc.integer({ min: 0, max: 100 }),
					counts: fc.constantFrom('last' as const, 'best' as const),
					asks: fc.subarray(['stances', 'reflections', 'notes'] as const).map((all) => [...all]),
					policy: fc.constantFrom({}, { attempts: 2 }, { feedback: 'never' as const, minutes: 20, draw: { a: 2 } })
				}),
				(over) => {
					const assignment = { ...three, ...over };
					const made = toLink(base, assignment);
					if (made.ok) expect(fromFragment(new URL(made.link).hash)).toEqual({ ok: true, assignment });
					else expect(made.length).toBeGreaterThan(longestLink);
				}
			)
		);
	});

	test('is refused where it would be too long, and says how long', () => {
		const many = makeAssignmentFor(open, course().lessons, {
			note: Array.from({ length: 60 }, (_, at) => `w${at * 37}`).join(' ')
		});
		const made = toLink(base, many);
		expect(made).toMatchObject({ ok: false, code: 'too-long' });
		expect(made.length).toBeGreaterThan(longestLink);
	});

	test('is refused for an assignment that carries a lesson', () => {
		const [lesson] = lessonsOf(1);
		const carried = [carryLesson(lesson!, course().library, { key: true })];
		expect(toLink(base, { ...three, carried })).toMatchObject({ ok: false, code: 'carries-lessons' });
	});
});

describe('a fragment that is none', () => {
	const packed = (value: unknown): string => `#1.${toBase64url(deflate(bytesOf(JSON.stringify(value))))}`;
	test.each([
		['', 'empty'],
		['#', 'empty'],
		['#2.abcd', 'newer'],
		['#contents', 'not-an-assignment'],
		['#1.', 'damaged'],
		['#1.!!!!', 'damaged'],
		[packed({}), 'not-an-assignment'],
		[packed([1, 2, 3]), 'not-an-assignment'],
		[packed('a'.repeat(300_000)), 'damaged']
	])('%j is %s', (hash, code) => {
		expect(fromFragment(hash)).toMatchObject({ ok: false, code });
	});

	test('tells where it is wrong', () => {
		const link = linkOf({ ...three, lessons: [{ ...three.lessons[0]!, id: 'no such id' }] });
		expect(fromFragment(new URL(link).hash)).toMatchObject({ ok: false, problem: { path: 'lessons[0].id' } });
	});

	test('is noticed wherever one character of a link was lost or changed, or it says another assignment', () => {
		const { hash } = new URL(linkOf(three));
		for (let at = 3; at < hash.length; at++) {
			const cut = fromFragment(hash.slice(0, at) + hash.slice(at + 1));
			if (cut.ok) expect(cut.assignment).not.toEqual(three);
		}
	});
});

describe('an assignment file', () => {
	const fileOf = () => {
		const [lesson] = lessonsOf(1);
		const carried = [carryLesson(lesson!, course().library, { key: true })];
		return { assignment: { ...three, carried }, file: toAssignmentFile({ ...three, carried }) };
	};

	test('gives back an assignment with the lesson that it carries', () => {
		const { assignment, file } = fileOf();
		expect(file.name).toBe('week-3-three-lessons-on-words.assignment.parallax.txt');
		expect(fromAssignmentText(file.text)).toEqual({ ok: true, assignment });
	});

	test('survives other line ends and a mark of order', () => {
		const { assignment, file } = fileOf();
		expect(fromAssignmentText(`\uFEFF${file.text.replaceAll('\n', '\r\n')}\r\n`)).toEqual({ ok: true, assignment });
	});

	test('tells damage, a newer version, and what is something else', () => {
		const { file } = fileOf();
		expect(fromAssignmentText(file.text.slice(0, -30))).toMatchObject({ code: 'damaged' });
		expect(fromAssignmentText(file.text.replace(/\n\n./, '\n\n_'))).toMatchObject({ code: 'damaged' });
		expect(fromAssignmentText(file.text.replace('assignment 1', 'assignment 2'))).toMatchObject({ code: 'newer' });
		expect(fromAssignmentText('Dear all')).toMatchObject({ code: 'not-an-assignment' });
		expect(fromAssignmentText('  ')).toMatchObject({ code: 'empty' });
	});

	test('may as well be a pasted link', () => {
		expect(fromAssignmentText(` ${linkOf(three)} `)).toEqual({ ok: true, assignment: three });
	});
});
