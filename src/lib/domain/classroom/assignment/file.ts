import { digest } from '../../digest.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';
import { slugOf } from '../ids.ts';
import { bytesOf, deflate, inflate, textOf } from '../inflate.ts';
import type { Assignment, TextFile } from '../model.ts';
import { fromFragment, told } from './link.ts';
import type { ReadAssignment } from './link.ts';
import { parseAssignment } from './parse-assignment.ts';

export const assignmentHead = 'Parallax assignment 1';
const most = 20_000_000;
const width = 76;

/** An assignment as a file, for what is too long for a link. Its last line guards it against what mail programs do. */
export function toAssignmentFile(assignment: Assignment): TextFile {
	const body = toBase64url(deflate(bytesOf(JSON.stringify(assignment))));
	const lines = body.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
	const text = [
		assignmentHead,
		'Open this file in Parallax: Assignment, then “Open a file”.',
		'',
		...lines,
		`end ${digest(body).slice(0, 16)}`
	].join('\n');
	return { name: `${slugOf(assignment.title)}.assignment.parallax.txt`, text };
}

/** The assignment in a file's text or in a pasted link; line ends and spaces may have been changed on the way. */
export function fromAssignmentText(given: string): ReadAssignment {
	const text = given.replace(/^\uFEFF/, '').trim();
	if (text === '') return { ok: false, code: 'empty' };
	if (!text.startsWith('Parallax assignment ')) {
		const at = text.indexOf('#');
		return at >= 0 && /^https?:\/\/\S+$/.test(text)
			? fromFragment(text.slice(at))
			: { ok: false, code: 'not-an-assignment' };
	}
	if (!text.startsWith(`${assignmentHead}\n`) && !text.startsWith(`${assignmentHead}\r`))
		return { ok: false, code: 'newer' };
	const [, sum] = /(?:^|\W)end ([0-9a-f]{16})$/.exec(text.slice(-21)) ?? [];
	const gap = /\n[^\S\n]*\n/.exec(text);
	const written = gap ? text.slice(gap.index + gap[0].length, -20) : '';
	const body = written.replace(/\s+/g, '');
	const packed = sum !== undefined && digest(body).slice(0, 16) === sum ? fromBase64url(body) : null;
	const unpacked = packed ? inflate(packed, most) : null;
	const json = unpacked?.ok ? textOf(unpacked.bytes) : null;
	if (json === null) return { ok: false, code: 'damaged' };
	try {
		return told(parseAssignment(JSON.parse(json)));
	} catch {
		return { ok: false, code: 'damaged' };
	}
}
