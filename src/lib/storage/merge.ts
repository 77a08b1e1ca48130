import { canonical } from '#lib/domain/canonical.ts';
import { keyOf, ownKeyOf } from './contents.ts';
import type { Contents, Rows } from './contents.ts';
import { parseLessonRecord, parseStepRecord } from './envelopes.ts';
import type { LessonRecord, Quarantined, StepRecord } from './envelopes.ts';
import { kindOf } from './kinds.ts';
import { parseOwnRecord } from './own-record.ts';
import type { OwnRecord } from './own-record.ts';
import { mergeReview } from './merge-review.ts';
import { parseReviewRecord } from './review-record.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';
import { toSpare, withoutCovered } from './spares.ts';

const rowKeys: Record<Quarantined['from'], (row: never) => string> = {
	steps: (row: StepRecord) => keyOf(row),
	lessons: (row: LessonRecord) => keyOf(row),
	own: (row: OwnRecord) => ownKeyOf(row),
	review: ({ id }: { id: string }) => id
};

/** Parses rows; what does not parse goes to the quarantine, found at `at` (ms since 1970). */
export function sift(rows: Rows, at: number): Contents {
	// The quarantine is ours and only ever exported; it is parsed where it comes back in.
	const quarantine = rows.quarantine.slice() as Quarantined[];
	const sound = <T>(from: Quarantined['from'], parseRow: (row: unknown) => Parsed<T>): T[] =>
		rows[from].flatMap((row) => {
			const parsed = parseRow(row);
			if (parsed.ok) return [parsed.value];
			// The database keys rows by their ids, so at least these are there.
			const key = rowKeys[from](row as never);
			quarantine.push({ from, key, foundAt: at, problem: parsed.problem, record: row });
			return [];
		});
	return {
		steps: sound('steps', parseStepRecord),
		lessons: sound('lessons', parseLessonRecord),
		own: sound('own', parseOwnRecord),
		review: sound('review', parseReviewRecord),
		quarantine
	};
}

interface Stamped {
	savedAt: number;
	rev: number;
}

/** All that a record says. Its `rev` only counts the writes on one device. */
const content = (record: Stamped): string => canonical({ ...record, rev: 0 });

/** The later one; in one and the same millisecond the same one on all devices. */
function later<T extends Stamped>(a: T, b: T): T {
	if (a.savedAt !== b.savedAt) return a.savedAt > b.savedAt ? a : b;
	return content(a) >= content(b) ? a : b;
}

/**
 * `before` with each of `fresh`, where `join` makes one record of two. What changes gets a `rev` above both, so that a
 * page which still shows what gave way is refused when it saves; what says the same is left as it is.
 */
function join<T extends Stamped>(
	before: readonly T[],
	fresh: readonly T[],
	key: (record: T) => string,
	joined: (a: T, b: T) => T
): T[] {
	const all = new Map(before.map((record) => [key(record), record]));
	for (const record of fresh) {
		const rival = all.get(key(record));
		const one = rival ? joined(rival, record) : record;
		if (rival && content(one) === content(rival)) continue;
		all.set(key(record), rival ? { ...one, rev: Math.max(record.rev, rival.rev) + 1 } : one);
	}
	return [...all.values()];
}

/** Where two devices went on in different steps, each step's result is that of the answers which are kept. */
function joinLessons(
	steps: StepRecord[],
	a: Contents,
	b: Contents
): (one: LessonRecord, other: LessonRecord) => LessonRecord {
	const kept = new Map(steps.map((step) => [keyOf(step), content(step)]));
	const answersOf = ({ steps: own }: Contents): Set<string> =>
		new Set(own.filter((step) => kept.get(keyOf(step)) === content(step)).map(keyOf));
	const [hasA, hasB] = [answersOf(a), answersOf(b)];
	return (one, other) => {
		const last = later(one, other);
		const results = { ...one.results, ...other.results };
		for (const step of Object.keys(results) as (keyof typeof results)[]) {
			const [mine, theirs] = [one.results[step], other.results[step]];
			if (!mine || !theirs) continue;
			const key = `${one.lessonId}/${step}`;
			if (hasA.has(key) !== hasB.has(key)) results[step] = hasA.has(key) ? mine : theirs;
			// Of the same answers, or of none at all: then it only matters that all devices agree.
			else results[step] = canonical(mine) >= canonical(theirs) ? mine : theirs;
		}
		return { ...last, results };
	};
}

const joinOwn = (a: OwnRecord, b: OwnRecord): OwnRecord => ({
	...a,
	savedAt: Math.max(a.savedAt, b.savedAt),
	data: kindOf(a.kind).merge(a, b)
});

/** The answers that gave way, on either side. */
function gaveWay(steps: StepRecord[], offered: readonly StepRecord[]): OwnRecord[] {
	const kept = new Map(steps.map((step) => [keyOf(step), content(step)]));
	return offered.filter((step) => kept.get(keyOf(step)) !== content(step)).map(toSpare);
}

export interface Merged {
	contents: Contents;
	/** How many of `incoming` have changed anything; with `kept` it is the size of `incoming`. */
	imported: number;
	kept: number;
	/** How many texts and answers there now are twice, that were not so before. */
	divided: number;
}

const isOpen = ({ kind, data }: OwnRecord): boolean => data !== null && kindOf(kind).isOpen(data);

/**
 * `current` and `incoming` as one, without a loss. Of a step the later answers hold; the others are kept beside them
 * unless these say all that they say (spares.ts). Results are joined by step, cards of the review by
 * their reviews (merge-review.ts), all other records by the rule of their
 * kind (kinds.ts). Whichever way round, and however often, the same comes out but for `rev`.
 */
export function merge(current: Contents, incoming: Contents): Merged {
	const steps = join(current.steps, incoming.steps, keyOf, later);
	const lessons = join(current.lessons, incoming.lessons, keyOf, joinLessons(steps, current, incoming));
	const spares = gaveWay(steps, [...current.steps, ...incoming.steps]);
	const own = withoutCovered(
		join(join(current.own, incoming.own, ownKeyOf, joinOwn), spares, ownKeyOf, joinOwn),
		steps
	);

	const [review, newReview] = mergeReview(current.review, incoming.review);
	const name = ({ from, key, foundAt }: Quarantined): string => `${from} ${key} ${foundAt}`;
	const quarantine = new Map(incoming.quarantine.map((entry) => [name(entry), entry]));
	const fresh = quarantine.size - current.quarantine.filter((entry) => quarantine.has(name(entry))).length;
	for (const entry of current.quarantine) quarantine.set(name(entry), entry);

	const changed = <T extends Stamped>(before: T[], after: T[], offered: T[], key: (record: T) => string): number => {
		const had = new Map(before.map((record) => [key(record), content(record)]));
		const has = new Map(after.map((record) => [key(record), content(record)]));
		const names = new Set(offered.map(key));
		return [...names].filter((one) => has.has(one) && has.get(one) !== had.get(one)).length;
	};
	const imported =
		changed(current.steps, steps, incoming.steps, keyOf) +
		changed(current.lessons, lessons, incoming.lessons, keyOf) +
		changed(current.own, own, incoming.own, ownKeyOf) +
		newReview +
		fresh;
	const offered = Object.values(incoming).reduce((sum: number, records: unknown[]) => sum + records.length, 0);
	const open = new Set(current.own.filter(isOpen).map(ownKeyOf));
	return {
		contents: { steps, lessons, own, quarantine: [...quarantine.values()], review },
		imported,
		kept: offered - imported,
		divided: own.filter((record) => isOpen(record) && !open.has(ownKeyOf(record))).length
	};
}
