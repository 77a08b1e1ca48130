import type { ClaimStatus } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const statuses: Record<ClaimStatus, () => string> = {
	confirmed: m.status_confirmed,
	unverified: m.status_unverified,
	disputed: m.status_disputed,
	dated: m.status_dated,
	error: m.status_error
};

export const statusName = (status: ClaimStatus): string => statuses[status]();
