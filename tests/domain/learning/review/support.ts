import fc from 'fast-check';
import { defaultPlan, newCard, ratings, type Now, type ReviewCard } from '#lib/domain/learning/review/model.ts';
import { rate } from '#lib/domain/learning/review/edit.ts';

export const day = 24 * 60 * 60_000;
/** Noon of a day in Beijing. */
export const noon = Date.UTC(2026, 2, 10, 4);
export const now = (at = noon): Now => ({ at, zone: 480 });
export const plan = defaultPlan;

export const itemCard = (item = 'q1', addedAt = noon): ReviewCard =>
	newCard({ kind: 'item', lesson: 'one', item }, 'one', addedAt);
export const termCard = (term = 'wangxin', addedAt = noon): ReviewCard =>
	newCard({ kind: 'term', term }, 'one', addedAt);

export const rating = fc.constantFrom(...ratings);
/** Any card with any history, some of it in steps of minutes. */
export const anyCard = fc
	.record({
		id: fc.integer({ min: 1, max: 40 }),
		term: fc.boolean(),
		history: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 * 24 * 60 }), rating, fc.boolean()), { maxLength: 8 }),
		suspended: fc.boolean(),
		buried: fc.option(fc.integer({ min: -3, max: 3 }))
	})
	.map(({ id, term, history, suspended, buried }) => {
		let at = noon - 100 * day;
		const start = term ? termCard(`t${id}`, at) : itemCard(`q${id}`, at);
		const card = history.reduce((so, [minutes, given, byAnswer]) => {
			at += minutes * 60_000;
			return rate(so, given, at, byAnswer ? 'answer' : 'learner');
		}, start);
		return { ...card, suspended, buriedUntil: buried === null ? null : noon + buried * day };
	});
export const anyDeck = fc.uniqueArray(anyCard, { selector: ({ id }) => id, maxLength: 25 });
