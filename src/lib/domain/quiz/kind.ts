import type { PublicBestCase } from './best-case/public.ts';
import type { PublicClassifySource } from './classify-source/public.ts';
import type { PublicDivergence } from './divergence/public.ts';
import type { PublicGap } from './gap/public.ts';
import type { Html } from '../lesson/model.ts';
import type { PublicMatch } from './match/public.ts';
import type { PublicMatrix } from './matrix/public.ts';
import type { BestCaseLabel, Item, ItemKind, Readiness, Response, Score } from './model.ts';
import type { PublicMultiple } from './multiple/public.ts';
import type { PublicNumber } from './number/public.ts';
import type { PublicOrder } from './order/public.ts';
import type { PublicSingle } from './single/public.ts';
import type { PublicTrueFalse } from './truefalse/public.ts';
import type { PublicWhoSaid } from './whosaid/public.ts';

/** An item as a learner may see it before it is marked: nothing in it depends on the key. */
export type PublicItem =
	| PublicSingle
	| PublicMultiple
	| PublicTrueFalse
	| PublicOrder
	| PublicMatch
	| PublicWhoSaid
	| PublicGap
	| PublicNumber
	| PublicMatrix
	| PublicDivergence
	| PublicClassifySource
	| PublicBestCase;

// Written as lookups, and not as `Extract<Item, …>` alone, so that the compiler sees that `kinds[item.kind]`
// takes exactly this `item`.
export type ItemOf<K extends ItemKind> = { [P in K]: { kind: P } & Extract<Item, { kind: P }> }[K];
export type PublicOf<K extends ItemKind> = { [P in K]: { kind: P } & Extract<PublicItem, { kind: P }> }[K];
export type ResponseOf<K extends ItemKind> = { [P in K]: { kind: P } & Extract<Response, { kind: P }> }[K];

/**
 * What a learner is told about one option, entry, pair, card, statement, cell, segment, field or answer. `right`: it
 * belongs to the key, or for what is not chosen but placed or answered, that was right. `chosen`: the learner picked,
 * placed, paired or answered it. `html` may be empty. `label`: what a card of a best case is; no other kind has it.
 * `key`: what would have been right, where that is not told by an entry of its own.
 */
export interface Feedback {
	id: string;
	right: boolean;
	chosen: boolean;
	html: Html;
	label?: BestCaseLabel;
	key?: string;
}

/**
 * What each kind of item brings, one table each in public-item.ts, ready.ts and mark.ts, which have made sure that item
 * and response are of one kind.
 */
export interface QuizKind<K extends ItemKind> {
	toPublic: (item: ItemOf<K>) => PublicOf<K>;
	validate: (item: PublicOf<K>, response: ResponseOf<K> | undefined) => Readiness;
	/** Only for a response that `validate` calls ready. */
	score: (item: ItemOf<K>, response: ResponseOf<K>) => Score;
	/** For every option, in the order of the page. */
	feedback: (item: ItemOf<K>, response: ResponseOf<K>) => Feedback[];
}
