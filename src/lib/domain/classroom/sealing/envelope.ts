import { fromBase64url, toBase64url } from '../base64url.ts';
import type { Id } from '../model.ts';

/*
 * A sealed file as text. All of it is bound: the lines in clear as additional data of the box, the box by its tag, and the
 * way in which it is written by there being one way only. So whichever character is changed, it is noticed.
 */

const words = {
	result: 'Sealed for your instructor. Hand this file in as it is: a changed character makes it unreadable.',
	feedback: 'Sealed for the device that handed the work in. Open it there, in Parallax: Assignment.'
} as const;
export type SealedKind = keyof typeof words;

/** The newest version that is written and read; a change is a new number and a new frozen file. */
export const envelopeVersion = 1;
const width = 64;

export interface Heading {
	kind: SealedKind;
	classId: Id;
	assignment: Id;
}

/** The lines in clear, which the box is bound to. */
export const headingText = ({ kind, classId, assignment }: Heading): string =>
	[`Parallax ${kind} ${envelopeVersion}`, `class ${classId} assignment ${assignment}`, words[kind], ''].join('\n');

/** The whole text. It ends without a line end: every character counts. */
export function toEnvelope(heading: Heading, box: Uint8Array): string {
	const body = toBase64url(box);
	const lines = body.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
	return [headingText(heading), ...lines, `end ${body.length}`].join('\n');
}

export type Opened =
	| { ok: true; heading: Heading; box: Uint8Array<ArrayBuffer> }
	| { ok: false; code: 'empty' | 'truncated' | 'damaged' | 'not-parallax' }
	| { ok: false; code: 'newer-version'; version: number }
	| { ok: false; code: 'other-file'; is: 'assignment' | 'backup' | 'copy' };

const first = /^Parallax (result|feedback|assignment|class|classroom) (\d{1,9})$/;
const second = /^class ([0-9a-z]{10,26}) assignment ([0-9a-z]{10,26})$/;
const others = { assignment: 'assignment', class: 'backup', classroom: 'copy' } as const;

/** Line ends of Windows, a mark of order, and lines that a program put behind the end are no change of what was sealed. */
function transported(text: string): string {
	const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
	// By hand: `/\n+$/` takes minutes for a file of nothing but line ends.
	let end = plain.length;
	while (plain[end - 1] === '\n') end -= 1;
	return plain.slice(0, end);
}

/** What a text file is, as far as it can be told without a key. */
export function fromEnvelope(given: string): Opened {
	const text = transported(given);
	if (text.trim() === '') return { ok: false, code: 'empty' };
	const lines = text.split('\n');
	const [, kind, version] = first.exec(lines[0] ?? '') ?? [];
	if (kind === undefined) return { ok: false, code: isNearlyOurs(text) ? 'damaged' : 'not-parallax' };
	if (kind === 'assignment' || kind === 'class' || kind === 'classroom')
		return { ok: false, code: 'other-file', is: others[kind] };
	if (Number(version) > envelopeVersion) return { ok: false, code: 'newer-version', version: Number(version) };
	const [, classId, assignment] = second.exec(lines[1] ?? '') ?? [];
	const last = /^end (\d{1,9})$/.exec(lines.at(-1) ?? '');
	if (classId === undefined || assignment === undefined)
		return { ok: false, code: lines.length < 3 ? 'truncated' : 'damaged' };
	const body = lines.slice(4, last ? -1 : undefined).join('');
	const heading: Heading = { kind: kind as SealedKind, classId, assignment };
	if (!last) return { ok: false, code: isBeginning(text, headingText(heading)) ? 'truncated' : 'damaged' };
	const box = fromBase64url(body);
	// Written anew it must come out the same: one way to write it.
	if (!box || toEnvelope(heading, box) !== text)
		return { ok: false, code: body.length < Number(last[1]) && box !== null ? 'truncated' : 'damaged' };
	return { ok: true, heading, box };
}

/** A first line that one wrong character keeps from being ours. */
function isNearlyOurs(text: string): boolean {
	const line = text.slice(0, 60);
	return ['Parallax result 1', 'Parallax feedback 1'].some(
		(ours) =>
			[...ours].filter((sign, at) => line[at] !== sign).length <= 2 ||
			line.includes(ours.slice(1)) ||
			line.includes(ours.slice(0, -1))
	);
}

/** Whether a text stops in the middle of what could be a sealed one. */
const isBeginning = (text: string, around: string): boolean =>
	around.startsWith(text) ||
	(text.startsWith(around) && /^\n?[A-Za-z0-9_\n-]*(?:\nend \d*)?$/.test(text.slice(around.length)));

/**
 * Pasted text as it was before a mail program broke its lines anew, put marks before them or spaces behind; of a text
 * with several sealed files each one. Where there is none, the text as it is.
 */
export function unwrapped(pasted: string): string[] {
	const dense = pasted.replace(/^[> \t]+/gm, '').replace(/\s+/g, '');
	const found: string[] = [];
	for (const match of dense.matchAll(
		/Parallax(result|feedback)1class([0-9a-z]{10,26}?)assignment([0-9a-z]{10,26})(?=Sealed)/g
	)) {
		const [whole, kind, classId = '', assignment = ''] = match;
		const heading: Heading = { kind: kind as SealedKind, classId, assignment };
		const from = match.index + whole.length + words[heading.kind].replace(/\s+/g, '').length;
		for (let end = dense.indexOf('end', from); end !== -1; end = dense.indexOf('end', end + 1)) {
			// The number behind it says which of several this is.
			if (!dense.startsWith(String(end - from), end + 3)) continue;
			const lines = dense.slice(from, end).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
			found.push([headingText(heading), ...lines, `end ${end - from}`].join('\n'));
			break;
		}
	}
	return found.length > 0 ? found : [pasted];
}
