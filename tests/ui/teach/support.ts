import { fireEvent, screen } from '@testing-library/svelte';
import { expect, vi } from 'vitest';
import { Classes } from '#lib/state/classroom/classes.svelte.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { aClass, desk, noon, port } from '../../storage/classroom/support.ts';

/** The classes of a device, opened. */
export async function classesOn(store: ClassroomStore, now: () => number = () => noon): Promise<Classes> {
	const classes = new Classes({ openStore: async () => store, port, now });
	await classes.open();
	return classes;
}
/** A device with one class on it. */
export async function withClass(over: Parameters<typeof aClass>[1] = {}) {
	const device = desk();
	const store = await device.tab();
	const { open, record } = await aClass('Media 101', over);
	await store.save({ classes: [{ data: record, rev: 0 }] });
	return { device, store, open, record, classes: await classesOn(store) };
}

/** No part of the page is still on its way; a busy machine may take its time to load one. */
export const settled = () => vi.waitFor(() => expect(screen.queryByText('Loading…')).toBeNull(), { timeout: 15_000 });

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const type = (label: string | RegExp, value: string) =>
	fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** Chooses files in the file input with that label. */
export async function choose(label: string | RegExp, ...files: { name: string; text: string }[]): Promise<void> {
	const input = screen.getByLabelText<HTMLInputElement>(label);
	const chosen = files.map(({ name, text }) => new File([text], name, { type: 'text/plain' }));
	Object.defineProperty(input, 'files', { get: () => chosen, configurable: true });
	Object.defineProperty(input, 'value', { set: () => {}, get: () => '', configurable: true });
	await fireEvent.change(input);
}
