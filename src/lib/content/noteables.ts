import type { Claim, Html, Source, StepId, Term } from '#lib/domain/lesson/model.ts';
import type { Dimension } from '#lib/domain/lesson/model.ts';
import { printOf, quotationOf } from '#lib/domain/learning/notes/note.ts';
import type { NoteSource } from '#lib/domain/learning/notes/model.ts';

/** What a note keeps of the card that it is about. */
export type Noteable = Pick<NoteSource, 'quotation' | 'print'>;

/** As much as is asked of a step's document, or of a quiz's key. */
export interface NoteableDocument {
	step?: {
		id: StepId;
		title: string;
		intro: Html;
		dimensions?: Dimension[];
		items?: { id: string; prompt: Html }[];
	};
	cards?: Record<string, Source>;
	terms?: Record<string, Term>;
	claims?: Record<string, Pick<Claim, 'id' | 'statement'>>;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of the compiler's HTML; blocks are parted by spaces. */
const textIn = (html: string): string =>
	html
		.replace(/<\/(?:p|li|h\d|td|th|blockquote)>|<br>/g, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

const noteable = (text: string, card: unknown): Noteable => ({ quotation: quotationOf(text), print: printOf(card) });

export const claimNoteable = (statement: string): Noteable => noteable(statement, statement);

/** All that a note can be written on in a step, by `kind:id`. */
export function noteablesOf({ step, cards = {}, terms = {}, claims = {} }: NoteableDocument): Map<string, Noteable> {
	const found = new Map<string, Noteable>();
	for (const { framings } of step?.dimensions ?? [])
		for (const { id, kind, text } of framings) found.set(`framing:${id}`, noteable(textIn(text), [kind, text]));
	for (const item of step?.items ?? []) found.set(`item:${item.id}`, noteable(textIn(item.prompt), item.prompt));
	if (step?.id === 'task')
		found.set('task:task', noteable(`${step.title}. ${textIn(step.intro)}`, [step.title, step.intro]));
	for (const source of Object.values(cards))
		found.set(`source:${source.id}`, noteable(`${source.title} (${source.short})`, source));
	for (const term of Object.values(terms))
		found.set(`term:${term.id}`, noteable(`${term.characters}: ${term.literal}`, term));
	for (const { id, statement } of Object.values(claims)) found.set(`claim:${id}`, claimNoteable(statement));
	return found;
}
