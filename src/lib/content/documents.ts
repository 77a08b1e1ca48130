import type { Frame } from '#lib/domain/frame.ts';
import { correctionsOf } from '#lib/domain/lesson/corrections.ts';
import type {
	Branch,
	Claim,
	ClaimId,
	CloseStep,
	Content,
	Discrepancy,
	DiscrepancyId,
	FramingsStep,
	Html,
	Lesson,
	LessonId,
	OrientStep,
	Source,
	SourceId,
	SpeakersStep,
	Step,
	StepId,
	TaskStep,
	Term,
	TermId
} from '#lib/domain/lesson/model.ts';
import { publicItem, type PublicItem } from '#lib/domain/quiz/index.ts';

// What each page needs and no more: a step's document carries the sources, claims and terms that it names.

/** What a lesson is announced by, wherever it is. */
type LessonHead = Pick<Lesson, 'id' | 'version' | 'number' | 'title' | 'question' | 'minutes'>;

export interface CatalogueEntry extends LessonHead {
	steps: StepId[];
}
/** One page of the catalogue: a page never grows, however many lessons there are. */
export interface Catalogue {
	/** `about` is there where the module begins on this page. */
	modules: { id: string; number: number; title: string; about?: Html; lessons: CatalogueEntry[] }[];
	/** 1-based. */
	page: number;
	pages: number;
	/** Lessons on all pages together. */
	total: number;
}

export interface LessonOutline extends LessonHead {
	outcomes: Lesson['outcomes'];
	/** In order; what the flow machine is built from. */
	steps: { id: StepId; title: string; needs: StepId[] }[];
	branches: Branch[];
	previous: { id: LessonId; title: string } | null;
	next: { id: LessonId; title: string } | null;
}

export interface ClaimNote extends Pick<Claim, 'id' | 'statement' | 'status' | 'why' | 'source' | 'locator'> {
	framing: Frame;
	discrepancies: DiscrepancyId[];
}

/** What a link to a source needs. */
export type SourceNote = Pick<Source, 'id' | 'short' | 'url'>;

export interface StepDocument<S extends Step = Step> {
	lesson: LessonId;
	version: number;
	step: S;
	/** Every source that the step names, also by way of its claims and terms. */
	sources: Record<SourceId, SourceNote>;
	/** The sources that the step shows as cards. */
	cards: Record<SourceId, Source>;
	claims: Record<ClaimId, ClaimNote>;
	terms: Record<TermId, Term>;
	discrepancies: Record<DiscrepancyId, Discrepancy>;
	/** For the close: the questions of the beginning, to be read beside the old answers. */
	opening?: Pick<OrientStep, 'stance' | 'prediction'>;
}

/** What checking showed of claims, by their ids, and where they come from. */
export type ClaimChecks = Pick<StepDocument, 'claims' | 'discrepancies' | 'sources'>;

/** The most lessons that a page of the catalogue lists. */
export const lessonsPerPage = 12;

const chunkOf = <T>(all: readonly T[], page: number): T[] =>
	all.slice((page - 1) * lessonsPerPage, page * lessonsPerPage);

/** A catalogue without lessons still has its first page. */
export const cataloguePages = ({ lessons }: Content): number => Math.max(1, Math.ceil(lessons.length / lessonsPerPage));

/** A page of the catalogue, 1-based; one that does not exist has no modules. */
export function catalogueOf(content: Content, page = 1): Catalogue {
	const { modules, lessons } = content;
	const here = chunkOf(lessons, page);
	return {
		modules: modules
			.map(({ about, ...module }) => {
				const all = lessons.filter((lesson) => lesson.module === module.id);
				const listed = all.filter((lesson) => here.includes(lesson));
				return { ...module, ...(listed[0] === all[0] && { about }), lessons: listed.map(entryOf) };
			})
			.filter((module) => module.lessons.length > 0),
		page,
		pages: cataloguePages(content),
		total: lessons.length
	};
}

const headOf = ({ id, version, number, title, question, minutes }: Lesson): LessonHead => ({
	id,
	version,
	number,
	title,
	question,
	minutes
});
const entryOf = (lesson: Lesson): CatalogueEntry => ({
	...headOf(lesson),
	steps: lesson.steps.map((step) => step.id)
});

export const findLesson = ({ lessons }: Content, id: LessonId): Lesson | undefined =>
	lessons.find((lesson) => lesson.id === id);

export function outlineOf(content: Content, lesson: Lesson): LessonOutline {
	const at = content.lessons.indexOf(lesson);
	const neighbour = (index: number) => {
		const other = content.lessons[index];
		return other ? { id: other.id, title: other.title } : null;
	};
	const { outcomes, steps, flow } = lesson;
	return {
		...headOf(lesson),
		outcomes,
		steps: steps.map((step) => ({ id: step.id, title: step.title, needs: step.needs })),
		branches: flow,
		previous: neighbour(at - 1),
		next: neighbour(at + 1)
	};
}

const pick = <T>(from: Record<string, T>, ids: Iterable<string>): Record<string, T> =>
	Object.fromEntries([...new Set(ids)].sort().flatMap((id) => (from[id] ? [[id, from[id]]] : [])));

function claimIdsOf(step: Step): ClaimId[] {
	switch (step.id) {
		case 'framings':
			return step.dimensions.flatMap((dimension) => dimension.framings.flatMap((framing) => framing.claims));
		case 'task':
			return step.claims;
		case 'check':
			return step.items.flatMap((item) => item.claims);
		case 'reverse':
			return step.items.flatMap((item) => (item.kind === 'best-case' ? item.cards.flatMap((card) => card.claims) : []));
		case 'weigh':
			return step.kit.cards.flatMap((card) => card.claims);
		default:
			return [];
	}
}

export function stepDocumentOf({ library }: Content, lesson: Lesson, step: Step): StepDocument {
	const claims = pick(library.claims, claimIdsOf(step));
	const named = step.id === 'framings' ? step.dimensions.flatMap(({ framings }) => framings) : [];
	const shown = 'sources' in step ? step.sources : [];
	const onCards = step.id === 'weigh' ? step.kit.cards.flatMap((card) => card.sources) : [];
	const html = JSON.stringify(step);
	const terms = pick(
		library.terms,
		lesson.terms.filter((id) => html.includes(`lens-${id}`))
	);
	const usedBy = Object.values(terms).flatMap(({ renderings }) => renderings.flatMap((rendering) => rendering.usedBy));
	const sources = pick(library.sources, [...onCards, ...usedBy, ...Object.values(claims).map((claim) => claim.source)]);
	const orient = step.id === 'close' ? lesson.steps.find((one) => one.id === 'orient') : undefined;
	return {
		lesson: lesson.id,
		version: lesson.version,
		step,
		claims: Object.fromEntries(
			Object.entries(claims).map(([id, { statement, status, why, source, locator, framing, discrepancies }]) => [
				id,
				{ id, statement, status, why, source, locator, framing, discrepancies }
			])
		),
		sources: Object.fromEntries(
			Object.entries(sources).map(([id, { short, url }]) => [id, { id, short, ...(url && { url }) }])
		),
		cards: pick(library.sources, shown),
		terms,
		discrepancies: pick(library.discrepancies, [
			...named.flatMap((framing) => framing.discrepancies),
			// A task is about what does not fit; elsewhere only what a text got wrong is corrected unasked.
			...(step.id === 'task'
				? Object.values(claims).flatMap((claim) => claim.discrepancies)
				: correctionsOf(Object.values(claims)))
		]),
		...(orient && { opening: { stance: orient.stance, prediction: orient.prediction } })
	};
}

/** A whole lesson to be read and printed: everything but what answers the questions. */
export interface LessonText {
	/** The terms that open their lens somewhere in the text, and the sources that use them. */
	terms: Record<TermId, Term>;
	sources: Record<SourceId, SourceNote>;
	speakers?: StepDocument<SpeakersStep>;
	framings?: StepDocument<FramingsStep>;
	task?: { title: string; intro: Html; prompts: TaskStep['prompts'] };
	check?: { title: string; intro: Html; items: PublicItem[] };
	weigh?: { title: string; intro: Html; contention: string; cards: { id: string; text: string; frame: Frame }[] };
	reverse?: { title: string; intro: Html; items: PublicItem[] };
	close?: CloseStep;
}

/** The reading form of a lesson. Answers, labels, model answers and references are not in it. */
export function textOf(content: Content, lesson: Lesson): LessonText {
	const documents = lesson.steps.map((step) => stepDocumentOf(content, lesson, step));
	const text: LessonText = {
		terms: Object.assign({}, ...documents.map(({ terms }) => terms)),
		sources: Object.assign({}, ...documents.map(({ sources }) => sources))
	};
	for (const step of lesson.steps) {
		const { title, intro } = step;
		if (step.id === 'speakers') text.speakers = stepDocumentOf(content, lesson, step) as StepDocument<SpeakersStep>;
		if (step.id === 'framings') text.framings = stepDocumentOf(content, lesson, step) as StepDocument<FramingsStep>;
		if (step.id === 'task') text.task = { title, intro, prompts: step.prompts };
		if (step.id === 'check') text.check = { title, intro, items: step.items.map(publicItem) };
		if (step.id === 'weigh') {
			const cards = step.kit.cards.map(({ id, text: words, frame }) => ({ id, text: words, frame }));
			text.weigh = { title, intro, contention: step.kit.root.text, cards };
		}
		if (step.id === 'reverse') text.reverse = { title, intro, items: step.items.map(publicItem) };
		if (step.id === 'close') text.close = step;
	}
	return text;
}
