import type { Classes } from './classes.svelte.ts';
import { shelfInTab, type DraftShelf } from './draft-shelf.ts';

/** What the form of a new class says; never a passphrase. */
export interface ClassFields {
	name: string;
	/** The list of students as it was typed, pasted or read. */
	roster: string;
	/** As a date field has it; empty: never; null: as it is offered. */
	deleteBy: string | null;
	withPassphrase: boolean;
}
const blank: ClassFields = { name: '', roster: '', deleteBy: null, withPassphrase: false };

/**
 * A class while it is put together: it outlives a look elsewhere and a reload. One that is to be under a passphrase is
 * written nowhere, the tab's storage included, and outlives the look alone.
 */
export class ClassDraft {
	fields: ClassFields = blank;
	#shelf: DraftShelf;

	constructor(shelf: DraftShelf) {
		this.#shelf = shelf;
		try {
			this.fields = { ...blank, ...(JSON.parse(shelf.kept() ?? '{}') as Partial<ClassFields>) };
		} catch {
			// Of another version: the form is empty.
		}
	}
	/** Whether there is nothing of one's own in it. */
	get isBlank(): boolean {
		return JSON.stringify(this.fields) === JSON.stringify(blank);
	}
	change(part: Partial<ClassFields>): void {
		this.fields = { ...this.fields, ...part };
		this.#shelf.keep(this.fields.withPassphrase ? null : JSON.stringify(this.fields));
	}
	clear(): void {
		this.fields = blank;
		this.#shelf.keep(null);
	}
}

const made = new WeakMap<Classes, ClassDraft>();

/** The one new class of the page. */
export function classDraftOf(classes: Classes): ClassDraft {
	const known = made.get(classes) ?? new ClassDraft(shelfInTab('class-draft'));
	made.set(classes, known);
	return known;
}
