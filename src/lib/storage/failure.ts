/**
 * Why nothing was written, or read:
 * - `stale`: somebody else (another tab) has saved, or deleted everything, since the caller last looked;
 * - `full`: the device has no room left;
 * - `blocked`: another tab runs a newer or older version of the app and holds the database;
 * - `unavailable`: the browser gives no working database.
 */
export type Failure = 'stale' | 'full' | 'blocked' | 'unavailable';

const reasons: Record<string, Failure> = {
	ConstraintError: 'stale',
	QuotaExceededError: 'full',
	VersionError: 'blocked',
	BlockedError: 'blocked'
};

/** What an IndexedDB error means to a learner. Throws what is the caller's mistake and no failure of the device. */
export function toFailure(error: unknown): Failure {
	if (!(error instanceof DOMException) || error.name === 'DataCloneError') throw error;
	return reasons[error.name] ?? 'unavailable';
}
