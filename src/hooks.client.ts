import { home } from '#lib/state/address.ts';
import { htmlLang, localeOf } from '#lib/state/locale.ts';
import { overwriteGetLocale } from './messages/compiled/runtime.js';

// Fixed for the life of the document: the language switch is an ordinary link that loads the twin page.
const locale = localeOf(location.pathname.slice(home().length - 1));
overwriteGetLocale(() => locale);
// The offline shell is one file for both languages. Elsewhere it is there; set again, the whole page is styled again.
if (document.documentElement.lang !== htmlLang[locale]) document.documentElement.lang = htmlLang[locale];
