import { idShape } from '#lib/domain/classroom/ids.ts';
import type { Id } from '#lib/domain/classroom/model.ts';

/** The parts of a class, in the order in which they are shown. */
export const teachTabs = ['students', 'assignments', 'collect', 'gradebook', 'out', 'class'] as const;
export type TeachTab = (typeof teachTabs)[number];

/** What the instructor's page shows. One prerendered page has all of them, so that any static host will do. */
export type TeachPlace =
	| { at: 'home' }
	| { at: 'new' }
	| { at: 'restore' }
	| {
			at: 'class';
			id: Id;
			tab: TeachTab;
			/** What the tab itself makes of the rest of the address: `assignments/<id>/handout` → `['<id>', 'handout']`. */
			path: string[];
	  };

const isTab = (name: string): name is TeachTab => teachTabs.some((tab) => tab === name);

/** The place that the fragment of an address names, with or without its `#`; what it does not know is the page's beginning. */
export function placeOf(hash: string): TeachPlace {
	const [first = '', tab = 'students', ...path] = hash.replace(/^#/, '').split('/').filter(Boolean);
	if (first === 'new' || first === 'restore') return { at: first };
	if (!idShape.test(first)) return { at: 'home' };
	return isTab(tab) ? { at: 'class', id: first, tab, path } : { at: 'class', id: first, tab: 'students', path: [] };
}

/** The address of a part of a class, as a link on the page has it: `#<class>/assignments/new`. */
export const classHash = (id: Id, tab: TeachTab = 'students', ...path: string[]): string =>
	`#${[id, tab, ...path].join('/')}`;
