import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestNote } from '#lib/domain/learning/notes/model.ts';
import {
	isDivided,
	mergeNotes,
	noteKey,
	printOf,
	quotationOf,
	textOf,
	textsOf,
	writeNote
} from '#lib/domain/learning/notes/note.ts';
import { about, devices } from './arbitraries.ts';

const write = (text: string, by: string, at: number, note = null as ReturnType<typeof writeNote> | null) =>
	writeNote(note, text, { by, at, about: about() });

describe('merging notes', () => {
	it('is commutative, associative and idempotent, whatever the devices did', () => {
		fc.assert(
			fc.property(devices, ([a, b, c]) => {
				expect(mergeNotes(a, b)).toEqual(mergeNotes(b, a));
				expect(mergeNotes(mergeNotes(a, b), c)).toEqual(mergeNotes(a, mergeNotes(b, c)));
				expect(mergeNotes(mergeNotes(a, b), b)).toEqual(mergeNotes(a, b));
				expect(mergeNotes(a, a)).toEqual(mergeNotes(a, a));
				expect(textsOf(mergeNotes(a, a))).toEqual(textsOf(a));
			}),
			{ numRuns: 500 }
		);
	});

	it('loses no text that the other side has not seen', () => {
		fc.assert(
			fc.property(devices, ([a, b]) => {
				const both = mergeNotes(a, b);
				for (const [one, other] of [
					[a, b],
					[b, a]
				] as const)
					for (const version of one.versions)
						if (version.count > (other.seen[version.by] ?? 0)) expect(both.versions).toContainEqual(version);
			})
		);
	});

	it('keeps both texts of devices that went apart, the newer first', () => {
		const base = write('begun', 'a', 1);
		const both = mergeNotes(write('here', 'a', 2, base), write('there', 'b', 3, base));
		expect(textsOf(both)).toEqual(['there', 'here']);
		expect(isDivided(both)).toBe(true);
		expect(textOf(write('joined', 'b', 4, both))).toBe('joined');
		expect(isDivided(mergeNotes(write('joined', 'b', 4, both), base))).toBe(false);
	});

	it('lets the text that went on replace what it began from', () => {
		const base = write('begun', 'a', 1);
		const further = write('begun, and finished', 'b', 0, base);
		expect(textsOf(mergeNotes(base, further))).toEqual(['begun, and finished']);
	});

	it('brings no deleted text back, but keeps one that the deleting side never saw', () => {
		const base = write('begun', 'a', 1);
		const deleted = write('', 'a', 2, base);
		expect(textsOf(mergeNotes(deleted, base))).toEqual([]);
		expect(textsOf(mergeNotes(deleted, write('went on', 'b', 2, base)))).toEqual(['went on']);
	});
});

it('keeps what it was about when it was begun, until it is begun anew', () => {
	const later = { ...about(), quotation: 'Other words', version: 2 };
	const begun = write('one', 'a', 1);
	expect(writeNote(begun, 'two', { by: 'a', at: 2, about: later }).about.version).toBe(1);
	const anew = writeNote(write('', 'a', 2, begun), 'three', { by: 'a', at: 3, about: later });
	expect(anew.about.version).toBe(2);
});

it('refuses a text above the bound', () => {
	expect(() => write('x'.repeat(longestNote + 1), 'a', 1)).toThrow(RangeError);
});

it('has one key for what lessons share, and one a lesson for its own cards', () => {
	const key = (kind: 'term' | 'source' | 'claim' | 'framing' | 'item', lesson: string) =>
		noteKey({ kind, id: 'x', lesson });
	for (const kind of ['term', 'source', 'claim'] as const) expect(key(kind, 'a')).toBe(key(kind, 'b'));
	for (const kind of ['framing', 'item'] as const) expect(key(kind, 'a')).not.toBe(key(kind, 'b'));
});

it('quotes at most 200 characters, cut between words', () => {
	expect(quotationOf(' a \n b ')).toBe('a b');
	const long = quotationOf('cyber sovereignty '.repeat(30));
	expect(long.length).toBeLessThanOrEqual(200);
	expect(long).toMatch(/(cyber|sovereignty)…$/);
	expect(quotationOf('网'.repeat(300))).toHaveLength(200);
});

it('tells a changed card from the same one', () => {
	expect(printOf({ a: 1, b: 2 })).toBe(printOf({ b: 2, a: 1 }));
	expect(printOf({ a: 1 })).not.toBe(printOf({ a: 2 }));
});
