import { lessonCachesOf } from '#lib/offline/caches.ts';
import { forgetDeviceKeys } from '#lib/storage/device-keys.ts';
import { home } from './address.ts';

const ours = /^(?:parallax|sveltekit):/;

function forgetIn(where: () => Storage): void {
	try {
		const storage = where();
		for (const key of Object.keys(storage)) if (ours.test(key)) storage.removeItem(key);
	} catch {
		// It is blocked, so there is nothing of ours in it.
	}
}

async function forgetLessons(): Promise<void> {
	try {
		const scope = new URL(home(), location.href).href;
		const names = lessonCachesOf(await caches.keys(), scope);
		await Promise.all(names.map((name) => caches.delete(name)));
	} catch {
		// No caches: on plain http, or blocked.
	}
}

/**
 * Removes what tells, beside the database, that and how somebody has worked here: settings and the drawn order of sides
 * (localStorage), scroll positions (sessionStorage), the pages and data of the lessons that were kept for having been
 * opened, and the keys that this device signed its results with. The worker and the app's own files stay: they are the same for everybody, and the next learner may be
 * offline. Never rejects.
 */
export async function forgetTraces(): Promise<void> {
	forgetIn(() => localStorage);
	forgetIn(() => sessionStorage);
	await forgetLessons();
	await forgetDeviceKeys();
}

/** The part of the settings' address under which a page says that the session was ended. */
export const endedHash = '#session-ended';
