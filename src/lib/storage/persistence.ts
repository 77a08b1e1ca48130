type Asked = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

/**
 * Asks the browser not to clear our data when the device runs short of room. Firefox asks the learner, so the
 * sensible moment is the first saved answer, never the first page.
 */
export async function askToPersist(storage: Asked | undefined): Promise<'persisted' | 'refused' | 'unsupported'> {
	if (!storage?.persist) return 'unsupported';
	try {
		const granted = (await storage.persisted?.()) || (await storage.persist());
		return granted ? 'persisted' : 'refused';
	} catch {
		return 'refused';
	}
}

/** Bytes used and allowed for the whole origin, as the browser estimates them; null when it does not say. */
export async function estimateSpace(storage: Asked | undefined): Promise<{ used: number; allowed: number } | null> {
	try {
		const estimate = await storage?.estimate?.();
		if (estimate?.usage === undefined || estimate.quota === undefined) return null;
		return { used: estimate.usage, allowed: estimate.quota };
	} catch {
		return null;
	}
}
