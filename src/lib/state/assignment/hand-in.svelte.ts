import { version } from '$app/env';
import { toBase64url } from '#lib/domain/classroom/base64url.ts';
import { newId } from '#lib/domain/classroom/ids.ts';
import type { Extra, Id, Result } from '#lib/domain/classroom/model.ts';
import { makeResult } from '#lib/domain/classroom/result/make-result.ts';
import { receiptOf } from '#lib/domain/classroom/result/receipt.ts';
import { pointOf, type DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import { deviceKeys } from '#lib/storage/device-keys.ts';
import { cryptoPort } from '../classroom/crypto-port.ts';
import type { AssignmentSession } from './assignment-session.svelte.ts';
import { collect, notesIn, type Collected, type SentLesson } from './collected.ts';

export type { SentLesson } from './collected.ts';

/**
 * What would be handed in now. `result` is the very thing that is shown and then sealed: it is made anew when a tick
 * changes, and every minute, so that the time in it is that of sealing.
 */
export class HandInDraft {
	result = $state.raw<Result | null>(null);
	/** What the answers are answers to. */
	contents = $state.raw<ReadonlyMap<LessonId, SentLesson>>(new Map());
	/** How many answers there are of each kind that is only sent when it is ticked; null until that is known. */
	counts = $state.raw<Record<Extra, number> | null>(null);
	/** Why there is no result: `no-crypto`: the page was not opened by a secure address; `unreachable`: a lesson is not here. */
	failed = $state<'no-crypto' | 'unreachable' | null>(null);
	/** Milliseconds since 1970. */
	now = $state(0);
	#session: AssignmentSession;
	#plain: (html: string) => string;
	#id: Id | null = null;
	#turn = 0;
	#now: () => number;

	constructor(session: AssignmentSession, plain: (html: string) => string, now: () => number = Date.now) {
		this.#session = session;
		this.#plain = plain;
		this.#now = now;
		this.now = now();
	}

	/** Makes the result as it is now. */
	async prepare(): Promise<void> {
		const turn = ++this.#turn;
		const port = cryptoPort();
		if (!port) {
			this.failed = 'no-crypto';
			return;
		}
		try {
			const [all, { keys }] = await Promise.all([this.#collected(), deviceKeys(port)]);
			const result = await this.#made(all, keys, port);
			// A tick that came meanwhile has begun another.
			if (turn !== this.#turn) return;
			this.failed = null;
			this.contents = new Map(all.map(({ lesson, words }) => [lesson, words]));
			this.counts = {
				stances: all.flatMap(({ shared }) => shared.stances).length,
				reflections: all.flatMap(({ shared }) => shared.reflections).length,
				notes: all.flatMap(({ shared }) => shared.notes).length
			};
			this.result = result;
		} catch {
			if (turn === this.#turn) this.failed = 'unreachable';
		}
	}

	async #collected(): Promise<Collected[]> {
		const session = this.#session;
		await session.openLessons();
		await session.settled();
		const notes = await notesIn(session.store);
		return Promise.all(
			session.asked.map(({ lesson }) => {
				if (!lesson) throw new RangeError('An assigned lesson is not on this device.');
				return collect(lesson, notes, this.#plain);
			})
		);
	}

	async #made(all: Collected[], { reply }: DeviceKeys, port: CryptoPort): Promise<Result> {
		const { work } = this.#session;
		this.#id ??= newId(port.random);
		this.now = this.#now();
		return makeResult(
			work,
			{
				steps: all.flatMap(({ steps }) => steps),
				workedOn: all.flatMap(({ on }) => on ?? []),
				shareable: {
					stances: all.flatMap(({ shared }) => shared.stances),
					reflections: all.flatMap(({ shared }) => shared.reflections),
					notes: all.flatMap(({ shared }) => shared.notes)
				}
			},
			{ id: this.#id, reply: toBase64url(await pointOf(reply.publicKey, port)), now: this.now, by: version }
		);
	}

	/** Seals what is shown, and keeps the file on the device. Rejects where it cannot be sealed. */
	async seal(): Promise<void> {
		const [port, { result }] = [cryptoPort(), this];
		if (!port || !result) throw new RangeError('There is nothing to seal yet.');
		const { assignment } = this.#session;
		const file = await sealResult(result, { assignment, device: (await deviceKeys(port)).keys }, port);
		this.#session.send({ type: 'file.sealed', receipt: receiptOf(result, file), file });
		this.#id = null;
		// The next one is another.
		this.result = null;
		await this.#session.settled();
	}
}
