import type { Assignment } from '#lib/domain/classroom/model.ts';
import type { ChecksByLesson } from './checks.ts';
import type { GradebookSession } from './gradebook-session.svelte.ts';

/**
 * What checking showed of the claims behind the assignment that is shown: told as soon as it is here, what stands on
 * them can be read without. Made while a component is.
 */
export class ChecksShown {
	/** Empty until it is known. */
	current = $state.raw<ChecksByLesson>(new Map());

	constructor(session: Pick<GradebookSession, 'checksOf'>, shown: () => Assignment) {
		const assignment = $derived(shown());
		$effect(() => {
			let isWanted = true;
			void session.checksOf(assignment).then((found) => {
				// A slow answer may come after that of the assignment which is shown by then.
				if (isWanted) this.current = found;
			});
			return () => (isWanted = false);
		});
	}
}
