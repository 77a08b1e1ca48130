import { fireEvent, screen } from '@testing-library/svelte';
import { vi } from 'vitest';
import { OwnData } from '#lib/state/own-data.svelte.ts';
import { AppSettings } from '#lib/state/settings.svelte.ts';
import type { Store } from '#lib/storage/store.ts';

/** What the page makes of a store: opened settings, and data that has been looked at. */
export async function pageState(store: Store, manager: Partial<StorageManager> = {}) {
	const settings = new AppSettings();
	settings.open();
	const data = new OwnData(async () => store, manager as StorageManager);
	await data.open();
	return { settings, data };
}

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** Takes the place of the browser's download; gives the names and texts of the files that were handed over. */
export function catchDownloads(): { name: string; text: Promise<string> }[] {
	const files: { name: string; text: Promise<string> }[] = [];
	const blobs = new Map<string, Blob>();
	URL.createObjectURL = (blob) => {
		const address = `blob:${blobs.size}`;
		blobs.set(address, blob as Blob);
		return address;
	};
	URL.revokeObjectURL = () => undefined;
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		const blob = blobs.get(this.href);
		if (blob) files.push({ name: this.download, text: blob.text() });
	});
	return files;
}

/** Chooses a file in the page's only file input. */
export async function chooseFile(content: string | object, size?: number): Promise<void> {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	const file = new File([text], 'copy.json', { type: 'application/json' });
	if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
	const input = screen.getByLabelText<HTMLInputElement>('Choose a copy…');
	// A browser empties the list when the script empties the value.
	let chosen: File[] = [file];
	Object.defineProperty(input, 'files', { get: () => chosen, configurable: true });
	const empty = () => {
		chosen = [];
	};
	Object.defineProperty(input, 'value', { set: empty, get: () => '', configurable: true });
	await fireEvent.change(input);
}
