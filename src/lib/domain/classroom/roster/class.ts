import { newId } from '../ids.ts';
import type { ClassRecord, ClassSecret, OpenClass, Student } from '../model.ts';
import { makeClassKeys } from '../sealing/keys.ts';
import { keepSecret, openSecret } from '../sealing/passphrase.ts';
import type { Lock } from '../sealing/passphrase.ts';
import type { CryptoPort } from '../sealing/port.ts';
import { parseSecret } from './parse-class.ts';

export { createLock } from '../sealing/passphrase.ts';
export type { Lock } from '../sealing/passphrase.ts';

/** A class with a pair of keys of its own, not yet backed up. `name` is not empty; `students` have one code each. */
export async function createClass(
	{
		name,
		students,
		now,
		deleteBy = null
	}: { name: string; students: Student[]; now: number; deleteBy?: number | null },
	port: CryptoPort
): Promise<OpenClass> {
	return {
		format: 1,
		id: newId(port.random),
		name: name.trim(),
		made: now,
		archived: false,
		...(await makeClassKeys(port)),
		roster: students,
		backedUpAt: null,
		deleteBy
	};
}

function secretOf({ privateKey, roster }: OpenClass): ClassSecret {
	const people = roster.flatMap(({ code, name, lms }) =>
		name === undefined && lms === undefined
			? []
			: [[code, { ...(name !== undefined && { name }), ...(lms !== undefined && { lms }) }] as const]
	);
	return { privateKey, people: Object.fromEntries(people) };
}

/** The class as it is kept: codes in clear, names and key under the lock; or all in clear where there is none. */
export async function toRecord(open: OpenClass, lock: Lock | null, port: CryptoPort): Promise<ClassRecord> {
	const { privateKey: _, roster, ...rest } = open;
	return {
		...rest,
		roster: roster.map(({ code, left }) => ({ code, ...(left && { left }) })),
		secret: await keepSecret(secretOf(open), lock, port)
	};
}

export type OpenedClass =
	| { ok: true; open: OpenClass; lock: Lock | null }
	| { ok: false; code: 'needs-passphrase' | 'wrong-passphrase' | 'damaged' };

/** A kept class with its names and its key. `lock` is for `toRecord`: null where there is no passphrase. */
export async function openClass(
	record: ClassRecord,
	passphrase: string | null,
	port: CryptoPort
): Promise<OpenedClass> {
	if (record.secret.kind === 'locked' && passphrase === null) return { ok: false, code: 'needs-passphrase' };
	const opened = await openSecret(record.secret, passphrase ?? '', port);
	if (!opened) return { ok: false, code: 'wrong-passphrase' };
	const parsed = parseSecret(opened.secret);
	if (!parsed.ok) return { ok: false, code: 'damaged' };
	const { privateKey, people } = parsed.value;
	const { secret: _, roster, ...rest } = record;
	const named = roster.map((one): Student => ({
		...one,
		...(Object.hasOwn(people, one.code) ? people[one.code] : {})
	}));
	return { ok: true, open: { ...rest, roster: named, privateKey }, lock: opened.lock };
}
