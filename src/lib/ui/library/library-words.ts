import type { Claim, ClaimStatus, Discrepancy, Source } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const statuses: Record<ClaimStatus, () => string> = {
	confirmed: m.status_confirmed,
	unverified: m.status_unverified,
	disputed: m.status_disputed,
	dated: m.status_dated,
	error: m.status_error
};

export const statusName = (status: ClaimStatus): string => statuses[status]();

const kinds: Record<Claim['kind'], () => string> = {
	fact: m.claim_kind_fact,
	interpretation: m.claim_kind_interpretation,
	prediction: m.claim_kind_prediction,
	norm: m.claim_kind_norm,
	slogan: m.claim_kind_slogan
};
export const claimKindName = (kind: Claim['kind']): string => kinds[kind]();

const accesses: Record<Source['access'], () => string> = {
	read: m.access_read,
	excerpt: m.access_excerpt,
	via: m.access_via,
	recalled: m.access_recalled
};
export const accessName = (access: Source['access']): string => accesses[access]();

const certainties: Record<Discrepancy['certainty'], () => string> = {
	verified: m.certainty_record_verified,
	probable: m.certainty_record_probable,
	recalled: m.certainty_record_recalled
};
/** How sure the record of a discrepancy is. */
export const recordCertaintyName = (certainty: Discrepancy['certainty']): string => certainties[certainty]();
