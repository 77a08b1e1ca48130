// idb looks for the IndexedDB classes among the globals.
import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';

// A machine may be busy with more than this: marking a map may take it a second.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
	localStorage.clear();
	for (const name of Object.keys(document.documentElement.dataset)) delete document.documentElement.dataset[name];
});

// jsdom lays nothing out: there is no size to hear of, and nothing to scroll.
HTMLElement.prototype.scrollIntoView ??= () => {};
globalThis.ResizeObserver ??= class implements ResizeObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
};

// Where jsdom has no dialog: it opens, and gives the focus back when it closes, as browsers do.
const openers = new WeakMap<HTMLElement, Element | null>();

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
	openers.set(this, document.activeElement);
	this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
	if (!this.open) return;
	this.open = false;
	const opener = openers.get(this);
	if (opener instanceof HTMLElement) opener.focus();
	this.dispatchEvent(new Event('close'));
};
// And a dialog that is shown as a popover.
HTMLElement.prototype.showPopover ??= function (this: HTMLElement) {
	openers.set(this, document.activeElement);
	this.toggleAttribute('open', true);
};
HTMLElement.prototype.hidePopover ??= function (this: HTMLElement) {
	if (!this.hasAttribute('open')) return;
	const opener = openers.get(this);
	if (this.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus();
	this.toggleAttribute('open', false);
	this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
};
