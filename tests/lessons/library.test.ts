import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { longestQuotation, wordCount } from '#lib/domain/lesson/words.ts';
import type { Content, Library } from '#lib/domain/lesson/model.ts';

const root = new URL('../../lessons/', import.meta.url);
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:md|yaml)$/.test(path));
const files = Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
const yaml = Object.entries(files).filter(([path]) => path.endsWith('.yaml'));

/** The texts that the course compares; they stand for themselves, whether or not a claim is taken from them. */
const compared = ['weibo-trending-2025', 'global-times-2023', 'cyberpeace-2024', 'china-daily-2017', 'ecfr-2015'];

/** Claims that no lesson takes up, and why they are kept: the page of their source shows them. */
const forReference: Record<string, string> = {
	c120: 'one more date that the China Daily report has right, beside the law of the same months',
	c170: 'the closing words of the Weibo article, which can be neither checked nor weighed'
};

/** Every text within a value, however deep. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

/** What the library mentions, by the kind of thing that is mentioned. */
function mentionedIn({ claims, terms, discrepancies }: Library): { sources: string[]; discrepancies: string[] } {
	const allClaims = Object.values(claims);
	return {
		sources: [
			...allClaims.flatMap(({ source, checkedBy }) => [source, ...checkedBy]),
			...Object.values(terms).flatMap(({ renderings }) => renderings.flatMap(({ usedBy }) => usedBy)),
			...Object.values(discrepancies).flatMap(({ sources, quote }) => [...sources, ...(quote ? [quote.source] : [])])
		],
		discrepancies: allClaims.flatMap((claim) => claim.discrepancies)
	};
}

let content: Content;
beforeAll(() => {
	const compiled = compileContent(files);
	if (!compiled.content) throw new Error('The course does not compile; see content.test.ts.');
	content = compiled.content;
});

describe('the library', () => {
	test('names no source and no discrepancy that it does not hold', () => {
		const { library } = content;
		const { sources, discrepancies } = mentionedIn(library);
		expect(sources.filter((id) => !Object.hasOwn(library.sources, id))).toEqual([]);
		expect(discrepancies.filter((id) => !Object.hasOwn(library.discrepancies, id))).toEqual([]);
	});

	test('holds no source that nothing uses', () => {
		const { library, lessons } = content;
		const used = new Set([...mentionedIn(library).sources, ...textsIn(lessons), ...compared]);
		expect(Object.keys(library.sources).filter((id) => !used.has(id))).toEqual([]);
	});

	test('holds no claim that no lesson takes up, but for those that are kept for reference', () => {
		const used = new Set(textsIn(content.lessons));
		const unused = Object.keys(content.library.claims).filter((id) => !used.has(id));
		expect(unused).toEqual(Object.keys(forReference));
	});

	test('holds no term that neither a lesson opens nor a source renders, for the glossary to compare', () => {
		const opened = textsIn(content.lessons).join(' ');
		const unused = Object.values(content.library.terms).filter(
			({ id, renderings }) =>
				!opened.includes(`popovertarget="lens-${id}"`) &&
				!renderings.some(({ usedBy }) => usedBy.length > 0)
		);
		expect(unused.map(({ id }) => id)).toEqual([]);
	});

	test.each(compared)('has %s, which at least two lessons use', (source) => {
		const { claims } = content.library;
		const isFromIt = (text: string): boolean =>
			text === source || (Object.hasOwn(claims, text) && claims[text]?.source === source);
		const lessons = content.lessons.filter((lesson) => textsIn(lesson).some(isFromIt));
		expect(lessons.length).toBeGreaterThanOrEqual(2);
	});

	test('holds all five texts that the course compares, each with claims, and each claim with a place in the text', () => {
		const { claims, sources } = content.library;
		const fromTexts = Object.values(claims).filter(({ source }) => compared.includes(source));
		expect(compared.filter((id) => !Object.hasOwn(sources, id))).toEqual([]);
		expect(new Set(fromTexts.map(({ source }) => source))).toEqual(new Set(compared));
		expect(fromTexts.filter(({ locator }) => !locator).map(({ id }) => id)).toEqual([]);
	});

	test('corrects every claim that it calls an error by a discrepancy about the text that makes it', () => {
		const { claims, discrepancies } = content.library;
		const uncorrected = Object.values(claims).filter(
			(claim) =>
				claim.status === 'error' && !claim.discrepancies.some((id) => discrepancies[id]?.sources.includes(claim.source))
		);
		expect(uncorrected.map(({ id }) => id)).toEqual([]);
	});

	test('quotes the words that hold a slip wherever it names the kind of slip', () => {
		const named = Object.values(content.library.discrepancies).filter(({ slip }) => slip);
		expect(named.filter(({ quote }) => !quote).map(({ id }) => id)).toEqual([]);
		expect(named.length).toBeGreaterThan(0);
	});

	test('splits each term into words that leave none of its characters over', () => {
		const left = Object.values(content.library.terms).map(({ id, characters, words }) => {
			const longestFirst = words.map((word) => word.characters).toSorted((a, b) => b.length - a.length);
			return [id, longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), characters)];
		});
		expect(left.filter(([, rest]) => /\p{Script=Han}/u.test(rest ?? ''))).toEqual([]);
	});
});

describe('the words of the library', () => {
	test.each(yaml)('quote at most fifteen words at a time (%s)', (_path, text) => {
		const quoted = textsIn(parse(text)).flatMap((one) => [...one.matchAll(/“([^“”]*)”/g)].map(([, words = '']) => words));
		expect(quoted.filter((words) => wordCount(words) > longestQuotation)).toEqual([]);
	});

	test.each(yaml)('open and close every quotation (%s)', (_path, text) => {
		const uneven = textsIn(parse(text)).filter((one) => !/^[^“”]*(?:“[^“”]*”[^“”]*)*$/.test(one));
		expect(uneven).toEqual([]);
	});
});
