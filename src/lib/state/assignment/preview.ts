import { parseAssignment } from '#lib/domain/classroom/assignment/parse-assignment.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import { previewKey } from '../classroom/preview.ts';

/** The assignment that an instructor looks at in this tab as a student would (PreviewLink.svelte); null for a student, and for what is none. */
export function previewed(): Assignment | null {
	if (import.meta.env.SSR || new URLSearchParams(location.search).get('preview') === null) return null;
	try {
		const parsed = parseAssignment(JSON.parse(sessionStorage.getItem(previewKey) ?? ''));
		return parsed.ok ? parsed.value : null;
	} catch {
		return null;
	}
}
