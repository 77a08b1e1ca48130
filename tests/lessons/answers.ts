import { publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import { stances, type Degree, type Item, type Response } from '#lib/domain/quiz/model.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** What is given to each of several things, by id. */
const each = <T extends { id: string }>(all: readonly T[], answer: (one: T) => string): Record<string, string> =>
	Object.fromEntries(all.map((one) => [one.id, answer(one)]));
const other = (all: readonly string[], right: string | null | undefined): string => all.find((one) => one !== right) ?? '';
const cellsOf = (item: Of<'matrix'>) =>
	item.rows.flatMap((row) =>
		item.sources.map((source) => ({ id: cellId(row.id, source.id), stance: row.stances[source.id] ?? 'silent' }))
	);

const idOf = ({ id }: { id: string }): string => id;
const keyOrder = (item: Of<'order'>): string[] => item.entries.toSorted((a, b) => a.rank - b.rank).map(idOf);

/** The response that the key asks for. */
export function rightResponse(item: Item): Response {
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find(({ right }) => right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: item.options.filter(({ right }) => right).map(idOf) };
		case 'truefalse':
			return { kind: 'truefalse', answer: item.answer };
		case 'order':
			return { kind: 'order', order: keyOrder(item) };
		case 'match':
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, partner])) };
		case 'whosaid':
			return { kind: 'whosaid', answers: each(item.statements, ({ column }) => column) };
		case 'gap':
			return { kind: 'gap', text: item.spellings.find(({ right }) => right)?.text ?? '' };
		case 'number':
			return { kind: 'number', text: String(item.answer) };
		case 'matrix':
			return { kind: 'matrix', answers: each(cellsOf(item), ({ stance }) => stance) };
		case 'divergence':
			return { kind: 'divergence', answers: each(item.segments, ({ degree }) => degree) };
		case 'classify-source':
			return {
				kind: 'classify-source',
				answers: each(item.fields, ({ answer, options }) => answer ?? options[0]?.id ?? '')
			};
		case 'best-case': {
			const strong = item.cards.filter(({ label }) => label === 'strong');
			return { kind: 'best-case', picks: strong.slice(0, item.picks).map(idOf) };
		}
	}
}

/** A response that can be marked and earns nothing; refuses (throws) an item to which there is none. */
export function wrongResponse(item: Item): Response {
	const response = whollyWrong(item);
	if (!validateResponse(publicItem(item), response).ready || scoreResponse(item, response).earned.n > 0)
		throw new Error(`The wrong answer to ${item.id} is not wrong.`);
	return response;
}

function whollyWrong(item: Item): Response {
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find(({ right }) => !right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: item.options.filter(({ right }) => !right).map(idOf) };
		case 'truefalse':
			return { kind: 'truefalse', answer: !item.answer };
		case 'order':
			return { kind: 'order', order: keyOrder(item).reverse() };
		case 'match': {
			// Two entries may share a partner, so that moving all by one place would leave some of them right.
			const another = (partner: string | null) => item.right.find(({ id }) => id !== partner)?.id ?? null;
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, another(partner)])) };
		}
		case 'whosaid': {
			const columns = item.columns.map(idOf);
			return { kind: 'whosaid', answers: each(item.statements, ({ column }) => other(columns, column)) };
		}
		case 'gap':
			return { kind: 'gap', text: item.spellings.find(({ right }) => !right)?.text ?? '—' };
		case 'number':
			return { kind: 'number', text: String(item.most + 1) };
		case 'matrix':
			return { kind: 'matrix', answers: each(cellsOf(item), ({ stance }) => other(stances, stance)) };
		case 'divergence': {
			const far = (degree: Degree) => (degree === 'same' || degree === 'minor' ? 'substantive' : 'same');
			return { kind: 'divergence', answers: each(item.segments, ({ degree }) => far(degree)) };
		}
		case 'classify-source':
			return {
				kind: 'classify-source',
				answers: each(item.fields, ({ answer, options }) => other(options.map(idOf), answer))
			};
		case 'best-case': {
			const worst = item.cards.filter(({ label }) => label === 'caricature' || label === 'other');
			return { kind: 'best-case', picks: worst.slice(0, item.picks).map(idOf) };
		}
	}
}
