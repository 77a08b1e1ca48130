import { clearSettings, readSettings, toSettings, writeSettings } from '#lib/storage/settings.ts';
import type { KeyValue, Settings } from '#lib/storage/settings.ts';

const defaults = toSettings({});

/** The learner's settings, kept and applied to the document at once. `static/theme.js` applies them to later pages. */
export class AppSettings {
	/** Choices are taken: what was chosen before is known. */
	ready = $state(false);
	/** The browser keeps them; else they hold until the page is left. */
	kept = $state(true);
	#current = $state.raw<Settings>(defaults);
	#where: () => KeyValue | undefined;

	/** Nothing is read or applied before `open`. */
	constructor(where: () => KeyValue | undefined = () => localStorage) {
		this.#where = where;
	}

	get current(): Settings {
		return this.#current;
	}
	get areDefaults(): boolean {
		return JSON.stringify(this.#current) === JSON.stringify(defaults);
	}

	/** Reads what is kept and follows other tabs, until the function that it returns is called. */
	open(): () => void {
		const read = () => this.#apply(readSettings(this.#where));
		read();
		this.ready = true;
		window.addEventListener('storage', read);
		return () => window.removeEventListener('storage', read);
	}

	change(part: Partial<Settings>): void {
		const next = { ...this.#current, ...part };
		this.kept = writeSettings(this.#where, next);
		this.#apply(next);
	}

	forget(): void {
		clearSettings(this.#where);
		this.kept = true;
		this.#apply(defaults);
	}

	#apply(settings: Settings): void {
		this.#current = settings;
		const { dataset } = document.documentElement;
		if (settings.theme === 'system') delete dataset.theme;
		else dataset.theme = settings.theme;
		if (settings.textSize === 'normal') delete dataset.textSize;
		else dataset.textSize = settings.textSize;
		if (settings.pinyin) dataset.pinyin = 'always';
		else delete dataset.pinyin;
		// The browser's own bars follow the chosen theme, as static/theme.js has it.
		for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
			const dark = settings.theme === 'dark' || (settings.theme === 'system' && meta.media.includes('dark'));
			meta.content = dark ? '#16181a' : '#fbfaf7';
		}
	}
}
