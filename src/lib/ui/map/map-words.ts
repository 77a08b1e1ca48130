import type { Feedback, LinkKind, MapScore, OutlineNode } from '#lib/domain/argument/index.ts';
import type { Line } from '#lib/domain/argument/drawing/layout.ts';
import type { FeedbackCode } from '#lib/domain/argument/model.ts';
import type { Frame } from '#lib/domain/frame.ts';
import type { How } from '#lib/state/map-ways.ts';
import { frameName } from '../lesson/frame-words.ts';
import * as m from '../../../messages/compiled/messages.js';

const ways: Record<How, () => string> = {
	because: m.way_because,
	however: m.way_however,
	together: m.way_together,
	inference: m.way_inference,
	evidence: m.way_evidence
};
/** A way to put the card in hand on the selected row. */
export const howName = (how: How): string => ways[how]();

const adds: Record<How, () => string> = {
	because: m.add_because,
	however: m.add_however,
	together: m.add_together,
	inference: m.add_inference,
	evidence: m.add_evidence
};
/** The same as the beginning of a choice of cards. */
export const addName = (how: How): string => adds[how]();

/** The word before a row: how it bears on the row above. */
export function rowWord(node: Pick<OutlineNode, 'kind' | 'groupKind' | 'onGroup' | 'joined'>): string {
	if (node.kind === 'evidence') return m.row_evidence();
	if (node.joined) return m.row_and();
	if (node.groupKind === 'reason') return m.row_because();
	return node.onGroup ? m.row_inference() : m.row_however();
}

const zones: Record<How, () => string> = {
	because: m.row_because,
	however: m.row_however,
	together: m.zone_together,
	inference: m.line_inference,
	evidence: m.way_evidence
};
/** The same in a word or two, for a zone of the drawing. */
export const zoneWord = (how: How): string => zones[how]();

/** The word on a line of the drawing. */
export function lineWord({ kind, onStep }: Pick<Line, 'kind' | 'onStep'>): string {
	if (kind === 'evidence') return m.row_evidence();
	if (kind === 'reason') return m.row_because();
	return onStep ? m.line_inference() : m.row_however();
}

const marks: Partial<Record<Frame, string>> = { western: '●', chinese: '◆', 'third-party': '▲' };
/** The mark of a frame, as the style sheet has it. */
export const frameMark = (frame: Frame): string => marks[frame] ?? '○';

/** How a link bears, in a word: on a card, or on the step that a group is. */
export function linkName(kind: LinkKind, onStep: boolean): string {
	if (kind === 'evidence') return m.link_evidence();
	if (kind === 'reason') return m.link_reason();
	return onStep ? m.link_inference() : m.link_objection();
}

export const cappedWords = (capped: NonNullable<MapScore['capped']>): string =>
	capped === 'flat' ? m.capped_flat() : m.capped_missing_frame();

/** The facets of a score with their weights, for the page that explains it. */
export const facetsOf = ({ L, G, E, P, weights }: MapScore) => [
	{ name: m.facet_links(), value: L, weight: weights.L, meaning: m.facet_links_meaning() },
	{ name: m.facet_groups(), value: G, weight: weights.G, meaning: m.facet_groups_meaning() },
	{ name: m.facet_evidence(), value: E, weight: weights.E, meaning: m.facet_evidence_meaning() },
	{ name: m.facet_frames(), value: P, weight: weights.P, meaning: m.facet_frames_meaning() }
];

// One row a code: where to look, the rule.
const codes: Record<FeedbackCode, [where: (inputs: { frame: string; term: string }) => string, rule: () => string]> = {
	WRONG_POLARITY: [m.fb_wrong_polarity, m.fb_wrong_polarity_rule],
	REVERSED: [m.fb_reversed, m.fb_reversed_rule],
	TOO_HIGH: [m.fb_too_high, m.fb_too_high_rule],
	LEVEL: [m.fb_level, m.fb_level_rule],
	SPLIT_COPREMISE: [m.fb_split, m.fb_split_rule],
	LUMPED: [m.fb_lumped, m.fb_lumped_rule],
	MISSING_REBUTTAL: [m.fb_missing_rebuttal, m.fb_missing_rebuttal_rule],
	EVIDENCE_MISFIT: [m.fb_evidence_misfit, m.fb_evidence_misfit_rule],
	UNSOURCED: [m.fb_unsourced, m.fb_unsourced_rule],
	DISTRACTOR: [m.fb_distractor, m.fb_distractor_rule],
	FLAT: [m.fb_flat, m.fb_flat_rule],
	ONE_SIDED: [m.fb_one_sided, m.fb_one_sided_rule],
	OVERLINKED: [m.fb_overlinked, m.fb_overlinked_rule],
	RABBIT: [m.fb_rabbit, m.fb_rabbit_rule],
	HANDS: [m.fb_hands, m.fb_hands_rule],
	MISSING_LINK: [m.fb_missing_link, m.fb_missing_link_rule]
};

/**
 * A message about the map, more explicit from the second attempt on; never about its maker. Empty for an author's hint
 * under a code whose words need a frame or a term that no finding gave.
 */
export function feedbackWords({ code, level, params }: Feedback): string {
	const [where, rule] = codes[code];
	if ((code === 'ONE_SIDED' && !params.frame) || (code === 'RABBIT' && !params.term)) return '';
	const frame = params.frame ? frameName(params.frame) : '';
	const said = where({ frame, term: params.term ?? '' });
	return level === 'where' ? said : `${said} ${rule()}`;
}
