import { lessonRules, libraryRules } from './index.ts';
import { readerCodes } from './reader-codes.ts';

/** Every code that a problem can have, with what holds where it is not reported. By code. */
export function documentedCodes(): { code: string; about: string; kind: 'rule' | 'form' }[] {
	return [
		...[...libraryRules, ...lessonRules].map(({ code, about }) => ({ code, about, kind: 'rule' as const })),
		...Object.entries(readerCodes).map(([code, about]) => ({ code, about, kind: 'form' as const }))
	].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

const rows = (kind: 'rule' | 'form'): string[] =>
	documentedCodes()
		.filter((one) => one.kind === kind)
		.map(({ code, about }) => `| \`${code}\` | ${about.replaceAll('|', '\\|')} |`);

/** The tables of the README's authoring part, as Markdown. */
export const rulesTable = (): string =>
	[
		'| rule | what it asks |',
		'| --- | --- |',
		...rows('rule'),
		'',
		'Mistakes of form are told by the readers themselves:',
		'',
		'| code | what it asks |',
		'| --- | --- |',
		...rows('form')
	].join('\n');

const begin = '<!-- rules: written by `npm run lessons -- rules --write` -->';
const end = '<!-- /rules -->';

/** A text with the tables between its two marks replaced by those of today; null if it has no such marks. */
export function withRulesTable(text: string): string | null {
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	return from === -1 || to < from
		? null
		: `${text.slice(0, from + begin.length)}\n\n${rulesTable()}\n\n${text.slice(to)}`;
}
