import { mount, tick } from 'svelte';
import AddTerm from './AddTerm.svelte';

/** Puts the real control in the place of the pressed one, in which it stays for as long as the page, and presses it. */
export async function addTerm(place: HTMLElement): Promise<void> {
	const { term = '' } = place.dataset;
	const lesson = /\/learn\/([^/]+)\//.exec(location.pathname)?.[1] ?? '';
	delete place.dataset.term;
	place.replaceChildren();
	mount(AddTerm, { target: place, props: { term, lesson } });
	await tick();
	const button = place.querySelector('button');
	button?.focus();
	button?.click();
}
