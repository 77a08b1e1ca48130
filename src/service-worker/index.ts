import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';
import { isSparing, lessonPaths, lessonsToKeepUnasked, referencePaths, shellPaths } from '../lib/offline/addresses.ts';
import { cacheNames, lessonsToCarryOver, otherVersions } from '../lib/offline/caches.ts';
import { parseRequest, type Verified, type WorkerRequest } from '../lib/offline/messages.ts';
import { createRouter, type Route } from '../lib/offline/route.ts';
import { addressOf, shellPage, type Site } from '../lib/offline/site.ts';
import { keepPaths, missingPaths } from './keep.ts';

const pathsOf = (entries: readonly { path: string }[]): string[] => entries.map(({ path }) => path);

const site: Site = {
	scope: self.registration.scope,
	version,
	immutable: pathsOf(immutable),
	assets: pathsOf(assets),
	prerendered: pathsOf(prerendered)
};
const names = cacheNames(site);
const shell = shellPaths(site);
const reference = referencePaths(site);
const routeOf = createRouter(site);

const keepShell = () => keepPaths(site, names.shell, shell);
const keepReference = () => keepPaths(site, names.lessons, reference);
const keepLesson = (lesson: string) => keepPaths(site, names.lessons, lessonPaths(site, lesson));

/** A newer version is installed whole, with all that the older one kept, or not at all: then the older one goes on. */
async function install(): Promise<void> {
	await keepShell();
	const older = otherVersions(await caches.keys(), site);
	const requests = await Promise.all(older.map(async (name) => (await caches.open(name)).keys()));
	const addresses = requests.flat().map(({ url }) => url);
	for (const lesson of lessonsToCarryOver(addresses, site)) await keepLesson(lesson);
	const [one] = reference;
	if (one !== undefined && addresses.includes(addressOf(one, site.scope))) await keepReference();
}

async function activate(): Promise<void> {
	await Promise.all(otherVersions(await caches.keys(), site).map((name) => caches.delete(name)));
	// Pages that were opened before there was a worker: theirs are the next requests.
	await self.clients.claim();
}

async function lookUp(path: string): Promise<Response | undefined> {
	for (const name of [names.shell, names.lessons]) {
		const found = await caches.match(addressOf(path, site.scope), { cacheName: name, ignoreVary: true });
		if (found) return found;
	}
	return undefined;
}

async function answer({ path, orShell }: Route, request: Request): Promise<Response> {
	const kept = await lookUp(path);
	if (kept) return kept;
	try {
		return await fetch(request);
	} catch (error) {
		const standIn = orShell ? await lookUp(shellPage) : undefined;
		if (standIn) return standIn;
		throw error;
	}
}

async function verify(lesson: string | undefined): Promise<Verified> {
	const missing = [
		...(await missingPaths(site, names.shell, shell)),
		...(lesson === undefined ? [] : await missingPaths(site, names.lessons, lessonPaths(site, lesson)))
	];
	return { ready: missing.length === 0, missing, version };
}

// One lesson at a time: an idle device's nine do not crowd out the one that was just opened.
let queue: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
	// What cannot be fetched now is asked for again when the lesson is opened again.
	const turn = queue.then(work).catch(() => {});
	queue = turn;
	return turn;
}

async function handle(request: WorkerRequest): Promise<Verified | undefined> {
	switch (request.type) {
		case 'keep':
			await inTurn(keepShell);
			await inTurn(() => keepLesson(request.lesson));
			return verify(request.lesson);
		case 'verify':
			return verify(request.lesson);
		case 'keep-unasked':
			if (!isSparing(request)) await inTurn(keepReference);
			for (const lesson of lessonsToKeepUnasked(site, request)) await inTurn(() => keepLesson(lesson));
			return undefined;
		case 'switch':
			// Only ever asked for by the learner, between two steps.
			await self.skipWaiting();
			return undefined;
	}
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
	const route = routeOf(event.request);
	if (route) event.respondWith(answer(route, event.request));
});
self.addEventListener('message', (event) => {
	const request = parseRequest(event.data);
	const [port] = event.ports;
	if (request) event.waitUntil(handle(request).then((reply) => port?.postMessage(reply)));
});
