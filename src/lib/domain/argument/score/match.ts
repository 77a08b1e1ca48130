import { byCodePoint } from '../links.ts';
import type { LinkKey } from '../model.ts';
import { bestAssignment } from './assignment.ts';
import type { Credit } from './credit.ts';
import type { SideLink } from './side.ts';

export interface Match extends Credit {
	/** Renamed keys. */
	student: LinkKey;
	reference: LinkKey;
}

/**
 * Pairs the links of two sets: exact matches first, then the one-to-one assignment of greatest total credit (a
 * greedy choice would depend on names). Links are taken in code point order, so that among equally good
 * assignments the same one is found on every machine.
 */
export function matchLinks(
	student: ReadonlyMap<LinkKey, SideLink>,
	reference: ReadonlyMap<LinkKey, SideLink>,
	credit: (student: SideLink, reference: SideLink) => Credit
): Match[] {
	const matches: Match[] = [];
	for (const key of student.keys())
		if (reference.has(key)) matches.push({ student: key, reference: key, credit: 1, why: 'exact' });
	const theirs = left(reference, student);
	const rows = left(student, reference)
		.map((mine) => ({ mine, cells: theirs.map((wanted) => credit(mine, wanted)) }))
		.filter(({ cells }) => cells.some((cell) => cell.credit > 0));
	const columns = bestAssignment(rows.map(({ cells }) => cells.map((cell) => cell.credit)));
	rows.forEach(({ mine, cells }, at) => {
		const column = columns[at] ?? -1;
		const [wanted, cell] = [theirs[column], cells[column]];
		if (wanted && cell) matches.push({ student: mine.key, reference: wanted.key, ...cell });
	});
	return matches;
}

const left = (of: ReadonlyMap<LinkKey, SideLink>, without: ReadonlyMap<LinkKey, SideLink>): SideLink[] =>
	[...of.values()].filter(({ key }) => !without.has(key)).toSorted((a, b) => byCodePoint(a.key, b.key));
