import { stepIds } from '../../lesson/model.ts';
import type { Parsed, Mismatch } from '../../parsed/mismatch.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';
import { bytesOf, deflate, inflate, textOf } from '../inflate.ts';
import type { Assignment } from '../model.ts';
import { parseAssignment } from './parse-assignment.ts';

/** Characters of the whole link: its QR, level M, still scans from a projector. */
export const longestLink = 600;
/** A fragment that unpacks to more is no assignment. */
const mostUnpacked = 200_000;
const begin = '1.';

/**
 * An assignment that carries no lesson, as short as it can be said: a list whose end is left out where it says what
 * holds anyway. A change here is a new `begin`.
 */
function toCompact(a: Assignment): unknown[] {
	const lessons = a.lessons.map(({ id, version, hash, steps }) => [
		id,
		version,
		toBase64url(hexBytes(hash)),
		steps.reduce((mask, step) => mask | (1 << stepIds.indexOf(step)), 0)
	]);
	const rest = [a.due ?? 0, a.note, a.attempts, a.counts === 'last' ? 0 : 1, a.policy, a.asks] as const;
	const all = [a.id, a.class.id, a.class.name, a.class.publicKey, a.title, a.made, lessons, ...rest];
	const usual: unknown[] = [0, '', 0, 0, {}, []];
	while (all.length > 7 && JSON.stringify(all.at(-1)) === JSON.stringify(usual[all.length - 8])) all.pop();
	return all;
}

function fromCompact(input: unknown): unknown {
	if (!Array.isArray(input)) return input;
	const [id, classId, name, publicKey, title, made, lessons, due = 0, note = '', attempts = 0, best = 0, ...last] =
		input;
	const [policy = {}, asks = []] = last as unknown[];
	return {
		app: 'parallax',
		kind: 'assignment',
		version: 1,
		id,
		class: { id: classId, name, publicKey },
		title,
		note,
		made,
		lessons: Array.isArray(lessons) ? lessons.map(lessonFrom) : lessons,
		due: due === 0 ? null : due,
		attempts,
		counts: best === 1 ? 'best' : best === 0 ? 'last' : best,
		policy,
		marking: 'app',
		asks,
		carried: []
	};
}

function lessonFrom(input: unknown): unknown {
	if (!Array.isArray(input)) return input;
	const [id, version, hash, mask] = input as unknown[];
	const bytes = typeof hash === 'string' ? fromBase64url(hash) : null;
	return {
		id,
		version,
		hash: bytes ? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') : hash,
		steps: typeof mask === 'number' ? stepIds.filter((_, at) => (mask & (1 << at)) !== 0) : mask
	};
}

const hexBytes = (hex: string): Uint8Array =>
	Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

/**
 * The link of an assignment; everything is behind its `#`, so no server sees it. `base` is the absolute address of the
 * assignment page. Refused, with the length that it would have: an assignment that carries lessons, and a link above
 * `longestLink`; such an assignment goes as a file.
 */
export function toLink(
	base: string,
	assignment: Assignment
): { ok: true; link: string; length: number } | { ok: false; code: 'carries-lessons' | 'too-long'; length: number } {
	const packed = deflate(bytesOf(JSON.stringify(toCompact(assignment))));
	const link = `${base}#${begin}${toBase64url(packed)}`;
	if (assignment.carried.length > 0) return { ok: false, code: 'carries-lessons', length: link.length };
	if (link.length > longestLink) return { ok: false, code: 'too-long', length: link.length };
	return { ok: true, link, length: link.length };
}

/**
 * Why a link or file is no assignment: `empty`; `newer`: made by a later version of the app; `damaged`: characters are
 * missing or changed; `not-an-assignment`: something else, or an assignment with a part that cannot be (`problem`).
 */
export type LinkProblem = 'empty' | 'newer' | 'damaged' | 'not-an-assignment';
export type ReadAssignment =
	{ ok: true; assignment: Assignment } | { ok: false; code: LinkProblem; problem?: Mismatch };

/** The assignment in a link's fragment, with or without its `#`. Nothing is inflated beyond what an assignment can be. */
export function fromFragment(hash: string): ReadAssignment {
	const fragment = hash.replace(/^#/, '').trim();
	if (fragment === '') return { ok: false, code: 'empty' };
	if (!fragment.startsWith(begin)) return { ok: false, code: /^\d+\./.test(fragment) ? 'newer' : 'not-an-assignment' };
	const packed = fromBase64url(fragment.slice(begin.length));
	const unpacked = packed ? inflate(packed, mostUnpacked) : null;
	const text = unpacked?.ok ? textOf(unpacked.bytes) : null;
	if (text === null) return { ok: false, code: 'damaged' };
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		return { ok: false, code: 'damaged' };
	}
	return told(parseAssignment(fromCompact(input)));
}

export const told = (parsed: Parsed<Assignment>): ReadAssignment =>
	parsed.ok
		? { ok: true, assignment: parsed.value }
		: { ok: false, code: 'not-an-assignment', problem: parsed.problem };
