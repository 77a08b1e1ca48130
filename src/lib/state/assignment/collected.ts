import type { ClaimChecks } from '#lib/content/documents.ts';
import type { Kit } from '#lib/domain/argument/model.ts';
import type { SharedAnswer } from '#lib/domain/classroom/model.ts';
import type { CollectedStep, Shareable, WorkedOn } from '#lib/domain/classroom/result/make-result.ts';
import type { Note } from '#lib/domain/learning/notes/model.ts';
import { textOf } from '#lib/domain/learning/notes/note.ts';
import { parseMapWork } from '#lib/domain/argument/work.ts';
import { parseNotebook } from '#lib/domain/learning/parse-notebook.ts';
import type { LessonId, OrientStep, Poll, Step, TaskStep, CloseStep } from '#lib/domain/lesson/model.ts';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import type { Store } from '#lib/storage/store.ts';
import type { AssignedLesson } from './assigned-lesson.svelte.ts';

/** What tells a reader what the answers of a lesson are answers to. */
export interface SentLesson {
	title: string;
	items: Partial<Record<'check' | 'reverse', PublicItem[]>>;
	kit: Kit | null;
	/** Of the claims that the cards rest on. */
	checks: ClaimChecks | null;
}

/** All that can be handed in of one lesson. */
export interface Collected {
	lesson: LessonId;
	steps: CollectedStep[];
	shared: Shareable;
	/** Of the content on this device; null where that came with the assignment. */
	on: WorkedOn | null;
	words: SentLesson;
}

type Answers = Record<string, string>;
/** The text of the compiler's HTML. */
type Plain = (html: string) => string;

const said = (lesson: LessonId, step: Step['id'], question: string, answer: string | undefined): SharedAnswer[] =>
	answer === undefined || answer.trim() === '' ? [] : [{ lesson, step, question, answer }];

function chosen(lesson: LessonId, poll: Poll, answers: Answers, plain: Plain): SharedAnswer[] {
	const option = poll.options.find(({ id }) => id === answers[poll.id]);
	return said(lesson, 'orient', plain(poll.prompt), option && plain(option.text));
}
const stancesIn = (lesson: LessonId, { stance, prediction }: OrientStep, answers: Answers, plain: Plain) => [
	...chosen(lesson, stance, answers, plain),
	...chosen(lesson, prediction, answers, plain)
];
const linesIn = (lesson: LessonId, { prompts }: TaskStep, answers: Answers, plain: Plain) =>
	prompts.flatMap(({ id, text }) => said(lesson, 'task', plain(text), answers[`line-${id}`]));
const mindIn = (lesson: LessonId, { changeOfMind }: CloseStep, answers: Answers, plain: Plain) =>
	changeOfMind.flatMap(({ id, prompt }) => said(lesson, 'close', plain(prompt), answers[`mind-${id}`]));

/** Everything of one lesson that the assignment asks for, as it is on the disk. Rejects where its content is out of reach. */
export async function collect(lesson: AssignedLesson, notes: readonly Note[], plain: Plain): Promise<Collected> {
	const { asked, content } = lesson;
	const id = asked.id;
	const words: SentLesson = { title: lesson.outline.title, items: {}, kit: null, checks: null };
	const shared: Shareable = { stances: [], reflections: [], notes: [] };
	const steps: CollectedStep[] = [];
	for (const { id: step } of lesson.outline.steps) {
		const record = await lesson.readStep(step);
		const result = lesson.results[step] ?? null;
		if (step === 'check' || step === 'reverse') {
			words.items[step] = (await content.quizOf(step)).step.items;
			steps.push({ lesson: id, step, work: parseQuizWork(record?.work), result });
			continue;
		}
		const whole = await content.documentOf(step);
		const document = whole.step;
		const map = document.id === 'weigh' ? parseMapWork(document.kit, record?.work) : null;
		steps.push({ lesson: id, step, work: map, result });
		const answers = parseNotebook(record?.work)?.answers ?? {};
		if (document.id === 'weigh') {
			words.kit = document.kit;
			words.checks = whole;
		}
		if (document.id === 'orient') shared.stances.push(...stancesIn(id, document, answers, plain));
		if (document.id === 'task') shared.reflections.push(...linesIn(id, document, answers, plain));
		if (document.id === 'close') shared.reflections.push(...mindIn(id, document, answers, plain));
	}
	for (const note of notes)
		if (note.about.lesson === id && note.versions.length > 0)
			shared.notes.push({ lesson: id, step: note.about.step, question: note.about.quotation, answer: textOf(note) });
	const key = content.carried ? null : await content.marking();
	return { lesson: id, steps, shared, on: key && { lesson: id, version: key.version, hash: key.hash }, words };
}

/** The notes of this device; none where they cannot be read. */
export async function notesIn(store: Store): Promise<Note[]> {
	const { records } = await (await store.own()).all('note');
	return records.flatMap(({ data }) => (data === null ? [] : [data as Note]));
}
