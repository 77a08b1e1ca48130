import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import { degrees, stances, type Response } from '#lib/domain/quiz/model.ts';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import * as m from '../../../messages/compiled/messages.js';
import { degreeName, fieldName, stanceName } from '../quiz/part-words.ts';
import { wordsOf } from './words-of.ts';

interface Text {
	id: string;
	text: string;
}
const textIn = (texts: readonly Text[], id: string | null | undefined): string => {
	const found = texts.find((one) => one.id === id);
	// What is no longer offered is told by its name: nothing that is sent is left out.
	return found ? wordsOf(found.text) : (id ?? m.match_none());
};
const pair = (what: string, said: string): string => `${what}${m.colon()}${said}`;
const nameOf = <T extends string>(known: readonly T[], said: string, name: (one: T) => string): string => {
	const found = known.find((one) => one === said);
	return found === undefined ? said : name(found);
};

/** An answer as one would write it down, a line a part; the words of the lesson without markup. */
export function answerWords(item: PublicItem, response: Response): string[] {
	if (item.kind === 'single' && response.kind === 'single') return [textIn(item.options, response.choice)];
	if (item.kind === 'multiple' && response.kind === 'multiple')
		return response.choices.map((id) => textIn(item.options, id));
	if (response.kind === 'truefalse') return [response.answer ? m.option_true() : m.option_false()];
	if (item.kind === 'order' && response.kind === 'order')
		return response.order.map((id, at) => `${at + 1}. ${textIn(item.entries, id)}`);
	if (item.kind === 'match' && response.kind === 'match')
		return Object.entries(response.pairs).map(([left, right]) =>
			pair(textIn(item.left, left), textIn(item.right, right))
		);
	if (item.kind === 'whosaid' && response.kind === 'whosaid')
		return Object.entries(response.answers).map(([statement, column]) =>
			pair(textIn(item.statements, statement), textIn(item.columns, column))
		);
	if (response.kind === 'gap' || response.kind === 'number') return [response.text];
	if (item.kind === 'matrix' && response.kind === 'matrix')
		return item.rows.flatMap((row) =>
			item.sources.flatMap((source) => {
				const said = response.answers[cellId(row.id, source.id)];
				const what = `${wordsOf(row.text)} · ${wordsOf(source.text)}`;
				return said === undefined ? [] : [pair(what, nameOf(stances, said, stanceName))];
			})
		);
	if (item.kind === 'divergence' && response.kind === 'divergence')
		return item.segments.flatMap(({ id, original }) => {
			const said = response.answers[id];
			return said === undefined ? [] : [pair(original, nameOf(degrees, said, degreeName))];
		});
	if (item.kind === 'classify-source' && response.kind === 'classify-source')
		return item.fields.flatMap(({ id, options }) => {
			const said = response.answers[id];
			return said === undefined ? [] : [pair(fieldName(id), textIn(options, said))];
		});
	if (item.kind === 'best-case' && response.kind === 'best-case')
		return response.picks.map((id) => textIn(item.cards, id));
	return [JSON.stringify(response)];
}
