import MiniSearch, { type Options } from 'minisearch';
import type { ClaimStatus, Content, Framing, Html, Lesson, Step } from '#lib/domain/lesson/model.ts';
import { squeeze } from '#lib/domain/search/fold.ts';
import { indexTokens } from '#lib/domain/search/tokens.ts';

export const foundKinds = ['lesson', 'step', 'framing', 'term', 'source', 'claim', 'discrepancy', 'note'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** The letters that tell what checking showed of a claim: the index holds hundreds. Confirmed ones have none. */
export const statusLetters = { u: 'unverified', d: 'disputed', o: 'dated', e: 'error' } as const satisfies Record<
	string,
	ClaimStatus
>;
export type StatusLetter = keyof typeof statusLetters;
const letterOf = (status: ClaimStatus): StatusLetter | undefined =>
	(Object.keys(statusLetters) as StatusLetter[]).find((letter) => statusLetters[letter] === status);

/** One thing that can be found. */
export interface SearchDocument {
	id: string;
	kind: FoundKind;
	title: string;
	text: string;
	/** Folded, by word and in one piece. */
	pinyin?: string;
	/** The English address below the root. */
	path: string;
	/** What it belongs to: a lesson's title, a source's short name. */
	context: string;
	/** For a claim that does not simply hold. */
	flag?: StatusLetter;
}

/** How the index is made and asked; both must agree. */
export const searchOptions: Options<SearchDocument> = {
	fields: ['title', 'text', 'pinyin'],
	storeFields: ['kind', 'title', 'text', 'path', 'context', 'flag'],
	tokenize: indexTokens,
	processTerm: (term) => term
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of the compiler's HTML; blocks are parted by spaces. */
const textIn = (html: Html): string =>
	html
		.replace(/<\/(?:p|li|h\d|td|th|blockquote)>|<br>/g, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
		.replace(/\s+/g, ' ')
		.trim();

function framingDocuments(lesson: Lesson, dimension: string, title: string, framings: Framing[]): SearchDocument[] {
	return framings.map(({ id, text }) => ({
		id: `${lesson.id}/framings/${dimension}/${id}`,
		kind: 'framing',
		title,
		text: textIn(text),
		path: `/learn/${lesson.id}/framings/#dimension-${dimension}`,
		context: lesson.title
	}));
}

function stepDocuments(lesson: Lesson, step: Step): SearchDocument[] {
	const intro: SearchDocument = {
		id: `${lesson.id}/${step.id}`,
		kind: 'step',
		title: step.title,
		text: textIn(step.intro),
		path: `/learn/${lesson.id}/${step.id}/`,
		context: lesson.title
	};
	if (step.id !== 'framings') return [intro];
	return [
		intro,
		...step.dimensions.flatMap(({ id, title, framings }) => framingDocuments(lesson, id, title, framings))
	];
}

/** Everything that a search finds: lessons, steps, framings, terms, sources, claims, discrepancies. No question's key. */
export function searchDocumentsOf({ lessons, library }: Content): SearchDocument[] {
	const shortOf = (source: string | undefined): string => library.sources[source ?? '']?.short ?? '';
	return [
		...lessons.flatMap((lesson): SearchDocument[] => [
			{
				id: lesson.id,
				kind: 'lesson',
				title: lesson.title,
				text: [lesson.question, ...lesson.outcomes.map(({ text }) => text)].join(' '),
				path: `/learn/${lesson.id}/`,
				context: ''
			},
			...lesson.steps.flatMap((step) => stepDocuments(lesson, step))
		]),
		...Object.values(library.terms).map((term): SearchDocument => {
			const words = term.words.map(({ pinyin }) => squeeze(pinyin));
			return {
				id: `term ${term.id}`,
				kind: 'term',
				title: `${term.characters} ${term.words.map(({ pinyin }) => pinyin).join(' ')}`,
				text: [term.literal, ...term.renderings.map(({ text }) => text), term.note].join(' · '),
				pinyin: [...words, words.join('')].join(' '),
				path: `/glossary/#${term.id}`,
				context: ''
			};
		}),
		...Object.values(library.sources).map((source): SearchDocument => {
			const { id, title, short, who, genre, mandate, limits, date } = source;
			const text = [who, genre, mandate, limits].join(' ');
			return {
				id: `source ${id}`,
				kind: 'source',
				title,
				text,
				path: `/sources/#${id}`,
				context: `${short} · ${date}`
			};
		}),
		...Object.values(library.claims).map((claim): SearchDocument => {
			const { id, statement, why, source, status } = claim;
			const flag = letterOf(status);
			const context = shortOf(source);
			return {
				id,
				kind: 'claim',
				title: statement,
				text: why,
				path: `/sources/#${id}`,
				context,
				...(flag && { flag })
			};
		}),
		...Object.values(library.discrepancies).map((one): SearchDocument => {
			const { id, says, record, sources } = one;
			const context = shortOf(sources[0]);
			return { id, kind: 'discrepancy', title: says, text: record, path: `/sources/#${id}`, context };
		})
	];
}

/** The index as plain JSON: what `/data/search.json` holds and the search page loads. */
export function searchIndexOf(content: Content): object {
	const index = new MiniSearch(searchOptions);
	index.addAll(searchDocumentsOf(content));
	return index.toJSON();
}
