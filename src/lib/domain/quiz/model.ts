import type { Fraction } from '../fraction.ts';
import type { Frame } from '../frame.ts';
import type { ClaimId, Html } from '../lesson/model.ts';

export type ItemId = string;

interface ItemBase {
	/** Unique within the lesson, never depends on position. */
	id: ItemId;
	prompt: Html;
	/** Whose view the item tests; it counts fully in each. */
	sides: Frame[];
	claims: ClaimId[];
	/** Ids of the lesson's outcomes that the item tests. */
	outcomes: string[];
	/** A whole number ≥ 1. */
	points: number;
}

export interface Option {
	id: string;
	text: Html;
	right: boolean;
	feedback: Html;
}
export interface SingleItem extends ItemBase {
	kind: 'single';
	options: Option[];
}
export interface MultipleItem extends ItemBase {
	kind: 'multiple';
	options: Option[];
}
export interface TrueFalseItem extends ItemBase {
	kind: 'truefalse';
	answer: boolean;
	feedback: { true: Html; false: Html };
}
export interface OrderItem extends ItemBase {
	kind: 'order';
	/** In the order of the page, which is never the order of the key; entries of equal `rank` are tied. */
	entries: { id: string; text: Html; rank: number; feedback: Html }[];
}
export interface MatchItem extends ItemBase {
	kind: 'match';
	/** `partner` is the id of a right entry, or null: it has none. */
	left: { id: string; text: Html; partner: string | null; feedback: Html }[];
	/** In the order of the page. */
	right: { id: string; text: Html }[];
}
export type BestCaseLabel = 'strong' | 'weak' | 'caricature' | 'other';
export interface BestCaseItem extends ItemBase {
	kind: 'best-case';
	/** The position whose case is made, and the advocate who makes it. */
	side: string;
	advocate: string;
	/** How many cards the learner picks, exactly. */
	picks: number;
	cards: { id: string; text: Html; label: BestCaseLabel; claims: ClaimId[]; why: Html }[];
}

export type Item = SingleItem | MultipleItem | TrueFalseItem | OrderItem | MatchItem | BestCaseItem;
export type ItemKind = Item['kind'];

/** What a learner answered: plain data, stored as it is. Absent parts are not yet answered. */
export type Response =
	| { kind: 'single'; choice: string }
	| { kind: 'multiple'; choices: string[] }
	| { kind: 'truefalse'; answer: boolean }
	| { kind: 'order'; order: string[] }
	| { kind: 'match'; pairs: Record<string, string | null> }
	| { kind: 'best-case'; picks: string[] };

export const certainties = ['guess', 'fairly-sure', 'certain'] as const;
export type Certainty = (typeof certainties)[number];

/** `earned` is in 0…total; `parts` names each part that was marked, right or not. */
export interface Score {
	kind: 'points';
	earned: Fraction;
	total: Fraction;
	parts: { id: string; right: boolean }[];
}

export type NotReady =
	| 'no-choice'
	| 'no-answer'
	| 'not-ordered'
	| 'pairs-missing'
	| 'too-few-picks'
	| 'too-many-picks'
	| 'unknown-option'
	| 'wrong-kind';
export type Readiness = { ready: true } | { ready: false; code: NotReady; missing?: number };
