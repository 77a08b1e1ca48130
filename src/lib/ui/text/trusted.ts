import type { Html } from '#lib/domain/lesson/model.ts';

/** As much of trusted types as is used here: TypeScript's own types do not have them. */
interface TrustedTypes {
	createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): object };
}
const { trustedTypes } = (globalThis.window ?? {}) as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('parallax-html', { createHTML: (html: string) => html });
const known = new Map<Html, string>();

/**
 * HTML of the compiler's for `{@html …}`: where the browser demands trusted types, plain strings are refused. The
 * same text gives the same object, so that nothing is drawn again without need. The compiler lets no raw HTML pass;
 * that is why what it made can be trusted, and why nothing else has the type.
 */
export function trusted(html: Html): string {
	if (!policy) return html;
	const before = known.get(html);
	if (before !== undefined) return before;
	const made = policy.createHTML(html) as unknown as string;
	known.set(html, made);
	return made;
}
