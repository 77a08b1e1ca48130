import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipAsync } from '@gfx/zopfli';

/** The same bytes in a gzip file that is some 4 % smaller than zlib's best; it takes up to a second, also for a small file. */
export const denseGzip = (bytes: Uint8Array): Promise<Uint8Array> => gzipAsync(bytes, { numiterations: 15 });

interface Job {
	bytes: Uint8Array;
	kept: string;
	done: (packed: Uint8Array) => void;
	fail: (error: unknown) => void;
}

/**
 * Packs densely in threads of its own, while the build does something else. What was packed is kept in `folder` for the
 * next build: most files are the same then.
 */
export class DensePacker {
	#folder: string;
	#packed = new Map<string, Promise<Uint8Array>>();
	#waiting: Job[] = [];
	#threads = 0;

	constructor(folder = 'node_modules/.cache/parallax-gzip') {
		this.#folder = folder;
	}

	pack(bytes: Uint8Array): Promise<Uint8Array> {
		const kept = join(this.#folder, `${createHash('sha256').update(bytes).digest('hex')}.gz`);
		const packed = this.#packed.get(kept) ?? this.#pack(bytes, kept);
		this.#packed.set(kept, packed);
		return packed;
	}
	/** Drops what was kept and has not been asked for in this build. */
	prune(): void {
		const asked = new Set([...this.#packed.keys()].map((kept) => basename(kept)));
		for (const file of globSync(`${this.#folder}/*`)) if (!asked.has(basename(file))) rmSync(file);
	}

	async #pack(bytes: Uint8Array, kept: string): Promise<Uint8Array> {
		if (existsSync(kept)) return readFileSync(kept);
		return new Promise((done, fail) => {
			this.#waiting.push({ bytes, kept, done, fail });
			if (this.#threads < availableParallelism()) void this.#work();
		});
	}
	async #work(): Promise<void> {
		this.#threads += 1;
		const thread = new Worker(new URL('./dense-gzip-thread.ts', import.meta.url));
		for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
			try {
				thread.postMessage(job.bytes);
				const [packed] = (await once(thread, 'message')) as [Uint8Array];
				this.#keep(job.kept, packed);
				job.done(packed);
			} catch (error) {
				job.fail(error);
			}
		}
		this.#threads -= 1;
		await thread.terminate();
	}
	/** As a whole or not at all: a build may be broken off. */
	#keep(kept: string, packed: Uint8Array): void {
		mkdirSync(this.#folder, { recursive: true });
		const part = `${kept}.${process.pid}`;
		writeFileSync(part, packed);
		renameSync(part, kept);
	}
}
