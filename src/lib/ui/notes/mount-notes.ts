import { mount, unmount } from 'svelte';
import { claimNoteable, noteablesOf } from '#lib/state/note-subjects.ts';
import type { NoteKind, NoteSource } from '#lib/domain/learning/notes/model.ts';
import { appWorker } from '#lib/state/app-worker.svelte.ts';
import { theNotes } from '#lib/state/notes-book.svelte.ts';
import type { Page } from './note-places.ts';
import NoteControl from './NoteControl.svelte';

interface Control {
	open: () => void;
}

/** Puts a control in the place of each “note” button on the page, also of those that come later. */
export function mountNotes({ root, outline, document: shown, step }: Page) {
	const book = theNotes();
	void book.open();
	const noteables = noteablesOf(shown);
	const controls = new Map<Element, Control & Record<string, unknown>>();

	function sourceOf(place: HTMLElement): NoteSource | null {
		const { note = '', text } = place.dataset;
		const [, kind, id = ''] = /^(\w+):(.+)$/.exec(note) ?? [];
		const noteable = noteables.get(note) ?? (text === undefined ? undefined : claimNoteable(text));
		if (!kind || !noteable) return null;
		const { id: lesson, version, title } = outline;
		return { kind: kind as NoteKind, id, lesson, step, version, lessonTitle: title, ...noteable };
	}
	function fill() {
		for (const [place, control] of controls) {
			if (place.isConnected) continue;
			void unmount(control);
			controls.delete(place);
		}
		for (const place of root.querySelectorAll<HTMLElement>('[data-note]:not([data-live])')) {
			const about = sourceOf(place);
			if (!about) continue;
			const held = place.contains(document.activeElement);
			place.dataset.live = '';
			place.replaceChildren();
			controls.set(place, mount(NoteControl, { target: place, props: { book, about } }) as Control & object as never);
			if (held) place.querySelector('button')?.focus();
		}
	}
	fill();
	const observer = new MutationObserver(fill);
	observer.observe(root, { childList: true, subtree: true });
	const free = appWorker.waitFor(() => book.settled());

	return {
		open: (place: Element) => controls.get(place)?.open(),
		/** Opens the note that the address leads to, and all that it stands in. */
		reveal(hash: string) {
			const wanted = decodeURIComponent(hash.slice('#note:'.length));
			const place = [...controls.keys()].find((one) => (one as HTMLElement).dataset.note === wanted);
			if (!hash.startsWith('#note:') || !place) return;
			for (let outer = place.parentElement; outer; outer = outer.parentElement) {
				if (outer instanceof HTMLDetailsElement) outer.open = true;
				if (outer.hasAttribute('popover')) outer.showPopover();
			}
			controls.get(place)?.open();
		},
		close() {
			observer.disconnect();
			free();
			for (const control of controls.values()) void unmount(control);
		}
	};
}
