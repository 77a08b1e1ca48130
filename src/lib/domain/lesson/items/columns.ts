import { named } from '../id.ts';
import { has, mention, placed, report } from '../reading.ts';
import { escapeHtml, renderInline } from '../read/html.ts';
import type { Html } from '../model.ts';
import type { Piece } from '../read/markdown.ts';
import type { Reading } from '../reading.ts';

/** What needs no text, since its id says it: the frames, and the functions of a framing (R. Entman, 1993). */
const known: Record<string, string> = {
	western: 'A Western voice',
	chinese: 'A Chinese voice',
	'third-party': 'A third party',
	multilateral: 'A body of many states',
	shared: 'Both sides',
	problem: 'Says what the problem is',
	cause: 'Says what causes it',
	judgement: 'Judges it',
	remedy: 'Says what to do about it'
};

/** Something that statements or claims are put beside: a text of the author's, a frame, a function, or a source by id. */
export function readColumn(
	reading: Reading,
	{ id, idAt, text }: { id: string; idAt: number; text: Piece },
	scope: string
): { id: string; text: Html } {
	named(reading, id, { what: 'column', scope, at: idAt, text: text.text });
	return placed(reading, { id, text: text.text === '' ? textOf(reading, id, idAt) : renderInline(text.text) }, idAt);
}

function textOf(reading: Reading, id: string, at: number): Html {
	if (has(known, id)) return (known[id] ?? '') as Html;
	if (id !== '') mention(reading, 'source', id, at);
	const source = has(reading.library.sources, id) ? reading.library.sources[id] : undefined;
	return escapeHtml(source?.short ?? '') as Html;
}

/** A key that puts all in one place could be known without reading. */
export function needTwo(reading: Reading, at: number, used: ReadonlySet<string>): void {
	if (used.size > 1) return;
	report(reading, at, {
		code: 'one-column',
		found: `a key that uses ${used.size === 0 ? 'no' : 'only one'} column`,
		expected: 'at least two: what guessing would give is taken off, and with one column that is everything',
		mend: 'Add something that belongs elsewhere.'
	});
}
