export type Locale = 'en' | 'zh';

export const htmlLang: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

/** The language of an address below the base path: `/zh/…` is Chinese, all else English. */
export const localeOf = (pathname: string): Locale => (/^\/zh(\/|$)/.test(pathname) ? 'zh' : 'en');

/** The address of the same page in the other language, below the base path. */
export function twinOf(pathname: string): string {
	return localeOf(pathname) === 'zh' ? pathname.slice(3) || '/' : `/zh${pathname}`;
}
