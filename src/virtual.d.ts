declare module 'virtual:lesson-content' {
	export const content: import('#lib/domain/lesson/model.ts').Content;
	/** The pictures that lessons show, by `lesson-id/path`. */
	export const pictures: Record<string, { type: string; base64: string }>;
}
declare module 'virtual:third-party-notices' {
	export const notices: import('./cli/third-party-notices.ts').ThirdPartyNotice[];
}
