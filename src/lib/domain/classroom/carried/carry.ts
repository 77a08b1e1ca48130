import type { Lesson, Library, Step } from '../../lesson/model.ts';
import type { CarriedLesson, KeylessLesson } from './model.ts';
import { withoutPictures } from './safe-html.ts';
import { withoutKey } from './without-key.ts';

/** What a step shows of the library; what its items and cards rest on belongs to their key. */
function namedBy(step: Step, key: boolean): { claims: string[]; sources: string[]; discrepancies: string[] } {
	const nothing = { claims: [], sources: [], discrepancies: [] };
	switch (step.id) {
		case 'speakers':
			return { ...nothing, sources: step.sources };
		case 'framings': {
			const framings = step.dimensions.flatMap((dimension) => dimension.framings);
			return {
				...nothing,
				claims: framings.flatMap(({ claims }) => claims),
				discrepancies: framings.flatMap(({ discrepancies }) => discrepancies)
			};
		}
		case 'task':
			return { ...nothing, claims: step.claims, sources: step.sources };
		case 'weigh':
			return {
				...nothing,
				sources: step.kit.cards.flatMap(({ sources }) => sources),
				claims: key ? step.kit.cards.flatMap(({ claims }) => claims) : []
			};
		case 'check':
		case 'reverse':
			if (!key) return nothing;
			return {
				...nothing,
				claims: step.items.flatMap((item) => [
					...item.claims,
					...(item.kind === 'best-case' ? item.cards.flatMap(({ claims }) => claims) : [])
				])
			};
		default:
			return nothing;
	}
}

const pick = <T>(from: Record<string, T>, ids: Iterable<string>): Record<string, T> =>
	Object.fromEntries(
		[...new Set(ids)].toSorted().flatMap((id) => {
			const one = Object.hasOwn(from, id) ? from[id] : undefined;
			return one === undefined ? [] : [[id, one]];
		})
	);

function shelfOf(lesson: Lesson, library: Library, key: boolean): Library {
	const named = lesson.steps.map((step) => namedBy(step, key));
	const claims = pick(
		library.claims,
		named.flatMap((one) => one.claims)
	);
	const terms = pick(library.terms, lesson.terms);
	const all = Object.values(claims);
	return {
		claims,
		terms,
		sources: pick(library.sources, [
			...named.flatMap((one) => one.sources),
			...all.flatMap(({ source, checkedBy }) => [source, ...checkedBy]),
			...Object.values(terms).flatMap(({ renderings }) => renderings.flatMap(({ usedBy }) => usedBy))
		]),
		discrepancies: pick(library.discrepancies, [
			...named.flatMap((one) => one.discrepancies),
			...all.flatMap(({ discrepancies }) => discrepancies)
		])
	};
}

/** Every string of plain data, changed; the shape stays. */
const everyText = (value: unknown, change: (text: string) => string): unknown => {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((one) => everyText(one, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyText(one, change)]));
};

/**
 * A lesson as it travels, with the part of the library that it shows. With `key` it marks itself on the student's device;
 * without, it is a `KeylessLesson`, and of the library there is only what its texts show. Pictures stay behind; their
 * texts stand for them.
 */
export function carryLesson(lesson: Lesson, library: Library, { key }: { key: boolean }): CarriedLesson {
	const { pictures: _, ...rest } = lesson;
	const whole = everyText(rest, withoutPictures) as Lesson;
	const shelf = shelfOf(whole, library, key);
	return key
		? { format: 1, key, lesson: whole, library: shelf }
		: { format: 1, key, lesson: withoutKey(whole) satisfies KeylessLesson, library: shelf };
}
