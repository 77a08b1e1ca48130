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
	/** Items of one bank can stand in for each other: a policy may give only some of them. */
	bank?: string;
	/** In the order in which they are opened; each has a price (`QuizPolicy.hintCost`). */
	hints?: Html[];
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

export interface WhoSaidItem extends ItemBase {
	kind: 'whosaid';
	/** Who may have said it, or what a statement does: sources, frames, or the four functions of a framing. */
	columns: { id: string; text: Html }[];
	/** At least three, of at least two columns; in the order of the page. */
	statements: { id: string; text: Html; column: string; feedback: Html }[];
}
export interface GapItem extends ItemBase {
	kind: 'gap';
	/** Whether the answer is chosen from the spellings, which then stand in the order of the page, or typed. */
	listed: boolean;
	/** Whether pinyin may be given without its tone marks. */
	toneless: boolean;
	/** Plain text. What is right, and what else is listed or answered by a feedback of its own. */
	spellings: { text: string; right: boolean; feedback: Html }[];
	/** Said of any other answer; empty where there can be none. */
	other: Html;
}
export interface NumberItem extends ItemBase {
	kind: 'number';
	answer: number;
	/** The ends of the tolerance, both within it. */
	least: number;
	most: number;
	/** Shown after the field; may be empty. */
	unit: string;
	feedback: Html;
	/** Slips that are answered by a feedback of their own. */
	slips: { value: number; feedback: Html }[];
	other: Html;
}
/** What a source does with a claim. To say nothing of it is framing as well. */
export const stances = ['asserts', 'denies', 'qualifies', 'silent'] as const;
export type Stance = (typeof stances)[number];
export interface MatrixItem extends ItemBase {
	kind: 'matrix';
	sources: { id: string; text: Html }[];
	/** The claims; `stances` has one for each source, by its id. */
	rows: { id: string; text: Html; stances: Record<string, Stance>; feedback: Html }[];
}
/** How far two renderings part, in order: each is the neighbour of the ones beside it. */
export const degrees = ['same', 'minor', 'degree', 'substantive'] as const;
export type Degree = (typeof degrees)[number];
export interface DivergenceItem extends ItemBase {
	kind: 'divergence';
	/** In the order of the text. `original` and `pinyin` are plain; `—` stands for what a version leaves out. */
	segments: {
		id: string;
		original: string;
		pinyin: string;
		official: Html;
		independent: Html;
		degree: Degree;
		feedback: Html;
	}[];
}
/** What a source is asked about; the stance is a prediction, which is not marked. */
export const sourceFields = ['genre', 'mandate', 'audience', 'date', 'language', 'stance'] as const;
export type SourceField = (typeof sourceFields)[number];
export interface ClassifySourceItem extends ItemBase {
	kind: 'classify-source';
	/** `answer` is the id of an option, null for the stance alone; options are in the order of the page. */
	fields: { id: SourceField; options: { id: string; text: Html }[]; answer: string | null; feedback: Html }[];
}

export type Item =
	| SingleItem
	| MultipleItem
	| TrueFalseItem
	| OrderItem
	| MatchItem
	| WhoSaidItem
	| GapItem
	| NumberItem
	| MatrixItem
	| DivergenceItem
	| ClassifySourceItem
	| BestCaseItem;
export type ItemKind = Item['kind'];

/** What a learner answered: plain data, stored as it is. Absent parts are not yet answered. */
export type Response =
	| { kind: 'single'; choice: string }
	| { kind: 'multiple'; choices: string[] }
	| { kind: 'truefalse'; answer: boolean }
	| { kind: 'order'; order: string[] }
	| { kind: 'match'; pairs: Record<string, string | null> }
	/** The column of each statement. */
	| { kind: 'whosaid'; answers: Record<string, string> }
	/** As it was typed or chosen. */
	| { kind: 'gap'; text: string }
	| { kind: 'number'; text: string }
	/** The stance in each cell, by `cellId`. */
	| { kind: 'matrix'; answers: Record<string, string> }
	/** The degree of each segment. */
	| { kind: 'divergence'; answers: Record<string, string> }
	/** The option of each field. */
	| { kind: 'classify-source'; answers: Record<string, string> }
	| { kind: 'best-case'; picks: string[] };

export const certainties = ['guess', 'fairly-sure', 'certain'] as const;
export type Certainty = (typeof certainties)[number];

/**
 * `earned` is in 0…total; `parts` names each part that was marked, right or not. `silent` tells of a matrix how many of
 * the cells in which a source says nothing were seen to be so: it is shown beside the mark and is no part of it.
 */
export interface Score {
	kind: 'points';
	earned: Fraction;
	total: Fraction;
	parts: { id: string; right: boolean }[];
	silent?: { right: number; of: number };
}

export type NotReady =
	| 'no-choice'
	| 'no-answer'
	| 'not-ordered'
	| 'pairs-missing'
	| 'parts-missing'
	| 'no-text'
	| 'not-a-number'
	| 'too-few-picks'
	| 'too-many-picks'
	| 'unknown-option'
	| 'wrong-kind';
export type Readiness = { ready: true } | { ready: false; code: NotReady; missing?: number };
