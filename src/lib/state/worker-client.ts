import type { Verified, WorkerRequest } from '#lib/offline/messages.ts';

interface ScriptPolicy {
	createScriptURL(url: string): string;
}
interface TrustedTypes {
	createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** The address of the worker's script, as the content security policy wants it: from a policy that allows no other. */
function trustedScript(scope: string): string {
	const address = new URL('service-worker.js', new URL(scope, location.href)).href;
	const createScriptURL = (url: string) => {
		if (url !== address) throw new TypeError(`Not the worker's script: ${url}`);
		return url;
	};
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	return (trustedTypes?.createPolicy('parallax-worker', { createScriptURL }) ?? { createScriptURL }).createScriptURL(
		address
	);
}

/** Registers the worker for `scope`, the path of the app's root. */
export const registerWorker = (scope: string): Promise<ServiceWorkerRegistration> =>
	navigator.serviceWorker.register(trustedScript(scope), { scope, updateViaCache: 'none' });

/** The worker that answers this registration's pages; undefined when its installation failed. */
function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker | undefined> {
	const { active, waiting, installing } = registration;
	const coming = waiting ?? installing;
	if (active || !coming) return Promise.resolve(active ?? undefined);
	return new Promise((resolve) => {
		const look = () => {
			if (coming.state === 'activated') resolve(coming);
			if (coming.state === 'redundant') resolve(undefined);
		};
		coming.addEventListener('statechange', look);
		look();
	});
}

/** Sends a request that needs no answer. */
export async function tellWorker(registration: ServiceWorkerRegistration, request: WorkerRequest): Promise<void> {
	(await activeWorker(registration))?.postMessage(request);
}

/** Asks the worker what is in its caches; undefined when there is no worker to ask. */
export async function askWorker(
	registration: ServiceWorkerRegistration,
	request: WorkerRequest
): Promise<Verified | undefined> {
	const worker = await activeWorker(registration);
	if (!worker) return undefined;
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			port1.close();
			resolve(data as Verified);
		};
		worker.postMessage(request, [port2]);
	});
}

/** Calls back with whether a newer version is installed and waits, now and whenever that changes. */
export function followWaiting(registration: ServiceWorkerRegistration, changed: (waits: boolean) => void): void {
	const look = () => changed(Boolean(registration.waiting && registration.active));
	const watch = () => registration.installing?.addEventListener('statechange', look);
	registration.addEventListener('updatefound', watch);
	watch();
	look();
}

/** Resolves when the page has loaded and the device has nothing else to do. */
export async function restful(): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
	await new Promise<void>((resolve) => {
		// Missing in Safari.
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 3000 });
		else setTimeout(resolve, 200);
	});
}

/** What the device tells of its connection; nothing in Firefox and Safari. */
export function connection(): { saveData?: boolean; effectiveType?: string } {
	const { saveData, effectiveType } =
		(navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection ?? {};
	return { ...(saveData !== undefined && { saveData }), ...(effectiveType !== undefined && { effectiveType }) };
}
