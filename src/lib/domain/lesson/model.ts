import type { Item } from '../quiz/model.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import type { Kit, Reference } from '../argument/model.ts';
import type { Frame } from '../frame.ts';
import type { accesses, claimKinds, claimStatuses, recordCertainties } from './library-values.ts';

/** HTML made by the compiler from Markdown; the only strings that the app renders unescaped. */
export type Html = string & { readonly html: unique symbol };

export type SourceId = string;
export type ClaimId = string;
export type TermId = string;
export type DiscrepancyId = string;
export type LessonId = string;

/** The steps of a lesson in their usual order; the id is also the last part of the address. */
export const stepIds = ['orient', 'speakers', 'framings', 'task', 'check', 'weigh', 'reverse', 'close'] as const;
export type StepId = (typeof stepIds)[number];

// ---- the library: data that all lessons share -------------------------------------------------

export interface Source {
	id: SourceId;
	title: string;
	/** Short name for cards and options, e.g. `New America, 2017`. */
	short: string;
	who: string;
	mandate: string;
	genre: string;
	audience: string;
	/** As the source gives it, e.g. `8 June 2024` or `mid-2015`. */
	date: string;
	language: string;
	perspective: Frame;
	knowsBy: string;
	limits: string;
	use: string;
	url?: string;
	/** What was seen for this course. */
	access: (typeof accesses)[number];
}

export interface Rendering {
	/** The English words, without quotation marks. */
	text: string;
	usedBy: SourceId[];
	/** What this choice suggests to an English reader. */
	suggests: string;
}

export interface Term {
	id: TermId;
	characters: string;
	/** With tone marks, one entry a word, in step with `words`. */
	words: { characters: string; pinyin: string; gloss: string }[];
	literal: string;
	renderings: Rendering[];
	note: string;
}

export type ClaimStatus = (typeof claimStatuses)[number];

export interface Claim {
	id: ClaimId;
	statement: string;
	source: SourceId;
	/** A short string that occurs in the source, for a plain-text search. */
	locator?: string;
	framing: Frame;
	kind: (typeof claimKinds)[number];
	status: ClaimStatus;
	/** Why it has that status; for all but `confirmed` this is the correction that is shown with it. */
	why: string;
	checkedBy: SourceId[];
	discrepancies: DiscrepancyId[];
}

/** What went wrong in a sentence, as a learner would name it; `status` is news that was old or a wish told as a fact. */
export const slips = [
	'number',
	'date',
	'name',
	'event',
	'attribution',
	'translation',
	'quotation',
	'definition',
	'logic',
	'status'
] as const;
export type Slip = (typeof slips)[number];

export interface Discrepancy {
	id: DiscrepancyId;
	kind: string;
	sources: SourceId[];
	says: string;
	record: string;
	certainty: (typeof recordCertainties)[number];
	/** The words that hold the slip, exactly as one of `sources` has them, at most 15. */
	quote?: { source: SourceId; text: string };
	slip?: Slip;
}

export interface Library {
	sources: Record<SourceId, Source>;
	terms: Record<TermId, Term>;
	claims: Record<ClaimId, Claim>;
	discrepancies: Record<DiscrepancyId, Discrepancy>;
}

// ---- a lesson ---------------------------------------------------------------------------------

export interface Module {
	id: string;
	number: number;
	title: string;
	about: Html;
}

/** A private question without a right answer: a stance or a prediction. */
export interface Poll {
	id: string;
	prompt: Html;
	options: { id: string; text: Html }[];
	/** Shown beside the old answer when the lesson closes; absent for a stance. */
	reveal?: Html;
}

/** One card of the comparison: what one frame says on one dimension. */
export interface Framing {
	id: string;
	kind: 'western' | 'third-party' | 'chinese' | 'shared' | 'checking';
	claims: ClaimId[];
	discrepancies: DiscrepancyId[];
	text: Html;
}

export interface Dimension {
	id: string;
	title: string;
	framings: Framing[];
}

interface StepBase {
	title: string;
	intro: Html;
	/** Steps that must be done before work here is recorded; empty for all but `close` unless the lesson asks. */
	needs: StepId[];
}
export interface OrientStep extends StepBase {
	id: 'orient';
	stance: Poll;
	prediction: Poll;
}
export interface SpeakersStep extends StepBase {
	id: 'speakers';
	sources: SourceId[];
}
export interface FramingsStep extends StepBase {
	id: 'framings';
	dimensions: Dimension[];
}
export interface TaskStep extends StepBase {
	id: 'task';
	sources: SourceId[];
	claims: ClaimId[];
	/** The lines that the learner writes. */
	prompts: { id: string; text: Html }[];
	/** The model answer, opened after the learner has written. */
	model: Html;
}
export interface CheckStep extends StepBase {
	id: 'check';
	/** Whether each item also asks how sure the learner is. */
	certainty: boolean;
	items: Item[];
	/** Absent: the usual one. */
	policy?: QuizPolicy;
}
export interface WeighStep extends StepBase {
	id: 'weigh';
	kit: Kit;
	references: Reference[];
}
export interface ReverseStep extends StepBase {
	id: 'reverse';
	/** One best-case item for each side of the contention. */
	items: Item[];
	policy?: QuizPolicy;
}
export interface CloseStep extends StepBase {
	id: 'close';
	common: Html;
	crux: Html;
	/** One disagreement left open. */
	open: Html;
	changeOfMind: { id: string; prompt: Html }[];
}
export type Step =
	OrientStep | SpeakersStep | FramingsStep | TaskStep | CheckStep | WeighStep | ReverseStep | CloseStep;

/** Sends a learner whose score in one of `frames` is below `below` (0…1) from `after` to `go`. */
export interface Branch {
	after: StepId;
	any: { frame: Frame; below: number }[];
	go: StepId;
}

export interface Lesson {
	id: LessonId;
	version: number;
	/** From the file's place: `01-words/01-one-slogan.md` is number 1 of module 1. */
	number: number;
	module: string;
	title: string;
	question: string;
	minutes: number;
	outcomes: { id: string; text: string }[];
	terms: TermId[];
	steps: Step[];
	flow: Branch[];
	/** The pictures that it shows, by their paths from the folder of its file; absent if there are none. */
	pictures?: string[];
}

// ---- exercises beyond the lessons -------------------------------------------------------------

/** A deck of sentences that each hold a slip. */
export interface Hunt {
	title: string;
	intro: string;
	/** In order; each has a quotation and the kind of its slip. */
	cards: DiscrepancyId[];
}

/** One question written up in several voices, judged by the writer. */
export interface Capstone {
	title: string;
	intro: string;
	minutes: number;
	/** `words` is the length that is asked for. */
	parts: { id: string; title: string; prompt: string; words: number; frame?: Frame | undefined }[];
	/** Each with four levels, for 0 to 3 points. */
	criteria: { id: string; title: string; about: string; levels: string[] }[];
}

/** Everything that is taught: what one compilation of all files makes. */
export interface Content {
	modules: Module[];
	lessons: Lesson[];
	library: Library;
	/** Absent where the course has none. */
	hunt?: Hunt;
	capstone?: Capstone;
}

// ---- problems ---------------------------------------------------------------------------------

/** A mistake in a content file, said so that an author can mend it. */
export interface Problem {
	code: string;
	severity: 'error' | 'warning';
	file: string;
	/** 1-based. */
	line: number;
	/** 1-based, in UTF-16 units. */
	column: number;
	/** The line of the file, as it stands. */
	quoted: string;
	found: string;
	expected: string;
	mend: string;
}
