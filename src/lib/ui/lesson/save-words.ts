import type { Trouble } from '#lib/state/lesson-session.svelte.ts';
import * as m from '../../../messages/compiled/messages.js';

/** What the learner is told when work cannot be kept: what happened, and what to do. */
export const saveTrouble: Record<Trouble, { heading: () => string; wayOut: () => string }> = {
	stale: { heading: m.trouble_stale, wayOut: m.trouble_stale_way },
	full: { heading: m.trouble_full, wayOut: m.trouble_full_way },
	blocked: { heading: m.trouble_blocked, wayOut: m.trouble_blocked_way },
	unavailable: { heading: m.trouble_unavailable, wayOut: m.trouble_unavailable_way },
	damaged: { heading: m.trouble_damaged, wayOut: m.trouble_damaged_way }
};
