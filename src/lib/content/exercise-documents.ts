import type {
	Capstone,
	Content,
	Discrepancy,
	DiscrepancyId,
	LessonId,
	Slip,
	Source,
	SourceId
} from '#lib/domain/lesson/model.ts';
import type { SourceNote } from './documents.ts';

export interface HuntCardDocument extends Pick<Discrepancy, 'says' | 'record' | 'certainty'> {
	id: DiscrepancyId;
	quote: { source: SourceId; text: string };
	slip: Slip;
}

/** With its date, by which many a slip is seen. */
export type HuntSource = SourceNote & Pick<Source, 'date'>;

/** What `/hunt/` plays with. */
export interface HuntDocument {
	intro: string;
	cards: HuntCardDocument[];
	sources: Record<SourceId, HuntSource>;
}

export interface CapstoneDocument extends Capstone {
	/** The questions to choose from. */
	lessons: { id: LessonId; title: string; dimensions: { id: string; title: string }[] }[];
}

/** The deck with its records; null where the course has none. */
export function huntDocumentOf({ hunt, library }: Content): HuntDocument | null {
	if (!hunt) return null;
	const cards = hunt.cards.flatMap((id): HuntCardDocument[] => {
		const { quote, slip, says, record, certainty } = library.discrepancies[id] ?? {};
		return quote && slip && says && record && certainty ? [{ id, quote, slip, says, record, certainty }] : [];
	});
	const named = [...new Set(cards.map(({ quote }) => quote.source))];
	const sources = named.flatMap((id): [SourceId, HuntSource][] => {
		const source = library.sources[id];
		return source ? [[id, { id, short: source.short, date: source.date, ...(source.url && { url: source.url }) }]] : [];
	});
	return { intro: hunt.intro, cards, sources: Object.fromEntries(sources) };
}

/** The capstone with every lesson's dimensions; null where the course has none. */
export function capstoneDocumentOf({ capstone, lessons }: Content): CapstoneDocument | null {
	if (!capstone) return null;
	const choices = lessons.flatMap(({ id, title, steps }) => {
		const framings = steps.find((step) => step.id === 'framings');
		if (framings?.id !== 'framings') return [];
		return [{ id, title, dimensions: framings.dimensions.map((one) => ({ id: one.id, title: one.title })) }];
	});
	return { ...capstone, lessons: choices };
}
