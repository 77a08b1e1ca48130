import type { HuntDocument } from '#lib/content/exercise-documents.ts';
import { cardIn, scoreHunt, type HuntCard, type HuntScore, type HuntWork } from '#lib/domain/hunt/work.ts';
import { createHuntMachine, type HuntMachine } from '#lib/machines/hunt-machine.ts';
import { StepSession, type StepHost } from './step-session.svelte.ts';

/** The error hunt in this tab: the deck, the card in hand, and what was said so far. */
export class HuntSession extends StepSession<HuntMachine, HuntWork> {
	readonly cards: HuntDocument['cards'];
	#key;

	constructor(host: StepHost, cards: HuntDocument['cards']) {
		super(host, {
			step: 'task',
			machine: () => createHuntMachine(cards.map(({ id }) => id)),
			parse: async (stored) => (await import('#lib/domain/hunt/parse-work.ts')).parseHuntWork(stored),
			resultOf: () => null
		});
		this.cards = cards;
		// What is only recalled is no key.
		this.#key = Object.fromEntries(
			cards.filter(({ certainty }) => certainty !== 'recalled').map(({ id, slip }) => [id, slip])
		);
	}

	/** Null for an empty deck. */
	get card(): HuntDocument['cards'][number] | null {
		return this.cards.find(({ id }) => id === this.work.current) ?? null;
	}
	get said(): HuntCard {
		return cardIn(this.work, this.work.current);
	}
	get score(): HuntScore {
		return scoreHunt(
			this.cards.map(({ id }) => id),
			this.work,
			this.#key
		);
	}
	saidOf(id: string): HuntCard {
		return cardIn(this.work, id);
	}
}
