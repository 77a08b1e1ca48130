import { cyclesOf } from './cycles.ts';
import { chance, doors, libraries, roomOf, world, type Room } from './rooms.ts';
import { readSource, type Import, type Source } from './source.ts';
import type { Tree } from './tree.ts';

/** The tree with its code read once for all rules. */
export interface House {
	tree: Tree;
	code: { path: string; room: Room | null; source: Source }[];
}
export interface Rule {
	title: string;
	why: string;
	/** The ways out, the usual one first. */
	ways: string[];
	/** One line each: `path:line what is wrong`. */
	offences: (house: House) => string[];
}

export function surveyed(tree: Tree): House {
	const paths = Object.keys(tree).filter((path) => path.startsWith('src/') && /\.(?:ts|js|mjs|svelte)$/.test(path));
	return {
		tree,
		code: paths.map((path) => ({ path, room: roomOf(path), source: readSource(path, tree[path] ?? '') }))
	};
}

/** What `found` says of each import, after the place. */
const ofImports =
	(found: (one: Import, path: string, room: Room | null) => string | null) =>
	(house: House): string[] =>
		house.code.flatMap(({ path, room, source }) =>
			source.imports.flatMap((one) => {
				const words = found(one, path, room);
				return words ? [`${path}:${one.line} ${words}`] : [];
			})
		);
const ofLines = (tree: Tree, found: (line: string, path: string) => boolean): string[] =>
	Object.entries(tree).flatMap(([path, text]) =>
		text.split('\n').flatMap((line, index) => (found(line, path) ? [`${path}:${index + 1} ${line.trim()}`] : []))
	);
const packageOf = (from: string): string => from.split('/', from.startsWith('@') ? 2 : 1).join('/');
const isGenerated = (from: string): boolean => /^\.\/\$types(?:\.js|\.d\.ts)?$/.test(from);

const direction: Rule = {
	title: 'imports follow the arrows: routes → ui → state → machines → domain; content, storage, offline → domain',
	why: 'What is below can be understood and tested without what is above. Types count, but ui may have those of storage.',
	ways: [
		'Hand the value down as an argument or a prop.',
		'Move what both need to the lower room.',
		'In ui: ask a session of state/ instead of storage.'
	],
	offences: ofImports(({ file, from, typeOnly }, _, room) => {
		// A style sheet is worn, not called.
		if (file === null || file.endsWith('.css') || isGenerated(from)) return null;
		const to = roomOf(file);
		if (!room || to === room) return null;
		if (to && (doors[room].uses.includes(to) || (typeOnly && doors[room].types?.includes(to)))) return null;
		return `${room} ${typeOnly ? 'imports a type' : 'imports'} from ${to ?? 'outside of src/'}: ${from}`;
	})
};

const housed: Rule = {
	title: 'every file of code in src/ is in a room',
	why: 'A file in no room is under no rule.',
	ways: [
		'Move it to the folder whose work it does (tests/architecture/rooms.ts lists them).',
		'Name a new room there, with its doors.'
	],
	offences: ({ code }) => code.filter(({ room }) => room === null).map(({ path }) => path)
};

const pureLibraries: Rule = {
	title: 'domain and machines import no framework, no browser, no Node, and only small pure libraries',
	why: 'The same code compiles lessons, marks answers in the browser and runs in tests; it must need nothing around it.',
	ways: [
		'Take what you need as an argument.',
		'A small pure library may be added to `libraries` in tests/architecture/rooms.ts.'
	],
	offences: ofImports(({ file, from, typeOnly }, _, room) => {
		const allowed = room && libraries[room];
		if (!allowed || file !== null || from === '' || allowed.includes(packageOf(from))) return null;
		return `${room} ${typeOnly ? 'imports a type' : 'imports'} from ${from}`;
	})
};

const noWorld: Rule = {
	title: 'domain and machines know no clock, no dice, and nothing of the browser',
	why: 'Time, chance and I/O that come in as arguments or events can be replayed, tested and restored at any point.',
	ways: [
		'Take `now`, a number or a function as an argument.',
		'Let the caller in state/ or storage/ do it and send an event.'
	],
	offences: ({ code }) =>
		code
			.filter(({ room }) => room !== null && room in libraries)
			.flatMap(({ path, room, source }) =>
				source.uses
					.filter(({ name }) => chance.has(name) || world.has(name.replace(/[.(].*$/, '')))
					.map(({ name, line }) => `${path}:${line} ${room} uses ${name}`)
			)
};

const manifest: Rule = {
	title: 'only src/service-worker imports $app/manifest',
	why: 'The list of all files would be sent with every page that needs it, and grows with every lesson.',
	ways: ['Ask the worker by a message (lib/offline/messages.ts).'],
	offences: ofImports(({ from }, _, room) =>
		/^\$(?:app\/manifest|service-worker)$/.test(from) && room !== 'worker' ? `imports ${from}` : null
	)
};

const written: Rule = {
	title: 'what is imported is written out, as a path from the file or from #lib',
	why: 'An import that is worked out, a glob or another alias cannot be followed, so no rule here could hold it.',
	ways: ["Write import('./name.ts') for each.", 'Use #lib/… across rooms.'],
	offences: ofImports(({ from, file }) => {
		if (from === '') return 'imports something that is worked out';
		if (/^(?:\$lib|src|~|@|\/)(?:\/|$)/.test(from)) return `imports ${from}`;
		return file !== null && !isGenerated(from) && !/\.\w+$/.test(file) ? `imports ${from} without its ending` : null;
	})
};

const cycles: Rule = {
	title: 'no cycles of imports (types apart, which are gone when the program runs)',
	why: 'Files in a cycle can only be read, tested and loaded together, and may see each other half made.',
	ways: [
		'Move what both need to a third file.',
		'Hand one of them to the other as an argument.',
		'Write `import type` where only a type is meant.'
	],
	offences: ({ tree, code }) => {
		const edges = code.map(({ path, source }) => {
			const files = source.imports.flatMap(({ file, typeOnly }) =>
				!typeOnly && file !== null && file in tree ? [file] : []
			);
			// A component that shows itself, as a tree does, is no cycle.
			return [path, files.filter((file) => file !== path)] as const;
		});
		return cyclesOf(Object.fromEntries(edges)).map((cycle) => [...cycle, cycle[0]].join(' → '));
	}
};

const most = 300;
const size: Rule = {
	title: `no file of ours has more than ${most} lines (tests apart)`,
	why: 'It does more than one thing, or says one thing in too many words.',
	ways: ['Split it along what its parts are about, not along its length.'],
	offences: ({ tree }) =>
		Object.entries(tree).flatMap(([path, text]) => {
			const lines = text.replace(/\n$/, '').split('\n').length;
			return /^src\/.*\.(?:ts|js|mjs|svelte|css|html)$/.test(path) && lines > most
				? [`${path} has ${lines} lines`]
				: [];
		})
};

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const pascal = /^(?:[A-Z][a-z0-9]*)+\.svelte$/;
const route = /^\+(?:page|layout|error|server)(?:\.server)?(?:@\w*)?\.(?:svelte|ts)$/;
const routeFolder = /^(?:\(.+\)|\[.+\](?:\.[a-z]+)?)$/;
const names: Rule = {
	title: 'files and folders are named in kebab-case after their main export, components in PascalCase',
	why: 'One can then guess the file from the name and the name from the file.',
	ways: ['Rename it.'],
	offences: ({ tree }) =>
		Object.keys(tree).flatMap((path) => {
			const folders = path.split('/');
			const file = folders.pop() ?? '';
			const own = file.endsWith('.svelte') ? pascal.test(file) : kebab.test(file) || /^README\.md$/.test(file);
			const wellNamed = own || (path.startsWith('src/routes/') && route.test(file));
			const wellPlaced = folders.every(
				(one) => kebab.test(one) || (path.startsWith('src/routes/') && routeFolder.test(one))
			);
			return wellNamed && wellPlaced ? [] : [path];
		})
};

const named: Rule = {
	title: 'modules of src/lib export by name',
	why: 'A thing then has one name wherever it is used, and a search finds all of them.',
	ways: ['Export it by name.'],
	offences: ({ code }) =>
		code.flatMap(({ path, source }) =>
			path.startsWith('src/lib/') && source.defaultExport !== null
				? [`${path}:${source.defaultExport} has a default export`]
				: []
		)
};

// Put together here, since this file is under the rule too.
const fileNumber = new RegExp(['seed', '00'].join('[-_ ]?'), 'i');
const asName = /\bseed(?:ed|s)?[\s_-]*(?:document|source|text|file|article|paper|corpus|essay|reading|material)s?\b/i;
const inProse = /\bseeds?\b/i;
const documents: Rule = {
	title: 'the documents go by what they are: weibo-trending-2025, cyberpeace-2024, …',
	why: 'A learner is told who speaks and when; a number in our files says neither.',
	ways: [
		'Write the id of the source as in lessons/sources.yaml.',
		'In code, the word for the start of a random sequence is fine.'
	],
	offences: ({ tree }) => [
		...Object.keys(tree).filter((path) => fileNumber.test(path)),
		...ofLines(tree, (line, path) => {
			const isProse = /^(?:lessons\/|README\.md|src\/messages\/)/.test(path);
			return fileNumber.test(line) || asName.test(line) || (isProse && inProse.test(line));
		})
	]
};

export const rules: readonly Rule[] = [
	direction,
	housed,
	pureLibraries,
	noWorld,
	manifest,
	written,
	cycles,
	size,
	names,
	named,
	documents
];

/** What a broken rule says: the offenders, the rule, why it is there, and the ways out. */
export function explain({ title, why, ways }: Rule, offences: readonly string[]): string {
	return [
		`The rule: ${title}.`,
		`Why: ${why}`,
		`Broken ${offences.length === 1 ? 'once' : `${offences.length} times`}:`,
		...offences.map((one) => `  - ${one}`),
		'Ways out:',
		...ways.map((way, index) => `  ${index + 1}. ${way}`)
	].join('\n');
}
