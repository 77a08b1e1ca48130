import type { RowStatus } from '#lib/domain/classroom/gradebook/model.ts';
import type { DeviceSign } from '#lib/domain/classroom/verdict.ts';
import type { Remark, Value } from '#lib/domain/classroom/gradebook/table.ts';
import * as m from '../../../messages/compiled/messages.js';
import { bandName } from '../learning/band-words.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';

const statuses: Record<RowStatus, () => string> = {
	missing: m.status_missing,
	'handed-in': m.status_handed_in,
	late: m.status_late
};
export const statusName = (status: RowStatus): string => statuses[status]();

const remarks: Record<Remark['code'], (inputs: { count: number }) => string> = {
	left: m.flag_left,
	stranger: m.flag_stranger,
	resubmitted: m.flag_resubmitted,
	over: m.flag_over,
	'other-version': m.flag_other_version,
	'other-device': m.flag_other_device,
	'shared-device': m.flag_shared_device,
	'no-key': m.flag_no_key,
	overridden: m.flag_overridden,
	differences: m.flag_differences,
	comments: m.flag_comments
};
/** What is to be known of a student's results, in a few words; never by colour alone. */
export const remarkWords = (remark: Remark): string =>
	remarks[remark.code]({ count: 'count' in remark ? remark.count : 0 });

const signs: Record<DeviceSign, () => string> = {
	'other-device': m.device_other_way,
	'shared-device': m.device_shared_way
};
/** What the devices may mean, and the way out. */
export const deviceWords = (sign: DeviceSign): string => signs[sign]();

const dates = new Map<string, Intl.DateTimeFormat>();

/** A date and time as short as a table needs it: `Nov 25, 2026, 10:36 AM`. Made once: a table has hundreds of them. */
function shortDate(at: number): string {
	const locale = getLocale();
	const format = dates.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
	dates.set(locale, format);
	return format.format(at);
}

/** What a cell says, on screen and in CSV; numbers are left to the caller. */
export function valueWords(value: Exclude<Value, { kind: 'number' }>): string {
	switch (value.kind) {
		case 'text':
			return value.text;
		case 'time':
			return shortDate(value.at);
		case 'status':
			return statusName(value.status);
		case 'band':
			return bandName(value.band);
		case 'yes-no':
			return value.yes ? m.gradebook_yes() : m.gradebook_no();
		case 'remarks':
			return value.remarks.map(remarkWords).join('; ');
	}
}

/** A student by name and code, or by code alone. */
export const personOf = ({ code, name }: { code: string; name?: string | null }): string =>
	name ? `${name} (${code})` : code;
