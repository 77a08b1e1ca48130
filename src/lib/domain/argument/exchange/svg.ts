import { cardFace, facesOf } from '../drawing/card-size.ts';
import { layoutOf } from '../drawing/layout.ts';
import type { Box, Line } from '../drawing/layout.ts';
import { pathOf } from '../drawing/path.ts';
import { wrapText } from '../drawing/wrap.ts';
import { outlineOf } from '../outline.ts';
import type { Frame } from '../../frame.ts';
import type { ArgumentMap, Kit } from '../model.ts';
import type { ExchangeWords } from './text.ts';
import { remarksOf } from './remarks.ts';
import type { CheckedWords } from './remarks.ts';
import { oneLine, textsOf } from './text.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// What XML does not allow at all is left out.
const escape = (text: string): string =>
	text
		.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
		.replace(/[&<>"']/g, (one) => entities[one]!);
const round = (value: number): number => Math.round(value * 10) / 10;

/** On white, in ink: the words and the dashes tell the kinds apart, so that it survives a printer. */
const style = `text{font:13px system-ui,'Segoe UI','PingFang SC','Noto Sans CJK SC',sans-serif;fill:#1d1f21}
.c{fill:#fff;stroke:#86827a}.e{stroke-dasharray:5 3}.t{font-weight:600}.h{font-size:11px;fill:#595d63}
.s{fill:none;stroke:#86827a;stroke-dasharray:2 3}.l{fill:none;stroke:#595d63;stroke-width:1.5}.objection{stroke-dasharray:7 4}
.evidence{stroke-dasharray:1 4}`;

/**
 * The drawing as an SVG file of its own, without scripts or anything from elsewhere. `frameName` and `words` are in the
 * language of the interface; `title` names the picture. Below the drawing stands what checking showed of the cards that
 * have a number in their head line.
 */
export function toSvg(
	kit: Kit,
	map: ArgumentMap,
	{
		words,
		frameName,
		title,
		checked = () => ''
	}: { words: ExchangeWords; frameName: (frame: Frame) => string; title: string; checked?: CheckedWords }
): string {
	const faces = facesOf(kit);
	const drawing = layoutOf(outlineOf(kit, map), faces);
	const remarks = remarksOf(kit, map, checked);
	const cards = new Map(kit.cards.map((card) => [card.id, card]));
	const wordOf = ({ kind, onStep }: Line): string => {
		if (kind === 'evidence') return words.evidence;
		if (kind === 'reason') return words.because;
		return onStep ? words.inference : words.however;
	};
	const box = ({ node, x, y, width, height }: Box): string => {
		const card = cards.get(node.card);
		const { padding, line, head } = cardFace;
		const top = y + padding + (card ? head : 0);
		const evidence = card?.role === 'evidence' ? ` · ${words.evidence.replace(/[:：]$/, '')}` : '';
		const remark = remarks.get(node.card);
		const mark = remark ? ` · [${remark.number}]` : '';
		const heading = card
			? `<text class="h" x="${round(x + padding)}" y="${round(y + padding + 9)}">${escape(frameName(card.frame) + evidence + mark)}</text>`
			: '';
		const text = faces(node)
			.lines.map(
				(words, at) => `<tspan x="${round(x + padding)}" y="${round(top + at * line + 12)}">${escape(words)}</tspan>`
			)
			.join('');
		const kind = card?.role === 'evidence' ? 'c e' : 'c';
		return (
			`<g><rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>` +
			`${heading}<text${card ? '' : ' class="t"'} xml:lang="en">${text}</text></g>`
		);
	};
	const line = (one: Line): string =>
		`<path class="l ${one.kind}" d="${pathOf(one)}"/>` +
		`<text class="h" text-anchor="end" x="${round(one.x1 - 4)}" y="${round(one.y1 - 4)}">${escape(wordOf(one))}</text>`;
	const steps = drawing.steps.filter(({ premises }) => premises.length > 1);
	const { padding, font, line: leading } = cardFace;
	const below = [...remarks.values()].flatMap(({ number, text }) =>
		wrapText(`[${number}] ${oneLine(text)}`, (drawing.width - 2 * padding) / font)
	);
	const [width, height] = [
		round(drawing.width),
		round(drawing.height + (below.length > 0 ? below.length * leading + 2 * padding : 0))
	];
	const footnote = (words: string, at: number): string =>
		`<text x="${padding}" y="${round(drawing.height + padding + at * leading + 12)}">${escape(words)}</text>`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
		`<title id="title">${escape(title || textsOf(kit)(map.root))}</title>`,
		`<style>${style}</style>`,
		`<rect width="100%" height="100%" fill="#fff"/>`,
		...steps.map(
			({ x, y, width, height }) =>
				`<rect class="s" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="8"/>`
		),
		...drawing.lines.map(line),
		...drawing.boxes.map(box),
		...below.map(footnote),
		'</svg>\n'
	].join('\n');
}
