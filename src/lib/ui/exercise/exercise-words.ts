import type { Verdict } from '#lib/domain/hunt/work.ts';
import type { Slip } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const slips: Record<Slip, () => string> = {
	number: m.slip_number,
	date: m.slip_date,
	name: m.slip_name,
	event: m.slip_event,
	attribution: m.slip_attribution,
	translation: m.slip_translation,
	quotation: m.slip_quotation,
	definition: m.slip_definition,
	logic: m.slip_logic,
	status: m.slip_status
};
export const slipName = (slip: Slip): string => slips[slip]();

const verdicts: Record<Verdict, () => string> = {
	2: m.verdict_found,
	1: m.verdict_partly,
	0: m.verdict_missed
};
export const verdictName = (verdict: Verdict): string => verdicts[verdict]();
