import { dev, version } from '$app/env';
import type { BeforeNavigate } from '$app/navigation';
import { navigating, updated } from '$app/state';
import { isUpdateCheckDue, needsNewDocument } from '#lib/offline/navigation.ts';
import { home } from './address.ts';
import { followSessionEnd } from './session-told.ts';
import { askWorker, connection, followWaiting, registerWorker, restful, tellWorker } from './worker-client.ts';

export type WorkerStatus = 'none' | 'unsupported' | 'installing' | 'ready';

/** What this tab knows of the app's service worker. On the server, and until `start`, there is none. */
class AppWorker {
	/** 'ready': the caches were looked into, and this page, in a lesson all of its steps, opens without a network. */
	status = $state<WorkerStatus>('none');
	/** A newer version is installed and waits to be let in. */
	update = $state(false);
	online = $state(true);
	#started = false;
	#registration: ServiceWorkerRegistration | undefined;
	#lesson: string | undefined;
	/** The worker is of another version than this page. */
	#mismatched = false;
	#lookedAt: number | null = null;
	#unfinished = new Set<() => Promise<unknown>>();

	/** Registers the worker when the page has loaded and is at rest. Called once, from the root layout. */
	async start(): Promise<void> {
		if (this.#started || dev) return;
		this.#started = true;
		followSessionEnd();
		this.online = navigator.onLine;
		addEventListener('online', () => {
			this.online = true;
			if (this.status === 'none') void this.#at(this.#lesson);
		});
		addEventListener('offline', () => (this.online = false));
		addEventListener('vite:preloadError', () => void this.#scriptGone());
		// Missing on http, and in private windows of Firefox.
		if (!navigator.serviceWorker) {
			this.status = 'unsupported';
			return;
		}
		await restful();
		this.#registration = await registerWorker(home()).catch(() => undefined);
		if (!this.#registration) {
			// Refused by the browser's settings, or its script is not to be had.
			this.status = 'unsupported';
			return;
		}
		this.status = 'installing';
		followWaiting(this.#registration, (waits) => (this.update = waits));
		// Another tab has let a newer version in: this page goes on, and opens its next one anew.
		navigator.serviceWorker.addEventListener('controllerchange', () => void this.#check());
		await this.#check();
		await restful();
		await tellWorker(this.#registration, { type: 'keep-unasked', ...connection() });
	}

	/** Keeps a lesson's pages and data on this device; the status is of that lesson from here on. */
	async keep(lesson: string): Promise<void> {
		if (lesson !== this.#lesson) await this.#at(lesson);
	}

	/** After each navigation: keeps the lesson it led to and, every few minutes, looks for a newer version. */
	arrived(lesson: string | undefined, now: number): void {
		// What could not be kept before is tried again.
		if (lesson !== this.#lesson || this.status === 'none') void this.#at(lesson);
		if (!this.#registration || !isUpdateCheckDue(this.#lookedAt, now)) return;
		this.#lookedAt = now;
		// Offline, most likely: the next navigation looks again.
		this.#registration.update().catch(() => (this.#lookedAt = null));
	}

	/** Before each navigation: opens the next page as a new document where this one's version is no longer served. */
	leaving({ type, from, to, willUnload, cancel }: BeforeNavigate): void {
		if (willUnload || !to) return;
		const standing = {
			mismatched: this.#mismatched,
			newer: this.update || updated.current,
			kept: this.status === 'ready',
			from: from?.params?.lesson,
			to: to.params?.lesson
		};
		if (!needsNewDocument(standing)) return;
		// Going back has changed the address already.
		if (type === 'popstate') void this.#settled().then(() => location.reload());
		else {
			cancel();
			void this.#settled().then(() => location.assign(to.url));
		}
	}

	/** Work that has to be done before the document may be replaced; the function that it returns takes it back. */
	waitFor(settled: () => Promise<unknown>): () => void {
		this.#unfinished.add(settled);
		return () => this.#unfinished.delete(settled);
	}

	/** Lets the newer version in and opens this page with it, once all work is on disk. */
	async switchNow(): Promise<void> {
		await this.#settled();
		const waiting = this.#registration?.waiting;
		if (!waiting) {
			location.reload();
			return;
		}
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		waiting.postMessage({ type: 'switch' });
	}

	#settled(): Promise<unknown> {
		return Promise.allSettled([...this.#unfinished].map((settled) => settled()));
	}

	async #at(lesson: string | undefined): Promise<void> {
		this.#lesson = lesson;
		if (!this.#registration) return;
		this.status = 'installing';
		await this.#check();
	}

	async #check(): Promise<void> {
		if (!this.#registration) return;
		const lesson = this.#lesson;
		const verified = await askWorker(
			this.#registration,
			lesson === undefined ? { type: 'verify' } : { type: 'keep', lesson }
		);
		// The learner has gone on: that page's own answer counts.
		if (lesson !== this.#lesson) return;
		this.#mismatched = verified !== undefined && verified.version !== version;
		this.status = verified?.ready && !this.#mismatched ? 'ready' : 'none';
	}

	/** A part of this page that was still to be loaded went with a newer deploy. Navigations see to it themselves. */
	async #scriptGone(): Promise<void> {
		if (navigating.to || !(await updated.check())) return;
		const mark = 'parallax:reloaded';
		try {
			// Once for each version: a page that does not come back whole must not reload for ever.
			if (sessionStorage.getItem(mark) === version) return;
			sessionStorage.setItem(mark, version);
		} catch {
			return;
		}
		await this.#settled();
		location.reload();
	}
}

export const appWorker = new AppWorker();
