import { mergeCards } from '#lib/domain/learning/review/merge.ts';
import { canonical } from '#lib/domain/canonical.ts';
import type { ReviewRecord } from './review-record.ts';

const content = (record: ReviewRecord): string => canonical({ ...record, rev: 0 });

/** Not by rev, which only counts the writes on one device: in one millisecond all devices agree on the same one. */
const isNewer = (a: ReviewRecord, b: ReviewRecord): boolean =>
	a.savedAt === b.savedAt ? content(a) > content(b) : a.savedAt > b.savedAt;

/** Two copies of one record: cards are joined, of the rest the later one stands. The same object when nothing is new. */
function joined(mine: ReviewRecord, theirs: ReviewRecord): ReviewRecord {
	if (mine.kind !== 'card' || theirs.kind !== 'card') return isNewer(theirs, mine) ? theirs : mine;
	const card = mergeCards(mine, theirs);
	if (JSON.stringify(card) === JSON.stringify(mine.card)) return mine;
	return { ...mine, card, savedAt: Math.max(mine.savedAt, theirs.savedAt) };
}

/**
 * The records of the review with those of `incoming`, and how many of them changed. What changed has a rev that neither
 * copy had, so that a page which still shows the old one is refused when it saves.
 */
export function mergeReview(current: ReviewRecord[], incoming: ReviewRecord[]): [ReviewRecord[], number] {
	const before = new Map(current.map((record) => [record.id, record]));
	const after = new Map(before);
	for (const record of incoming) {
		const mine = after.get(record.id);
		after.set(record.id, mine ? joined(mine, record) : record);
	}
	const fresh = new Map(incoming.map((record) => [record.id, record.rev]));
	const changed = [...after].filter(([id, record]) => record !== before.get(id));
	for (const [id, record] of changed) {
		const mine = before.get(id);
		if (mine) after.set(id, { ...record, rev: Math.max(mine.rev, record.rev, fresh.get(id) ?? 0) + 1 });
	}
	return [[...after.values()], changed.length];
}
