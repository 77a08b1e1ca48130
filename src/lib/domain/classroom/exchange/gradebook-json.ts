import type { ArgumentMap, Band } from '../../argument/model.ts';
import { toNumber } from '../../fraction.ts';
import type { LessonId } from '../../lesson/model.ts';
import type { Certainty, ItemId, Response } from '../../quiz/model.ts';
import type {
	GradebookRow,
	ItemMark,
	Judgement,
	MapMark,
	Marks,
	QuizStepId,
	RowStatus,
	Summary
} from '../gradebook/model.ts';
import { commentAt } from '../gradebook/place.ts';
import { slugOf } from '../ids.ts';
import type { Assignment, AssignedLesson, Code, Id, Result, TextFile } from '../model.ts';
import type { KeptResult } from '../verdict.ts';

/** A moment as ISO 8601 in UTC, as `2026-11-25T09:30:00.000Z`. */
type Moment = string;

/** One question of one result. Points are numbers, hints taken off. */
interface AnswerOut {
	lesson: LessonId;
	step: QuizStepId;
	item: ItemId;
	/** `unfit`: there is an answer, and it cannot be marked with this lesson. */
	state: ItemMark['state'];
	/** As the quiz keeps it, by the item's kind; null: none. */
	response: Response | null;
	certainty: Certainty | null;
	/** How many hints were opened. */
	hints: number;
	/** What the rules give, what counts (another mark by hand has its reason), and the most that can be had. */
	earned: number;
	counted: number;
	total: number;
	/** Of a mark that was changed by hand; else null. */
	reason: string | null;
	/** Empty without one; so are all comments. */
	comment: string;
}
/** One argument map of one result. */
interface MapOut {
	lesson: LessonId;
	/** The best of the scored maps; null: none was scored. */
	map: ArgumentMap | null;
	/** How many were scored. */
	attempts: number;
	/** What counts, 0…1, and its band; null: none was scored and no mark was given. */
	counted: number | null;
	band: Band | null;
	reason: string | null;
	comment: string;
}
interface ResultOut {
	id: string;
	attempt: number;
	/** By the student's clock; `receivedAt` is by the instructor's. */
	handedInAt: Moment;
	receivedAt: Moment;
	/** The name of the file it came in. */
	file: string;
	/** Whether it is the student's one that counts. */
	counts: boolean;
	/** Whole percent; null: not tested, or the key of a lesson is not there. */
	marks: Summary;
	answers: AnswerOut[];
	maps: MapOut[];
	/** On the whole result. */
	comment: string;
	/** What the student ticked to be sent along. */
	shared: Result['shared'];
}
interface StudentOut {
	code: Code;
	name: string | null;
	/** What the school's own gradebook knows the student by. */
	lms: string | null;
	/** False: a result came under this code, and nobody on the roster has it. */
	onRoster: boolean;
	left: boolean;
	status: RowStatus;
	/** Of the result that counts; null: nothing was handed in. */
	marks: Summary | null;
	/** Oldest attempt first. */
	results: ResultOut[];
}
export interface AssignmentOut {
	id: Id;
	title: string;
	madeAt: Moment;
	/** Null: it is never due. */
	dueAt: Moment | null;
	/** How often students may hand in; 0: as often as they like. */
	attempts: number;
	counts: Assignment['counts'];
	marking: Assignment['marking'];
	lessons: AssignedLesson[];
	/** In the order of the roster, strangers last. */
	students: StudentOut[];
}

/** A class's gradebook for other programs. `format` is raised whenever a field changes its meaning or goes. */
export interface GradebookJson {
	app: 'parallax';
	kind: 'gradebook';
	format: 1;
	savedAt: Moment;
	class: { id: Id; name: string };
	/** Newest first. */
	assignments: AssignmentOut[];
}

/** All that is known of one assignment. */
export interface MarkedAssignment {
	assignment: Assignment;
	rows: readonly GradebookRow[];
	results: readonly KeptResult[];
	/** By the id of the kept result. */
	marks: ReadonlyMap<string, Marks>;
	judgements: readonly Judgement[];
}

const moment = (at: number): Moment => new Date(at).toISOString();

const answerOut = ({ item, earned, counted, total, override, ...mark }: ItemMark): AnswerOut => ({
	lesson: mark.lesson,
	step: mark.step,
	item: item.id,
	state: mark.state,
	response: mark.response,
	certainty: mark.certainty,
	hints: mark.hints,
	earned: toNumber(earned),
	counted: toNumber(counted),
	total: toNumber(total),
	reason: override?.reason ?? null,
	comment: mark.comment
});
const mapOut = ({ lesson, map, attempts, counted, override, comment }: MapMark): MapOut => ({
	lesson,
	map,
	attempts,
	counted: counted?.total ?? null,
	band: counted?.band ?? null,
	reason: override?.reason ?? null,
	comment
});

/** An assignment with every student, every result, and all that was marked and said of it; nothing is rounded but percents. */
export function assignmentOut({ assignment, rows, results, marks, judgements }: MarkedAssignment): AssignmentOut {
	const kept = new Map(results.map((one) => [one.id, one]));
	const said = new Map(judgements.map((judgement) => [judgement.result, judgement]));
	const resultOut = (id: string, counted: string | null): ResultOut[] => {
		const [one, marked] = [kept.get(id), marks.get(id)];
		if (!one || !marked) return [];
		const { result, receivedAt, file } = one;
		return [
			{
				id,
				attempt: result.attempt,
				handedInAt: moment(result.handedInAt),
				receivedAt: moment(receivedAt),
				file,
				counts: id === counted,
				marks: marked.summary,
				answers: marked.items.map(answerOut),
				maps: marked.maps.map(mapOut),
				comment: commentAt(said.get(id) ?? null, null),
				shared: result.shared
			}
		];
	};
	const { id, title, made, due, attempts, counts, marking, lessons } = assignment;
	return {
		id,
		title,
		madeAt: moment(made),
		dueAt: due === null ? null : moment(due),
		attempts,
		counts,
		marking,
		lessons,
		students: rows.map(({ code, name, lms, stranger, left, status, summary, ...row }) => ({
			code,
			name,
			lms,
			onRoster: !stranger,
			left,
			status,
			marks: summary,
			results: row.results.flatMap((result) => resultOut(result, row.counted))
		}))
	};
}

/**
 * The gradebook as a JSON file (RFC 8259, UTF-8, nothing before or after it) that any tool reads: `GradebookJson`. The
 * class's key is not in it, so it opens nothing and restores nothing: that is what a copy is for (`toCopy`). `now` in
 * milliseconds since 1970.
 */
export function toGradebookJson(
	{ id, name }: { id: Id; name: string },
	assignments: AssignmentOut[],
	now: number
): TextFile {
	const book: GradebookJson = {
		app: 'parallax',
		kind: 'gradebook',
		format: 1,
		savedAt: moment(now),
		class: { id, name },
		assignments
	};
	return { name: `${slugOf(name)}.gradebook.${moment(now).slice(0, 10)}.json`, text: `${JSON.stringify(book)}\n` };
}
