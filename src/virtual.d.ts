declare module 'virtual:lesson-content' {
	export const content: import('#lib/domain/lesson/model.ts').Content;
}
declare module 'virtual:third-party-notices' {
	export const notices: import('./cli/third-party-notices.ts').ThirdPartyNotice[];
}
