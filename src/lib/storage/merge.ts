import { keyOf } from './contents.ts';
import type { Contents, Rows } from './contents.ts';
import { parseLessonRecord, parseStepRecord } from './envelopes.ts';
import type { Quarantined } from './envelopes.ts';
import type { Parsed } from './parsed.ts';
import { mergeReview } from './merge-review.ts';
import { parseReviewRecord } from './review-record.ts';

/** Parses rows; what does not parse goes to the quarantine, found at `at` (ms since 1970). */
export function sift(rows: Rows, at: number): Contents {
	// The quarantine is ours and only ever exported; it is parsed where it comes back in.
	const quarantine = rows.quarantine.slice() as Quarantined[];
	const sound = <T>(from: Quarantined['from'], parseRow: (row: unknown) => Parsed<T>): T[] =>
		rows[from].flatMap((row) => {
			const parsed = parseRow(row);
			if (parsed.ok) return [parsed.value];
			// The database keys rows by their ids, so at least these are there.
			const key = from === 'review' ? (row as { id: string }).id : keyOf(row as { lessonId: string; stepId?: string });
			quarantine.push({ from, key, foundAt: at, problem: parsed.problem, record: row });
			return [];
		});
	return {
		steps: sound('steps', parseStepRecord),
		lessons: sound('lessons', parseLessonRecord),
		review: sound('review', parseReviewRecord),
		quarantine
	};
}

interface Stamped {
	savedAt: number;
	rev: number;
}

/** The later one wins; in one and the same millisecond the one written more often. */
const isNewer = (a: Stamped, b: Stamped): boolean => (a.savedAt === b.savedAt ? a.rev > b.rev : a.savedAt > b.savedAt);

/**
 * `current` with each record of `incoming` that is newer than its own (cards of the review are joined: merge-review.ts);
 * `imported` counts what changed, and
 * `imported + kept` is the size of `incoming`. A record that gives way lends its `rev`, so that a page which still
 * shows it is refused when it saves.
 */
export function merge(current: Contents, incoming: Contents): { contents: Contents; imported: number; kept: number } {
	const records = <T extends Stamped & { lessonId: string; stepId?: string }>(old: T[], fresh: T[]): [T[], number] => {
		const before = new Map(old.map((record) => [keyOf(record), record]));
		const after = new Map(before);
		for (const record of fresh) {
			const rival = after.get(keyOf(record));
			if (!rival || isNewer(record, rival)) after.set(keyOf(record), record);
		}
		const changed = [...after].filter(([key, record]) => record !== before.get(key));
		for (const [key, record] of changed) {
			const gaveWay = before.get(key);
			if (gaveWay) after.set(key, { ...record, rev: Math.max(record.rev, gaveWay.rev) + 1 });
		}
		return [[...after.values()], changed.length];
	};
	const name = ({ from, key, foundAt }: Quarantined): string => `${from} ${key} ${foundAt}`;
	const quarantine = new Map(incoming.quarantine.map((entry) => [name(entry), entry]));
	const fresh = quarantine.size - current.quarantine.filter((entry) => quarantine.has(name(entry))).length;
	for (const entry of current.quarantine) quarantine.set(name(entry), entry);

	const [steps, newSteps] = records(current.steps, incoming.steps);
	const [lessons, newLessons] = records(current.lessons, incoming.lessons);
	const [review, newReview] = mergeReview(current.review, incoming.review);
	const imported = newSteps + newLessons + newReview + fresh;
	const kinds = ['steps', 'lessons', 'quarantine', 'review'] as const;
	const offered = kinds.reduce((sum, kind) => sum + incoming[kind].length, 0);
	return {
		contents: { steps, lessons, quarantine: [...quarantine.values()], review },
		imported,
		kept: offered - imported
	};
}
