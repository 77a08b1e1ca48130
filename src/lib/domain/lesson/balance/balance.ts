import { sidesOf } from '../../argument/score/side.ts';
import { frames } from '../../frame.ts';
import { stepOf } from '../rules/rule.ts';
import { findLoaded } from './loaded-words.ts';
import { countText, readingLevel } from './reading-level.ts';
import type { Frame, RequiredFrame } from '../../frame.ts';
import type { CheckStep, Framing, Lesson, Library, ReverseStep, SourceId } from '../model.ts';
import type { Item } from '../../quiz/model.ts';

export const sides = ['western', 'third-party', 'chinese', 'shared', 'checking'] as const satisfies Framing['kind'][];
export type Side = (typeof sides)[number];

/** What one side has in the comparison. */
export interface SideBalance {
	cards: number;
	words: number;
	/** Different sources that its claims come from. */
	sources: number;
	/** US school grade; null for too little text. See `readingLevel`. */
	level: number | null;
	/** Loaded words in our own voice. */
	loaded: string[];
}

/** What a lesson gives to each side: in words, marks and arguments. */
export interface Balance {
	sides: Record<Side, SideBalance>;
	/** Points of quiz and best cases by frame; an item counts fully in each of its sides. Frames without are left out. */
	points: Partial<Record<Frame, number>>;
	/** For each reference, how many links that are scored have a premise of each required frame; evidence is not counted. */
	links: { reference: string; frames: Record<RequiredFrame, number> }[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of the compiler's HTML; what ends a block ends a sentence, notes are left out. */
export const textOf = (html: string): string =>
	html
		.replace(/<span class="note"[^>]*>.*?<\/span>(?!<)/gs, '')
		.replace(/<\/(?:p|li|h\d|td|th)>/g, '. ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
		.replace(/([.!?…][”’)]*)\s*\.\s/g, '$1 ');

function sideOf(framings: readonly Framing[], library: Library): SideBalance {
	const text = framings.map((framing) => textOf(framing.text)).join('\n');
	const counts = countText(text);
	const sources = new Set<SourceId>(
		framings.flatMap(({ claims }) => claims.flatMap((id) => library.claims[id]?.source ?? []))
	);
	return {
		cards: framings.length,
		words: counts.words,
		sources: sources.size,
		level: readingLevel(counts),
		loaded: findLoaded(text)
	};
}

/** As many items as any learner gets: which of a drawn bank is all the same, see rules/bank-draw.ts. */
function givenToAll(step: CheckStep | ReverseStep | undefined): Item[] {
	const seen = new Map<string, number>();
	return (step?.items ?? []).filter(({ bank = '' }) => {
		const count = (seen.get(bank) ?? 0) + 1;
		seen.set(bank, count);
		return !Object.hasOwn(step?.policy?.draw ?? {}, bank) || count <= (step?.policy?.draw[bank] ?? 0);
	});
}

/** Points of the items of check and reverse that a learner gets, by frame. */
export function pointsOf(lesson: Lesson): Balance['points'] {
	const items = [...givenToAll(stepOf(lesson, 'check')), ...givenToAll(stepOf(lesson, 'reverse'))];
	const sum = (frame: Frame): number =>
		items.filter((item) => item.sides.includes(frame)).reduce((points, item) => points + item.points, 0);
	return Object.fromEntries(frames.map((frame) => [frame, sum(frame)] as const).filter(([, points]) => points > 0));
}

/** Links by frame of the premise, for each reference, as the score counts them: optional ones are left out. */
export function linksByFrame(lesson: Lesson): Balance['links'] {
	const weigh = stepOf(lesson, 'weigh');
	const frameOf = new Map(weigh?.kit.cards.map(({ id, frame }) => [id, frame]));
	return (weigh?.references ?? []).map((reference) => {
		const links = [...sidesOf(reference, reference.map).theirs.links.values()];
		const count = (frame: RequiredFrame): number => links.filter(({ card }) => frameOf.get(card) === frame).length;
		return { reference: reference.id, frames: { western: count('western'), chinese: count('chinese') } };
	});
}

/** The balance of a compiled lesson. Reads nothing else; the same lesson always gives the same report. */
export function balanceOf(lesson: Lesson, library: Library): Balance {
	const framings = (stepOf(lesson, 'framings')?.dimensions ?? []).flatMap((dimension) => dimension.framings);
	const of = (side: Side): SideBalance =>
		sideOf(
			framings.filter(({ kind }) => kind === side),
			library
		);
	return {
		sides: {
			western: of('western'),
			'third-party': of('third-party'),
			chinese: of('chinese'),
			shared: of('shared'),
			checking: of('checking')
		},
		points: pointsOf(lesson),
		links: linksByFrame(lesson)
	};
}
