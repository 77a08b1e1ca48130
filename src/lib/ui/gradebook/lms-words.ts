import type { FillChoice, LmsFile, LmsProblem, LmsShape } from '#lib/domain/classroom/exchange/lms/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const shapes: Record<LmsShape, (inputs: { name: string; rows: number }) => string> = {
	moodle: m.lms_moodle,
	'moodle-worksheet': m.lms_moodle_worksheet,
	canvas: m.lms_canvas,
	other: m.lms_other
};
/** What a file was taken for. */
export const shapeWords = ({ shape, rows }: LmsFile, name: string): string =>
	shapes[shape]({ name, rows: rows.length });

const problems: Record<LmsProblem['code'], (inputs: { line: number }) => string> = {
	empty: m.lms_empty,
	'not-text': m.lms_not_text,
	encoding: m.lms_encoding,
	'no-rows': m.lms_no_rows,
	'too-large': m.lms_too_large,
	quotes: m.lms_quotes
};
/** Why a file is refused, what was expected, and what to do. */
export const lmsProblemWords = (problem: LmsProblem): string =>
	problems[problem.code]({ line: 'line' in problem ? problem.line : 0 });

const ways: Record<FillChoice['by'], () => string> = {
	lms: m.lms_by_lms,
	code: m.lms_by_code,
	name: m.lms_by_name
};
export const byWords = (by: FillChoice['by']): string => ways[by]();
