import { describe, expect, test } from 'vitest';
import { cataloguePages, catalogueOf, lessonsPerPage } from '#lib/content/documents.ts';
import { glossaryOf, sourcesOf } from '#lib/content/library-documents.ts';
import { searchDocumentsOf, searchIndexOf, statusLetters } from '#lib/content/search-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { SearchIndex } from '#lib/state/search-index.ts';
import { readContent } from '../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons'));
if (!content) throw new Error('The lessons do not compile: `npm run lessons -- check` says where.');
const index = new SearchIndex(JSON.parse(JSON.stringify(searchIndexOf(content))));
const paths = (query: string) => index.find(query).map(({ path }) => path);

describe('the search', () => {
	test.each([
		'网络强国',
		'wangluo qiangguo',
		'wǎngluò qiángguó',
		'wang luo qiang guo',
		'wangluoqiangguo',
		'wang3luo4 qiang2guo2'
	])('finds a term by %s first', (query) => expect(paths(query)[0]).toBe('/glossary/#wangluo-qiangguo'));
	test('finds a run of Chinese inside longer ones', () =>
		expect(paths('强国')).toContain('/glossary/#wangluo-qiangguo'));
	test('finds a source, a lesson and a claim by English, begun or misspelt', () => {
		expect(paths('Creemers ECFR')).toContain('/sources/#ecfr-2015');
		expect(paths('slogan many engl')[0]).toBe('/learn/one-slogan-many-englishes/');
		expect(paths('superpowr')).toContain('/glossary/#wangluo-qiangguo');
		expect(paths('c005').length + paths('congressional commission slogan').length).toBeGreaterThan(0);
	});
	test('keeps what checking showed of a claim that does not simply hold, in a letter', () => {
		const claims = Object.values(content.library.claims);
		const found = (id: string) =>
			index.find(content.library.claims[id]!.statement).find(({ path }) => path === `/sources/#${id}`);
		for (const status of ['unverified', 'disputed', 'dated', 'error'] as const) {
			const flag = found(claims.find((claim) => claim.status === status)!.id)?.flag;
			expect(flag && statusLetters[flag]).toBe(status);
		}
		const confirmed = claims.find(({ status }) => status === 'confirmed')!;
		expect(found(confirmed.id)).toBeDefined();
		expect(found(confirmed.id)?.flag).toBeUndefined();
	});
	test('finds nothing for nothing, and nothing for what is not there', () => {
		expect(index.find('  ')).toEqual([]);
		expect(index.find('zzzxqj')).toEqual([]);
	});
	test('knows every lesson, term, source, claim and discrepancy', () => {
		const ids = new Set(searchDocumentsOf(content).map(({ path }) => path));
		const { library, lessons } = content;
		for (const { id } of lessons) expect(ids).toContain(`/learn/${id}/`);
		for (const id of Object.keys(library.terms)) expect(ids).toContain(`/glossary/#${id}`);
		for (const kind of ['sources', 'claims', 'discrepancies'] as const)
			for (const id of Object.keys(library[kind])) expect(ids).toContain(`/sources/#${id}`);
	});
});

test('every claim stands under its source, every discrepancy in full under one', () => {
	const { sources } = sourcesOf(content);
	const { claims, discrepancies } = content.library;
	expect(sources.flatMap((source) => source.claims.map(({ id }) => id)).toSorted()).toEqual(
		Object.keys(claims).toSorted()
	);
	expect(sources.flatMap((source) => source.discrepancies.map(({ id }) => id)).toSorted()).toEqual(
		Object.keys(discrepancies).toSorted()
	);
});

test('a term knows the steps that open its lens', () => {
	const term = glossaryOf(content).terms.find(({ id }) => id === 'wangluo-qiangguo');
	const place = term?.places.find(({ lesson }) => lesson === 'one-slogan-many-englishes');
	expect(place?.steps).toContain('framings');
});

test('a page of the catalogue holds twelve lessons, however many there are', () => {
	const [lesson] = content.lessons;
	const many = { ...content, lessons: Array.from({ length: 1000 }, (_, at) => ({ ...lesson!, id: `l${at}` })) };
	const pages = Array.from({ length: cataloguePages(many) }, (_, at) => catalogueOf(many, at + 1));
	const ids = pages.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
	expect(ids).toEqual(many.lessons.map(({ id }) => id));
	const [first, second] = pages;
	expect(first?.modules.flatMap(({ lessons }) => lessons)).toHaveLength(lessonsPerPage);
	expect(first?.modules[0]?.about).toBeDefined();
	expect(second?.modules[0]?.about).toBeUndefined();
	expect(first?.modules).toEqual(catalogueOf({ ...many, lessons: many.lessons.slice(0, 500) }).modules);
});
