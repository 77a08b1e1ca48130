import { deadlineOf } from '#lib/domain/quiz/taking.ts';
import type { MarkingParts, QuizSession } from './quiz-session.svelte.ts';

/** Tells a quiz what time it is: once a second while its page is open, and only what its machine wants to hear. */
export class QuizTimer {
	#now = $state(0);
	#session: QuizSession<MarkingParts>;

	constructor(session: QuizSession<MarkingParts>) {
		this.#session = session;
	}

	/** What is left of the time, in whole seconds and not below 0; null where no clock is running. */
	get left(): number | null {
		const { policy, work, snapshot } = this.#session;
		const end = snapshot.matches('answering') ? deadlineOf(policy, work) : null;
		return end === null ? null : Math.max(0, Math.ceil((end - this.#now) / 1000));
	}
	/** All of the time that this attempt has, in seconds; null: no clock is running. */
	get whole(): number | null {
		const { policy, work } = this.#session;
		const end = deadlineOf(policy, work);
		return end === null || work.began === null ? null : (end - work.began) / 1000;
	}

	/** `extra`: more time in percent, null for no limit. */
	start(extra: number | null): void {
		this.#now = Date.now();
		this.#session.send({ type: 'clock.started', now: this.#now, extra });
	}

	/** Gives what stops it. */
	run(): () => void {
		this.tick();
		const beat = setInterval(() => this.tick(), 1000);
		return () => clearInterval(beat);
	}

	/** Also to be called when the quiz becomes ready: its time may have run out while its page was closed. */
	tick(): void {
		const session = this.#session;
		if (!session.ready) return;
		const now = (this.#now = Date.now());
		if (session.snapshot.can({ type: 'due.passed', now })) session.send({ type: 'due.passed', now });
		if (session.snapshot.can({ type: 'time.up', now })) void session.handIn({ type: 'time.up', now });
	}
}
