import type { Mismatch } from '../parsed/mismatch.ts';
import type { Difference } from './marks/difference.ts';
import type { Code, Id, Result } from './model.ts';

/** A result that was opened, as it is kept: with what was noticed, and never with marks, which are worked out anew. */
export interface KeptResult {
	format: 1;
	/** The attempt's id; with a part of the content's digest behind a `~` if two contents came with one id. */
	id: string;
	result: Result;
	/** When it was brought in, by the instructor's clock. */
	receivedAt: number;
	/** The name of the file that it came in. */
	file: string;
	/** Handed in after the due date, by the student's clock, which proves nothing. */
	late: boolean;
	/** Lessons that were worked on in another version, or with other content, than was assigned. */
	otherVersions: string[];
	/** It came after as many as are allowed, or its number is above: kept, and counts only if no other does (`overIn`). */
	over: boolean;
	/** The public key of the device that signed it. */
	device: string;
}

/**
 * What the devices that signed an assignment's results tell, and nobody can be sure of: a student's results come from
 * several, or one device signed for several students.
 */
export type DeviceSign = 'other-device' | 'shared-device';

/** Files of ours that are no results. */
export type OtherFile = 'assignment' | 'feedback' | 'copy' | 'backup';

/**
 * What became of one file. The first four brought a result in; the others changed nothing, and each says what to do.
 * - `opened`, `late`, `other-version`: see `KeptResult`; of several the last holds;
 * - `conflict`: another content came under the same attempt id; both are kept;
 * - `duplicate`: it is here already;
 * - `wrong-class`: sealed for a class whose key is not on this device; `classId` tells which;
 * - `other-class`: its class is on this device, and not the one that is open here; `name` is that class's;
 * - `unknown-assignment`: of this class, but the assignment is not on this device: the sealed file is kept, and opened
 *   when the assignment is brought in (from its link, file or a copy);
 * - `newer-version`: sealed by a later version of the app;
 * - `truncated`: the end is missing; `empty`; `too-large`: above `largestFile`; `bomb`: unpacks to more than a result can be;
 * - `incomplete`: a zip of which so many files were not read: there are too many, they unpack to too much, or (null) its end is missing;
 * - `damaged`: it is ours, and at least one character of it was changed;
 * - `bad-signature`: it can be opened, but what is in it was not written by the device that it names;
 * - `bad-content`: it can be opened, and what is in it is no result; `problem` tells where;
 * - `other-file`: ours, but no result; `not-parallax`: something else; `unreadable`: the browser could not read it.
 */
export type Verdict =
	| {
			code: 'opened' | 'late' | 'other-version' | 'conflict';
			kept: KeptResult;
			differences: Difference[];
			devices: DeviceSign[];
	  }
	| { code: 'duplicate'; id: Id; student: Code; assignment: Id }
	| { code: 'wrong-class'; classId: Id }
	| { code: 'other-class'; classId: Id; name: string }
	| { code: 'unknown-assignment'; waiting: WaitingFile }
	| { code: 'newer-version'; version: number }
	| { code: 'too-large'; size: number; most: number; zip?: true }
	| { code: 'incomplete'; unread: number | null }
	| { code: 'bad-content'; problem: Mismatch }
	| { code: 'other-file'; is: OtherFile }
	| { code: 'truncated' | 'empty' | 'bomb' | 'damaged' | 'bad-signature' | 'not-parallax' | 'unreadable' };
export type VerdictCode = Verdict['code'];

/** A sealed result whose assignment is not here yet. */
export interface WaitingFile {
	format: 1;
	/** A digest of the text. */
	id: string;
	classId: Id;
	assignment: Id;
	/** Whose it is: it goes when the student is deleted. */
	code: Code;
	receivedAt: number;
	file: string;
	text: string;
}

export const brings = ['opened', 'late', 'other-version', 'conflict'] as const satisfies readonly VerdictCode[];
export type Brought = Extract<Verdict, { code: (typeof brings)[number] }>;
export const isBrought = (verdict: Verdict): verdict is Brought => brings.some((code) => code === verdict.code);
