import { argdown } from '@argdown/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArgdown } from '#lib/domain/argument/exchange/index.ts';
import type { ArgumentMap, Kit } from '#lib/domain/argument/model.ts';
import { lessonOneA, lessonOneB, lessonOneKit } from '../../../support/lesson-one.ts';
import { aKit, draw, kitOf, mapOf, moves } from '../arbitraries.ts';

interface Named {
	title?: string;
	text?: string;
	role?: string;
}

/** What Argdown's own parser makes of a file. */
function read(text: string) {
	const response = argdown.run({ input: text, process: ['parse-input', 'build-model'], logLevel: 'error' });
	const problems = [...(response.parserErrors ?? []), ...(response.lexerErrors ?? [])].map(({ message }) => message);
	const statements = Object.values(response.statements ?? {}) as { title: string; members: Named[] }[];
	const args = Object.values(response.arguments ?? {}) as { title: string; pcs: Named[] }[];
	const relations = (response.relations ?? []) as { relationType: string; from?: Named; to?: Named }[];
	const textOf = new Map(
		statements.map(({ title, members }) => [title, members.map(({ text }) => text?.trim()).find((text) => text)])
	);
	/** Undercuts end at an inference, which has no title: the argument is found by its conclusion. */
	const named = relations.map(
		({ relationType, from, to }) => `${from?.title} ${relationType} ${to?.title ?? 'a step'}`
	);
	return { problems, textOf, args: new Map(args.map(({ title, pcs }) => [title, pcs])), relations: named };
}

/** The same, said by the map. */
function expected(map: ArgumentMap) {
	const args = new Map(
		map.groups.map(({ id, kind, premises, target }) => {
			const conclusion = kind === 'reason' && 'card' in target ? target.card : `step ${id} therefore`;
			return [`step ${id}`, [...premises, conclusion]] as const;
		})
	);
	const relations = [
		...map.groups.flatMap(({ id, kind, target }) => {
			if ('group' in target)
				return [
					kind === 'reason'
						? `step ${id} therefore support step ${target.group}`
						: `step ${id} therefore undercut a step`
				];
			return kind === 'reason' ? [] : [`step ${id} therefore attack ${target.card}`];
		}),
		...map.evidence.map(({ evidence, claim }) => `${evidence} support ${claim}`)
	];
	return { args, relations };
}

function check(kit: Kit, map: ArgumentMap): void {
	const found = read(toArgdown(kit, map, 'A title'));
	const wanted = expected(map);
	expect(found.problems).toEqual([]);
	expect(new Map([...found.args].map(([name, pcs]) => [name, pcs.map(({ title }) => title)]))).toEqual(wanted.args);
	expect(found.relations.toSorted()).toEqual(wanted.relations.toSorted());
	const cards = [
		map.root,
		...map.groups.flatMap(({ premises }) => premises),
		...map.evidence.map((one) => one.evidence)
	];
	for (const card of cards) {
		const text = card === kit.root.id ? kit.root.text : kit.cards.find(({ id }) => id === card)!.text;
		expect(found.textOf.get(card)).toBe(text.replace(/\s+/g, ' ').trim());
	}
}

describe('Argdown, read back by its own parser', () => {
	test.each([lessonOneA, lessonOneB])('has the statements and relations of reference $id', ({ map }) => {
		check(lessonOneKit, map);
	});

	test('has the same statements and relations for any map', () => {
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => check(kit, mapOf(kit, hand))),
			{ numRuns: 1000 }
		);
	});

	test.each([
		'[brackets] <arguments> #tags {data: 1}',
		'*bold* _italic_ __both__ @[x] [a](b)',
		'a // comment, /* one more */ and <!-- this -->',
		'+ plus - minus -> arrow <+ _> <_ ><',
		'(1) first === ---- :smile: 100 % & more | `code` ~ ^ $',
		'网络强国：“大国”与强国——“quoted”',
		'back\\slash and a\nline break'
	])('keeps the text %s', (text) => {
		const kit = kitOf(1);
		check({ ...kit, cards: [{ ...kit.cards[0]!, text }] }, draw('c1 because c0'));
		check({ ...kit, cards: [{ ...kit.cards[0]!, text }] }, draw('c1 however c0'));
	});

	test('keeps own notes as comments, which are no statements', () => {
		const kit = kitOf(1);
		const map = { ...draw('c1 because c0'), notes: [{ id: 'n1', text: 'so */ [c9]: what' }] };
		expect(toArgdown(kit, map)).toContain('/* so * / [c9]: what */');
		check(kit, map);
	});
});
