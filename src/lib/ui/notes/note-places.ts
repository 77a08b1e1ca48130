import type { LessonOutline } from '#lib/content/documents.ts';
import type { NoteableDocument } from '#lib/content/noteables.ts';
import { theStore } from '#lib/state/the-store.ts';
import { allDone } from '../app/later.ts';

export interface Page {
	root: HTMLElement;
	outline: Pick<LessonOutline, 'id' | 'version' | 'title'>;
	document: object;
	step: NonNullable<NoteableDocument['step']>['id'];
}

/**
 * Makes the “note” buttons of a step answer. They stand in the page from the beginning (NotePlace.svelte); all that
 * they open is loaded when one is pressed, when the address leads to a note, or when there are notes to be marked.
 * Gives what takes everything back.
 */
export function followNotes(page: Page): () => void {
	type Mounted = ReturnType<(typeof import('./mount-notes.ts'))['mountNotes']>;
	let closed = false;
	let mounting: Promise<Mounted> | undefined;
	const mount = (): Promise<Mounted> =>
		(mounting ??= Promise.all([import('./mount-notes.ts'), allDone()]).then(([{ mountNotes }]) => mountNotes(page)));
	const forget = () => (mounting = undefined);

	function press({ target }: Event) {
		const place = target instanceof Element && target.closest('button')?.parentElement;
		// Once its control is there, that takes the press itself.
		if (place && place.dataset.note && !place.dataset.live) mount().then(({ open }) => open(place), forget);
	}
	async function begin() {
		const led = location.hash.startsWith('#note:');
		if (!led && !(await (await theStore()).holdsOwn('note'))) return;
		if (!closed) mount().then(({ reveal }) => reveal(location.hash), forget);
	}

	page.root.addEventListener('click', press);
	void begin();
	return () => {
		closed = true;
		page.root.removeEventListener('click', press);
		mounting?.then(({ close }) => close(), forget);
	};
}
