import type {
	Claim,
	Content,
	Discrepancy,
	DiscrepancyId,
	Lesson,
	LessonId,
	Source,
	SourceId,
	StepId,
	Term,
	TermId
} from '#lib/domain/lesson/model.ts';
import { stepDocumentOf, type SourceNote, type StepDocument } from './documents.ts';

/** A lesson in which a term or a source occurs, and the steps that name it. */
export interface Place {
	lesson: LessonId;
	steps: StepId[];
}

interface Library {
	/** The titles of the lessons that are named as places. */
	lessons: Record<LessonId, string>;
}

/** What `/glossary/` shows. */
export interface GlossaryDocument extends Library {
	terms: (Term & { places: Place[] })[];
	/** Those that use a rendering. */
	sources: Record<SourceId, SourceNote>;
}

export type ClaimEntry = Pick<
	Claim,
	'id' | 'statement' | 'locator' | 'framing' | 'kind' | 'status' | 'why' | 'checkedBy'
>;

export interface SourceEntry extends Source {
	/** The claims that rest on it. */
	claims: ClaimEntry[];
	/** What does not fit the record, in this source; told in full under the first source of each. */
	discrepancies: Discrepancy[];
	/** Discrepancies that name it and are told under another source. */
	named: { id: DiscrepancyId; under: SourceId }[];
	/** Terms of which a rendering is used here. */
	terms: { id: TermId; characters: string }[];
	places: Place[];
}

/** What `/sources/` shows, in the library's order. */
export interface SourcesDocument extends Library {
	sources: SourceEntry[];
}

const noteOf = ({ id, short, url }: Source): SourceNote => ({ id, short, ...(url && { url }) });

/** Every step's document, by lesson: what names a term or a source is asked of them, as the pages ask. */
const documentsOf = (content: Content): { lesson: Lesson; documents: StepDocument[] }[] =>
	content.lessons.map((lesson) => ({
		lesson,
		documents: lesson.steps.map((step) => stepDocumentOf(content, lesson, step))
	}));

/** Where each id occurs: `named` tells the ids that a step names, `also` those of the lesson as a whole. */
function placesOf(
	content: Content,
	named: (document: StepDocument) => Iterable<string>,
	also: (lesson: Lesson) => readonly string[] = () => []
): Map<string, Place[]> {
	const places = new Map<string, Place[]>();
	for (const { lesson, documents } of documentsOf(content)) {
		const steps = new Map<string, Set<StepId>>(also(lesson).map((id) => [id, new Set()]));
		for (const document of documents)
			for (const id of named(document)) steps.set(id, (steps.get(id) ?? new Set()).add(document.step.id));
		for (const [id, found] of steps) {
			const place = { lesson: lesson.id, steps: [...found] };
			places.set(id, [...(places.get(id) ?? []), place]);
		}
	}
	return places;
}

function titlesOf({ lessons }: Content, places: Iterable<Place[]>): Record<LessonId, string> {
	const named = new Set([...places].flat().map(({ lesson }) => lesson));
	return Object.fromEntries(lessons.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]));
}

/** Every term with its renderings and where it occurs. */
export function glossaryOf(content: Content): GlossaryDocument {
	const { terms, sources } = content.library;
	const places = placesOf(
		content,
		(document) => Object.keys(document.terms),
		(lesson) => lesson.terms
	);
	const used = new Set(Object.values(terms).flatMap(({ renderings }) => renderings.flatMap(({ usedBy }) => usedBy)));
	return {
		terms: Object.values(terms).map((term) => ({ ...term, places: places.get(term.id) ?? [] })),
		sources: Object.fromEntries(
			Object.values(sources)
				.filter(({ id }) => used.has(id))
				.map((source) => [source.id, noteOf(source)])
		),
		lessons: titlesOf(content, places.values())
	};
}

const claimEntry = ({ id, statement, locator, framing, kind, status, why, checkedBy }: Claim): ClaimEntry => ({
	id,
	statement,
	...(locator !== undefined && { locator }),
	framing,
	kind,
	status,
	why,
	checkedBy
});

/** Every source with what rests on it, what does not fit, and where it is used. */
export function sourcesOf(content: Content): SourcesDocument {
	const { sources, claims, discrepancies, terms } = content.library;
	const places = placesOf(content, (document) => [...Object.keys(document.sources), ...Object.keys(document.cards)]);
	const entryOf = (source: Source): SourceEntry => ({
		...source,
		claims: Object.values(claims)
			.filter((claim) => claim.source === source.id)
			.map(claimEntry),
		discrepancies: Object.values(discrepancies).filter((one) => one.sources[0] === source.id),
		named: Object.values(discrepancies).flatMap(({ id, sources: [under, ...others] }) =>
			under !== undefined && others.includes(source.id) ? [{ id, under }] : []
		),
		terms: Object.values(terms)
			.filter(({ renderings }) => renderings.some(({ usedBy }) => usedBy.includes(source.id)))
			.map(({ id, characters }) => ({ id, characters })),
		places: places.get(source.id) ?? []
	});
	return { sources: Object.values(sources).map(entryOf), lessons: titlesOf(content, places.values()) };
}
