import { problemAt } from './problem.ts';
import type { Doc } from './doc.ts';
import type { Library, Problem } from './model.ts';
import type { Shelf } from './picture/shelf.ts';
import type { Teaching } from './problem.ts';

export const mentionKinds = ['source', 'claim', 'discrepancy', 'term', 'card', 'outcome'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** An id written where something of that name must exist. */
export interface Mention {
	kind: MentionKind;
	id: string;
	at: number;
}

/** An id given to something; '' if the author left it out. Names are unique within their scope. */
export interface Name {
	/** What is named, in words for a message, e.g. `option`. */
	what: string;
	scope: string;
	id: string;
	at: number;
	/** An id made from the text, offered when there is none. */
	proposal: string;
	/** How a missing id is written: in the braces of a heading, or in backticks at `spot`. Absent where it cannot be. */
	form?: 'braces' | 'backticks';
	/** Offset for the backticks. */
	spot?: number;
}

/** Where the parts of one file stand, for rules: they see the model, which knows no places. */
export interface Places {
	doc: Doc;
	names: Name[];
	mentions: Mention[];
	/** Offsets of the parts of the model. */
	offsets: WeakMap<object, number>;
	/** Footnotes by label. */
	notes: ReadonlyMap<string, Note>;
}

/** The file being read, and what has been noticed so far. */
export interface Reading {
	doc: Doc;
	library: Library;
	places: Places;
	problems: Problem[];
	/** Ids of the terms that prose may link to. */
	terms: string[];
	/** Footnotes by label; collected before anything that may hold their marks is rendered. */
	notes: Map<string, Note>;
	/** How many words have been given a popover with their sound: each has an id of its own. */
	spoken: number;
	/** The pictures beside the lesson; null where it is not known which there are. */
	shelf: Shelf | null;
	/** The pictures that the file shows, by their paths as written. */
	shown: Set<string>;
}

/** A footnote's text, and the number that stands for it. */
export interface Note {
	label: string;
	text: string;
	at: number;
	number: number;
}

export const emptyLibrary = (): Library => ({ sources: {}, terms: {}, claims: {}, discrepancies: {} });

export function createReading(doc: Doc, library: Library): Reading {
	const notes = new Map<string, Note>();
	return {
		doc,
		library,
		places: { doc, names: [], mentions: [], offsets: new WeakMap(), notes },
		problems: [],
		terms: [],
		notes,
		spoken: 0,
		shelf: null,
		shown: new Set()
	};
}

export function report(reading: Reading, at: number, teaching: Teaching): void {
	reading.problems.push(problemAt(reading.doc, at, teaching));
}

/** Remembers where `thing` is written, and returns it. */
export function placed<T extends object>(reading: Reading, thing: T, at: number): T {
	reading.places.offsets.set(thing, at);
	return thing;
}

/** The offset where a part of the model is written; 0 for a part that the compiler made up. */
export const placeOf = (places: Places, thing: object): number => places.offsets.get(thing) ?? 0;

export function mention(reading: Reading, kind: MentionKind, id: string, at: number): string {
	reading.places.mentions.push({ kind, id, at });
	return id;
}

/** Own keys only, so that no id can meet what all objects inherit. */
export const has = (record: object, id: string): boolean => Object.hasOwn(record, id);
