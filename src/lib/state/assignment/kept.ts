import type { Assignment } from '#lib/domain/classroom/model.ts';
import { askWorker } from '../worker-client.ts';

/**
 * Has the app's worker keep all that an assignment needs on this device, and looks whether it did: the app itself, and
 * each lesson that is built in. Lessons that came with the assignment are in the database. Never rejects.
 */
export async function isKept({ lessons, carried }: Assignment): Promise<boolean> {
	try {
		const registration = await navigator.serviceWorker?.getRegistration();
		if (!registration) return false;
		const travelled = new Set(carried.map(({ lesson }) => lesson.id));
		const shell = await askWorker(registration, { type: 'verify' });
		if (!shell?.ready) return false;
		for (const { id } of lessons) {
			if (travelled.has(id)) continue;
			const verified = await askWorker(registration, { type: 'keep', lesson: id });
			if (!verified?.ready) return false;
		}
		return true;
	} catch {
		return false;
	}
}
