import type { ColumnId } from '#lib/domain/classroom/gradebook/table.ts';
import * as m from '../../../messages/compiled/messages.js';

const names: Record<ColumnId, () => string> = {
	code: m.column_code,
	name: m.column_name,
	status: m.column_status,
	handedIn: m.column_handed_in,
	attempts: m.column_attempts,
	western: m.frame_western,
	chinese: m.frame_chinese,
	headline: m.column_headline,
	overall: m.column_overall,
	certainty: m.column_certainty,
	map: m.column_map,
	band: m.column_band,
	passed: m.column_passed,
	remarks: m.column_remarks
};
export const columnName = (id: ColumnId): string => names[id]();
