/** What a page asks of its worker. */
export type WorkerRequest =
	/** Keep the lesson, and mend the shell where something has gone from it; answered with `Verified`. */
	| { type: 'keep'; lesson: string }
	/** Keep the glossary, the sources, the search and the built-in lessons while nothing else is going on. */
	| { type: 'keep-unasked'; saveData?: boolean; effectiveType?: string }
	/** Look into the caches for the shell, and the lesson if one is named; answered with `Verified`. */
	| { type: 'verify'; lesson?: string }
	/** Take over from the version that is running. */
	| { type: 'switch' };

export interface Verified {
	/** Everything was found in the caches. */
	ready: boolean;
	/** The paths that were not. */
	missing: string[];
	/** The worker's version: a page of another one must not mix its data with it. */
	version: string;
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

/** Reads a message that came to the worker; null for one that is none of ours. */
export function parseRequest(data: unknown): WorkerRequest | null {
	if (!isRecord(data)) return null;
	const { type, lesson, saveData, effectiveType } = data;
	switch (type) {
		case 'keep':
			return typeof lesson === 'string' ? { type, lesson } : null;
		case 'verify':
			return typeof lesson === 'string' ? { type, lesson } : { type };
		case 'keep-unasked':
			return {
				type,
				...(typeof saveData === 'boolean' && { saveData }),
				...(typeof effectiveType === 'string' && { effectiveType })
			};
		case 'switch':
			return { type };
		default:
			return null;
	}
}
