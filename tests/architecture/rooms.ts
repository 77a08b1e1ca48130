export const rooms = [
	'domain',
	'machines',
	'content',
	'storage',
	'offline',
	'state',
	'ui',
	'routes',
	'worker',
	'cli',
	'app',
	'messages'
] as const;
export type Room = (typeof rooms)[number];

/** What each room may import, itself apart; with `types`, what it may only `import type`. */
export const doors: Readonly<Record<Room, { uses: readonly Room[]; types?: readonly Room[] }>> = {
	domain: { uses: [] },
	machines: { uses: ['domain'] },
	content: { uses: ['domain', 'messages'] },
	storage: { uses: ['domain', 'messages'] },
	offline: { uses: ['domain', 'messages'] },
	state: { uses: ['machines', 'domain', 'storage', 'offline', 'content', 'messages'] },
	ui: { uses: ['state', 'machines', 'domain', 'messages'], types: ['content', 'storage'] },
	routes: { uses: ['ui', 'state', 'machines', 'domain', 'storage', 'offline', 'content', 'messages'] },
	worker: { uses: ['offline', 'domain', 'messages'] },
	cli: { uses: ['domain', 'messages'] },
	app: { uses: ['ui', 'state', 'machines', 'domain', 'storage', 'offline', 'content', 'messages'], types: ['cli'] },
	messages: { uses: [] }
};

const folders: readonly [folder: RegExp, room: Room][] = [
	[/^src\/lib\/(?=(domain|machines|content|storage|offline|state|ui)\/)/, 'domain'],
	[/^src\/routes\//, 'routes'],
	[/^src\/service-worker(?:\/|\.ts$)/, 'worker'],
	[/^src\/cli\//, 'cli'],
	[/^src\/messages\//, 'messages'],
	// What SvelteKit wants at the root of src/.
	[/^src\/(?:app|hooks|params|virtual|service-worker)(?:\.\w+)*\.(?:ts|css|html)$/, 'app']
];

/** The room that a file of src/ is in; null for one that is in none, or not in src/. */
export function roomOf(path: string): Room | null {
	for (const [folder, room] of folders) {
		const match = folder.exec(path);
		if (match) return (match[1] as Room | undefined) ?? room;
	}
	return null;
}

/** Pure libraries by room; `domain` and `machines` import no other. One that joins is small and needs no browser. */
export const libraries: Readonly<Partial<Record<Room, readonly string[]>>> = {
	domain: ['valibot', 'yaml', 'marked', 'd3-flextree', 'ts-fsrs', 'fflate', 'papaparse'],
	machines: ['xstate']
};

/** Names of the world outside, which pure code gets as arguments or not at all. */
export const world: ReadonlySet<string> = new Set([
	'document',
	'window',
	'globalThis',
	'self',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'caches',
	'performance',
	'crypto',
	'fetch',
	'process',
	'setTimeout',
	'setInterval',
	'requestAnimationFrame',
	'console'
]);
/** The clock and the dice, by the whole expression. */
export const chance: ReadonlySet<string> = new Set(['Date.now', 'new Date()', 'Date()', 'Math.random', 'Temporal.Now']);
