import type { FileProblem } from '#lib/state/backup-file.ts';
import type { Persistence } from '#lib/state/own-data.svelte.ts';
import type { Settings } from '#lib/storage/settings.ts';
import type { Failure } from '#lib/storage/store.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

export const themeWords: Record<Settings['theme'], () => string> = {
	system: m.settings_theme_system,
	light: m.settings_theme_light,
	dark: m.settings_theme_dark
};

export const textSizeWords: Record<Settings['textSize'], () => string> = {
	normal: m.settings_text_normal,
	large: m.settings_text_large,
	largest: m.settings_text_largest
};

export const pinyinWords: [pinyin: Settings['pinyin'], name: () => string][] = [
	[false, m.settings_pinyin_asked],
	[true, m.settings_pinyin_always]
];

export const persistenceWords: Record<Persistence, () => string> = {
	unknown: () => '',
	open: m.settings_persist_open,
	persisted: m.settings_persist_persisted,
	refused: m.settings_persist_refused,
	unsupported: m.settings_persist_unsupported
};

export const memoryWords: Record<Failure, () => string> = {
	blocked: m.settings_memory_blocked,
	full: m.settings_memory_full,
	unavailable: m.settings_memory_unavailable,
	stale: m.settings_memory_unavailable
};

/** Why nothing was written, and what to do about it. */
export const failureWords: Record<Failure, () => string> = {
	blocked: m.settings_failed_blocked,
	full: m.settings_failed_full,
	unavailable: m.settings_failed_unavailable,
	stale: m.settings_failed_stale
};

/** What is wrong with a file, and the way out. */
export const fileWords: Record<FileProblem, () => string> = {
	'too-large': m.settings_file_too_large,
	unreadable: m.settings_file_unreadable,
	'no-json': m.settings_file_no_json,
	foreign: m.settings_file_foreign,
	newer: m.settings_file_newer,
	altered: m.settings_file_altered,
	empty: m.settings_file_empty
};

const lists: Record<string, (record: { number: number }) => string> = {
	steps: m.settings_record_step,
	lessons: m.settings_record_lesson,
	own: m.settings_record_own,
	quarantine: m.settings_record_damaged,
	review: m.settings_record_review
};

/** A place in a copy in words: `steps[3].rev` → `Step record 4, “rev”`. */
export function placeInWords(path: string): string {
	const [, list = '', index = '', key = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
	const record = lists[list]?.({ number: Number(index) + 1 });
	if (record) return key === '' ? record : m.settings_place_in({ record, key });
	return path === '' ? m.settings_place_whole() : m.settings_place_key({ key: path });
}

/** Bytes as a reader says them: `0 kB`, `340 kB`, `1.2 MB`, `2 GB`. */
export function bytesInWords(bytes: number): string {
	const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
	const power = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
	const format = { style: 'unit', unit: units[power], maximumFractionDigits: power === 0 ? 0 : 1 } as const;
	return new Intl.NumberFormat(getLocale(), format).format(bytes / 1000 ** (power + 1));
}

/** `at` is in milliseconds since 1970. */
export const dateInWords = (at: number): string =>
	new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
