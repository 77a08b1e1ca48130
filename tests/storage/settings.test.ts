import { describe, expect, it } from 'vitest';
import { clearSettings, readSettings, toSettings, writeSettings } from '#lib/storage/settings.ts';
import type { KeyValue } from '#lib/storage/settings.ts';

const defaults = { theme: 'system', pinyin: false, textSize: 'normal' } as const;

function shelf(kept: Record<string, string> = {}): KeyValue {
	const map = new Map(Object.entries(kept));
	return {
		getItem: (key) => map.get(key) ?? null,
		setItem: (key, value) => void map.set(key, value),
		removeItem: (key) => void map.delete(key)
	};
}
const forbidden = (): KeyValue => {
	throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('settings', () => {
	it('are the defaults at first', () => {
		expect(readSettings(() => shelf())).toEqual(defaults);
	});

	it('are read back as they were written, and gone when cleared', () => {
		const storage = shelf();
		const settings = { theme: 'dark', pinyin: true, textSize: 'large' } as const;
		expect(writeSettings(() => storage, settings)).toBe(true);
		expect(readSettings(() => storage)).toEqual(settings);
		expect(clearSettings(() => storage)).toBe(true);
		expect(readSettings(() => storage)).toEqual(defaults);
	});

	it.each(['', 'null', '7', '[]', '{"theme"', '{"theme":"sepia"}'])('are the defaults when %j is kept', (text) => {
		expect(readSettings(() => shelf({ 'parallax:settings': text }))).toEqual(defaults);
	});

	it('fall back one by one', () => {
		expect(toSettings({ theme: 'sepia', pinyin: true })).toEqual({ ...defaults, pinyin: true });
	});

	it('hold for the page when localStorage is forbidden, full or missing', () => {
		const full = {
			...shelf(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		};
		expect(readSettings(forbidden)).toEqual(defaults);
		expect(writeSettings(forbidden, defaults)).toBe(false);
		expect(writeSettings(() => full, defaults)).toBe(false);
		expect(writeSettings(() => undefined, defaults)).toBe(false);
		expect(clearSettings(forbidden)).toBe(false);
	});
});
