/** The shape of a file that an LMS exported, as far as it is known; `other` is filled by choosing columns. */
export type LmsShape = 'moodle' | 'moodle-worksheet' | 'canvas' | 'other';

/** One cell where it stands, so that it can be changed and nothing else is. */
export interface LmsCell {
	/** Without quotes. */
	text: string;
	/** Place in the text of the file, quotes included. */
	from: number;
	to: number;
}

/** A file as it was read: all of its text, and where the cells are. */
export interface LmsFile {
	shape: LmsShape;
	text: string;
	/** How the text was written; it goes back the same way. */
	encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le';
	delimiter: ',' | ';' | '\t';
	heads: string[];
	/** Below the heads; rows that are about no student are left out (Canvas: “Points Possible”). */
	rows: { /** 1 is the first line of the table, the heads. */ line: number; cells: LmsCell[] }[];
	/** The most that can be had in a column, where the file says so; by column. */
	most: (number | null)[];
}
export type LmsProblem =
	| { code: 'empty' | 'not-text' | 'encoding' | 'no-rows' | 'too-large' }
	/** A quote is opened in this line and never closed. */
	| { code: 'quotes'; line: number };

/** How rows are matched, and which column is written. Columns are numbers from 0. */
export interface FillChoice {
	/** The columns that name the student, read together: an id, an e-mail address, or first and last name. */
	match: number[];
	/** What of the roster they hold. */
	by: 'lms' | 'code' | 'name';
	into: number;
	/** What 100 becomes. */
	most: number;
}

/** A student and what is to be written for them: of 100, or null for nothing. */
export interface FillPerson {
	code: string;
	name: string | null;
	lms: string | null;
	value: number | null;
}
export interface FillChange {
	line: number;
	/** Of the student. */
	code: string;
	/** What the row says of whom it is about. */
	row: string;
	before: string;
	after: string;
}
export interface Filled {
	text: string;
	/** Cells that become different. */
	changes: FillChange[];
	/** Rows that hold the same value already. */
	same: number;
	/** Rows of whom nobody of the class fits; students whom no row fits; neither is written. */
	unmatched: { rows: { line: number; row: string }[]; people: FillPerson[] };
	/** Rows that fit several students, or that fit one student together with another row; none of them is written. */
	ambiguous: { line: number; row: string; codes: string[] }[];
	/** Matched students with nothing to write: their cell stays as it is. */
	withoutValue: FillPerson[];
}
