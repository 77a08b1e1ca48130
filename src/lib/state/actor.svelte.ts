import { createSubscriber } from 'svelte/reactivity';
import type { Actor, AnyStateMachine, SnapshotFrom } from 'xstate';

/**
 * An actor's snapshot as a rune: reading `current` in a template or an effect follows the actor.
 * Outside of them it is simply the newest snapshot.
 */
export function followActor<M extends AnyStateMachine>(actor: Actor<M>): { readonly current: SnapshotFrom<M> } {
	const subscribe = createSubscriber((update) => {
		const subscription = actor.subscribe({ next: update, error: update, complete: update });
		return () => subscription.unsubscribe();
	});
	return {
		get current() {
			subscribe();
			return actor.getSnapshot() as SnapshotFrom<M>;
		}
	};
}
