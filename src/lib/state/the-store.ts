import { openStore, type Store } from '#lib/storage/store.ts';

let opened: Promise<Store> | undefined;

/** The one store of this tab, opened when first asked for. */
export const theStore = (): Promise<Store> => (opened ??= openStore({ now: Date.now }));
