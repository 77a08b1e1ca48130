import type { ArgumentMap, Band, MapScore } from '../../argument/index.ts';
import type { Fraction } from '../../fraction.ts';
import type { Frame } from '../../frame.ts';
import type { Calibrations } from '../../learning/calibration.ts';
import type { StepResult } from '../../learning/model.ts';
import type { LessonId, StepId } from '../../lesson/model.ts';
import type { Certainty, Item, ItemId, Response } from '../../quiz/model.ts';
import type { Difference } from '../marks/difference.ts';
import type { Code, Id } from '../model.ts';

export type QuizStepId = 'check' | 'reverse';

/** Where a mark stands: an item of a quiz, or a lesson's map. */
export type MarkPlace = { lesson: LessonId; step: QuizStepId; item: ItemId } | { lesson: LessonId; step: 'weigh' };

/** Another mark than the rules give. */
export interface Override {
	place: MarkPlace;
	/** Share of what is possible, 0…1. */
	share: Fraction;
	/** Never empty. */
	reason: string;
	at: number;
}
export interface Comment {
	/** Null: on the whole result. */
	place: MarkPlace | null;
	text: string;
	at: number;
}
/** What an instructor said of one result; one record a result, with the id of the kept result. */
export interface Judgement {
	format: 1;
	/** Of the kept result. */
	result: string;
	overrides: Override[];
	comments: Comment[];
}

/** One item of one result, marked from its answer. */
export interface ItemMark {
	lesson: LessonId;
	step: QuizStepId;
	item: Item;
	/** `unfit`: there is an answer, and it cannot be marked with this content. */
	state: 'marked' | 'unanswered' | 'unfit';
	response: Response | null;
	certainty: Certainty | null;
	/** How many hints were opened. */
	hints: number;
	/** In points, hints taken off; what the rules give. */
	earned: Fraction;
	total: Fraction;
	/** In points; `earned` unless there is an override. */
	counted: Fraction;
	override: Override | null;
	comment: string;
}
export interface MapMark {
	lesson: LessonId;
	/** The best of the scored maps; null: none was scored. */
	map: ArgumentMap | null;
	score: MapScore | null;
	/** How many maps were scored. */
	attempts: number;
	/** The map as it was when it was handed in. */
	last: ArgumentMap | null;
	/** 0…1 and its band; null: none was scored and no mark was given. */
	counted: { total: number; band: Band } | null;
	override: Override | null;
	comment: string;
}

/** Whole percent, as on screen and in CSV; null: not tested, or nothing there. */
export interface Summary {
	western: number | null;
	chinese: number | null;
	overall: number | null;
	/** The weaker of both perspectives. */
	headline: number | null;
	/** Western − Chinese. */
	gap: number | null;
	/** Certainty-based, of what is possible; may be negative. */
	certainty: number | null;
	/** The mean of the maps' totals; an assigned map that is not there counts as 0. */
	map: number | null;
	/** The weakest band of the assigned maps. */
	band: Band | null;
	/** Null where what decides it was not assigned. */
	passed: boolean | null;
}

/** All marks of one result, worked out from its answers. */
export interface Marks {
	items: ItemMark[];
	maps: MapMark[];
	results: Record<LessonId, Partial<Record<StepId, StepResult>>>;
	summary: Summary;
	/** Marked steps that the result should have, and does not. */
	notDone: { lesson: LessonId; step: StepId }[];
	/** Lessons with marked steps whose key is not here. With any, the summary is empty: what is left is not the whole. */
	keyless: LessonId[];
	differences: Difference[];
}

export type RowStatus = 'missing' | 'handed-in' | 'late';

/** One student in one assignment. */
export interface GradebookRow {
	code: Code;
	name: string | null;
	lms: string | null;
	/** Not on the roster: a result came under this code. */
	stranger: boolean;
	left: boolean;
	status: RowStatus;
	/** Kept results, oldest attempt first. */
	results: string[];
	/** The one that counts. */
	counted: string | null;
	handedInAt: number | null;
	/** There is more than one result. */
	resubmitted: boolean;
	/** How many results are above the allowed attempts. */
	over: number;
	otherVersion: boolean;
	/** Its results were signed by more than one device. */
	otherDevice: boolean;
	/** Another student's result was signed by the same device; may well be a shared computer. */
	sharedDevice: boolean;
	/** The key of a lesson is not here, so the whole has no mark. */
	keyless: boolean;
	/** Marks were changed by hand. */
	overridden: boolean;
	/** Comments that were written. */
	comments: number;
	/** Claimed and worked-out marks differ. */
	differences: number;
	summary: Summary | null;
}

/** What a figure says, in one sentence of messages; `n` and `k` are in the figures beside it. */
export type AlphaCode =
	'too-few-students' | 'too-few-items' | 'no-spread' | 'negative' | 'low' | 'fair' | 'good' | 'very-high';
export type ItemCode =
	| 'too-few-students'
	/** All or none have it right: it tells nobody apart. */
	| 'no-spread'
	/** Those who know the rest better get this one wrong more often: look at its key. */
	| 'negative'
	| 'weak'
	| 'good';

export interface ItemFigures {
	lesson: LessonId;
	step: QuizStepId;
	item: ItemId;
	kind: Item['kind'];
	sides: Frame[];
	/** Students who got the item. */
	n: number;
	/** Of those, how many did not answer; they count as 0. */
	omitted: number;
	/** Mean share of the points, 0…1: high is easy. Null without students. */
	difficulty: number | null;
	/** Correlation of the item with the rest of the test, −1…1; null where one of them does not vary. */
	discrimination: number | null;
	/** Cronbach's alpha of the other items; null where it means nothing. */
	alphaWithout: number | null;
	code: ItemCode;
	/** For kinds with choices: how often each was taken, in the order of the page. */
	choices: {
		id: string;
		right: boolean;
		count: number;
		/** Mean share on the rest of those who took it. */ rest: number | null;
	}[];
}
export interface ItemAnalysis {
	/** Students with a result. */
	n: number;
	items: ItemFigures[];
	alpha: { value: number | null; /** Students with all the items. */ n: number; k: number; code: AlphaCode };
}

/** How often the class has one link of an accepted map. */
export interface HeatLink {
	/** The link's key. */
	link: string;
	exact: number;
	/** In part: one level off, too high, turned round, or accepted instead. */
	partly: number;
	/** With the other sign. */
	polarity: number;
	missing: number;
	/** Mean credit, 0…1. */
	credit: number;
	optional: boolean;
}
export interface MapHeat {
	lesson: LessonId;
	/** Maps that were scored. */
	n: number;
	references: { id: string; label: string; /** Maps that come nearest to it. */ nearest: number; links: HeatLink[] }[];
	/** Links of no accepted map, most frequent first; those of at least two maps. */
	extra: { link: string; count: number }[];
	bands: Record<Band, number>;
}

export type ClassCalibration = Calibrations & { students: number };

export interface Reminder {
	classId: Id;
	name: string;
	deleteBy: number;
	/** Whole days until then; 0 or less: the day has come. */
	days: number;
}
