/**
 * How many cards of the review are left today; null where that cannot be told, and where nothing was begun: then what
 * counts them is not even loaded.
 */
export async function dueCount(): Promise<number | null> {
	try {
		const { theStore } = await import('./the-store.ts');
		const { records } = await (await theStore()).readLessons();
		return records.length > 0 ? await (await import('./review-overview.ts')).dueToday() : null;
	} catch {
		return null;
	}
}
