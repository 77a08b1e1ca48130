import type { Frame } from '../frame.ts';
import type { ClaimId, SourceId } from '../lesson/model.ts';

// The words are those of Argdown and of Rationale: a map is bipartite, like AIF. Cards are statements;
// groups are the steps between them.

export type CardId = string;
export type GroupId = string;

export interface Card {
	id: CardId;
	/** Plain text, no markup. */
	text: string;
	/** A `claim` can be a premise and can be argued about; `evidence` attaches to claims and is never a premise. */
	role: 'claim' | 'evidence';
	/** The frame of the voice that would assert it. */
	frame: Frame;
	claims: ClaimId[];
	sources: SourceId[];
	/** Why the card does not bear on the contention; present on distractors only. */
	distractor?: string;
	maxUses?: 1 | 2;
}

export interface Kit {
	/** The contention; a claim that is not counted among the cards. */
	root: { id: CardId; text: string };
	cards: Card[];
}

/** An objection whose target is a group is an inference objection: granted, but it does not follow. */
export type Target = { card: CardId } | { group: GroupId };

export interface Group {
	id: GroupId;
	kind: 'reason' | 'objection';
	/** Two or more are co-premises: they work only together. */
	premises: CardId[];
	target: Target;
}

export interface Note {
	id: string;
	text: string;
	at?: CardId;
}

/** Plain data: what is stored, scored and handed in. `groups` are in the order of the outline. */
export interface ArgumentMap {
	root: CardId;
	groups: Group[];
	evidence: { evidence: CardId; claim: CardId }[];
	notes: Note[];
}

/**
 * The canonical name of a link. A premise's link is `premise|reason|target` or `premise|objection|target`; a group
 * as target is named by its kind, its own target and its sorted premises, never by its id. Evidence is
 * `card|evidence|claim`.
 */
export type LinkKey = string;

export interface Reference {
	id: string;
	label: string;
	verdict: 'for' | 'against';
	/** How the map reads, in a sentence. */
	reads: string;
	map: ArgumentMap;
	optional: LinkKey[];
	equivalent: CardId[][];
	/** Earns its credit when the link itself is absent. */
	instead: Record<LinkKey, { link: LinkKey; credit: 1 | 0.5 }[]>;
	misconceptions: { link: LinkKey; code: FeedbackCode; message: string }[];
}

export const feedbackCodes = [
	'WRONG_POLARITY',
	'REVERSED',
	'TOO_HIGH',
	'LEVEL',
	'SPLIT_COPREMISE',
	'LUMPED',
	'MISSING_REBUTTAL',
	'EVIDENCE_MISFIT',
	'UNSOURCED',
	'DISTRACTOR',
	'FLAT',
	'ONE_SIDED',
	'OVERLINKED',
	'RABBIT',
	'HANDS',
	'MISSING_LINK'
] as const;
export type FeedbackCode = (typeof feedbackCodes)[number];

export type Band = 'beginning' | 'developing' | 'sound' | 'strong';
