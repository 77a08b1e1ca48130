import type { ArgumentMap, Band } from '../argument/model.ts';
import type { Tally } from '../learning/model.ts';
import type { LessonId, StepId } from '../lesson/model.ts';
import type { Certainty, Response } from '../quiz/model.ts';
import type { QuizPolicy } from '../quiz/policy.ts';
import type { QuizWork } from '../quiz/work.ts';
import type { CarriedLesson } from './carried/model.ts';

/*
 * The classroom's own data: plain, versioned, and parsed from `unknown` wherever it comes from outside. What leaves a
 * device (assignment, result, feedback, copy) is an envelope: `app`, `kind`, `version`. Times are in milliseconds since
 * 1970 by the clock of the device that wrote them. Binary data is base64url without padding.
 */

/** An id that was drawn at random: 10 to 26 lower-case letters and digits (`newId`). */
export type Id = string;
/** What a student goes by: 1 to 24 letters, digits, `-`, `_` or `.`, as `S-017`. Compared in upper case. */
export type Code = string;
/** What lessons are compared by: the first 16 hexadecimal digits of a SHA-256 (`lessonHash`). */
export type LessonHash = string;

// ---- the instructor's side --------------------------------------------------------------------

/** One line of a roster. Only `code` ever leaves the instructor's device. */
export interface Student {
	code: Code;
	name?: string;
	/** What the school's own gradebook knows the student by: an id number, a login, an e-mail address. */
	lms?: string;
	/** No longer in the class: kept with their results, and missing from nothing. */
	left?: true;
}

/** What an instructor's device keeps to itself: under a passphrase, or as it is. */
export interface ClassSecret {
	/** PKCS #8. */
	privateKey: string;
	/** Names and other marks of the students, by code. */
	people: Record<Code, Pick<Student, 'name' | 'lms'>>;
}
export type KeptSecret =
	| { kind: 'open'; secret: ClassSecret }
	/** AES-256-GCM under a key from the passphrase (PBKDF2 with SHA-256). */
	| { kind: 'locked'; salt: string; rounds: number; iv: string; box: string };

/** A class as it is on disk and in copies. */
export interface ClassRecord {
	format: 1;
	id: Id;
	name: string;
	made: number;
	archived: boolean;
	/** P-256, uncompressed: 65 bytes. */
	publicKey: string;
	/** Codes in the order of the roster; names are in `secret`. */
	roster: Pick<Student, 'code' | 'left'>[];
	secret: KeptSecret;
	/** When a backup of the key was saved *and* read again; null: never, and nothing may be assigned. */
	backedUpAt: number | null;
	/** When the instructor wants to be reminded to delete the class; null: never. */
	deleteBy: number | null;
}

/** A class whose secret is at hand. */
export interface OpenClass extends Omit<ClassRecord, 'roster' | 'secret'> {
	roster: Student[];
	privateKey: string;
}

// ---- what travels -----------------------------------------------------------------------------

/** What a student may add to a result, each by a tick of their own. */
export const extras = ['stances', 'reflections', 'notes'] as const;
export type Extra = (typeof extras)[number];

/** What an assignment changes of a lesson's own policies; `due` is the assignment's. */
export type AssignedPolicy = Omit<Partial<QuizPolicy>, 'due'>;

export interface AssignedLesson {
	id: LessonId;
	version: number;
	hash: LessonHash;
	/** The steps that are asked for, in the lesson's order; never empty. */
	steps: StepId[];
}

export interface Assignment {
	app: 'parallax';
	kind: 'assignment';
	version: 1;
	id: Id;
	class: { id: Id; name: string; publicKey: string };
	title: string;
	/** The instructor's words; may be empty. */
	note: string;
	made: number;
	lessons: AssignedLesson[];
	due: number | null;
	/** How often a student may hand in; 0: as often as they like. */
	attempts: number;
	/** Which of several results counts. */
	counts: 'last' | 'best';
	policy: AssignedPolicy;
	/** `instructor`: the lessons travel without any key, and are marked where the results are collected. */
	marking: 'app' | 'instructor';
	/** What students are asked to add. It is theirs to tick. */
	asks: Extra[];
	/** Lessons that are not built in, and all lessons of an assignment that the instructor marks. */
	carried: CarriedLesson[];
}

/** The work on one step as it is handed in. */
export type ResultStep =
	| { step: 'check' | 'reverse'; work: QuizWork }
	| { step: 'weigh'; work: { map: ArgumentMap; attempts: ArgumentMap[] } }
	/** A step without marks. */
	| { step: 'orient' | 'speakers' | 'framings' | 'task' | 'close'; done: boolean };

export interface ResultLesson {
	id: LessonId;
	version: number;
	hash: LessonHash;
	steps: ResultStep[];
}

/** The marks of one step as the student's own device gave them. */
export interface ClaimedMark {
	lesson: LessonId;
	step: StepId;
	overall?: Tally;
	map?: { total: number; band: Band };
}

/** An answer without a mark that the student ticked, as a text to read. */
export interface SharedAnswer {
	/** Empty for a note that belongs to no lesson. */
	lesson: LessonId;
	step: StepId | null;
	question: string;
	answer: string;
}

/** What a student hands in, before it is sealed. */
export interface Result {
	app: 'parallax';
	kind: 'result';
	version: 1;
	/** The attempt's id: drawn anew for each hand-in, and what imports go by. */
	id: Id;
	assignment: Id;
	class: Id;
	code: Code;
	/** 1 for the first. */
	attempt: number;
	startedAt: number | null;
	handedInAt: number;
	/** The version of the app. */
	by: string;
	lessons: ResultLesson[];
	/** Absent where the instructor marks. */
	claimed: ClaimedMark[];
	shared: { stances: SharedAnswer[]; reflections: SharedAnswer[]; notes: SharedAnswer[] };
	/** Public key of the student's device (P-256, 65 bytes) that feedback is sealed to. */
	reply: string;
}

/** A text file of ours, as it is shared, saved or pasted. */
export interface TextFile {
	/** As `S-017_week3_a1.parallax.txt`. */
	name: string;
	text: string;
}

// ---- the student's side -----------------------------------------------------------------------

export const deliveries = ['shared', 'downloaded', 'copied'] as const;
export type Delivery = (typeof deliveries)[number];

export interface Receipt {
	/** The result's id. */
	id: Id;
	attempt: number;
	file: string;
	madeAt: number;
	/** A short number that both sides can compare: eight characters of the file's SHA-256, in pairs. */
	check: string;
	/** Ways in which the file left the app; empty: not handed in yet. */
	via: Delivery[];
}

/** What the student's device keeps of an assignment; the work on its steps is kept under `workIdOf`. */
export interface AssignmentWork {
	format: 1;
	assignment: Assignment;
	openedAt: number;
	/** All that it needs is on the device. */
	offline: boolean;
	code: Code | null;
	/** When the code was entered. */
	startedAt: number | null;
	/** The due date has been seen to pass. */
	late: boolean;
	/** What the student ticked. */
	ticked: Extra[];
	receipts: Receipt[];
	/** The last sealed file, to be shared once more. */
	file: TextFile | null;
	/** Feedback that came back, as it was in its files, oldest first. */
	feedback: FeedbackFile[];
}

// ---- feedback ---------------------------------------------------------------------------------

/*
 * What was marked goes back with its mark, since the device goes on working: what is answered there now may be another
 * attempt. The first files did not carry it, so `response` and `map` may be absent.
 */
export interface ItemFeedback {
	lesson: LessonId;
	step: 'check' | 'reverse';
	item: string;
	/** The answer as it was handed in; null: there was none. */
	response?: Response | null;
	/** There was an answer, and it was not checked: it has no mark. */
	unchecked?: true;
	certainty?: Certainty;
	/** How many hints were opened, where any were. */
	hints?: number;
	/** Points, as numbers. */
	earned: number;
	total: number;
	/** Why the instructor gave another mark than the rules do. */
	reason?: string;
	comment?: string;
}
export interface MapFeedback {
	lesson: LessonId;
	/** 0…1; null: no map was scored. */
	total: number | null;
	band: Band | null;
	/** The best of the scored maps, which is the one that counts; null: none was scored. */
	map?: ArgumentMap | null;
	/** The map as it stood when it was handed in, where that is another one. */
	last?: ArgumentMap;
	reason?: string;
	comment?: string;
}

/** What an instructor sends back on one result. */
export interface FeedbackFile {
	app: 'parallax';
	kind: 'feedback';
	version: 1;
	result: Id;
	assignment: Id;
	class: Id;
	code: Code;
	attempt: number;
	madeAt: number;
	/** In percent; null: not tested. */
	marks: { western: number | null; chinese: number | null; overall: number | null; map: number | null };
	items: ItemFeedback[];
	maps: MapFeedback[];
	/** On the whole. */
	comment: string;
	/** Lessons with their key, where they travelled without it and the instructor shows it now. */
	revealed: CarriedLesson[];
}
