import * as v from 'valibot';

const key = 'parallax:settings';

// Each setting falls back alone: one unknown value never costs the others.
const schema = v.object({
	theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
	/** Pinyin is shown without being asked for. */
	pinyin: v.fallback(v.boolean(), false),
	textSize: v.fallback(v.picklist(['normal', 'large', 'largest']), 'normal')
});
export type Settings = v.InferOutput<typeof schema>;

export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Settings from anything: what is not one of the known values becomes its default. */
export function toSettings(input: unknown): Settings {
	const plain = typeof input === 'object' && input !== null ? input : {};
	return v.parse(schema, { theme: undefined, pinyin: undefined, textSize: undefined, ...plain });
}

/**
 * `where` is asked each time (`() => localStorage`), because naming localStorage already throws where it is
 * forbidden. Gives the defaults when it throws, is missing, or holds something else.
 */
export function readSettings(where: () => KeyValue | undefined): Settings {
	try {
		return toSettings(JSON.parse(where()?.getItem(key) ?? '{}'));
	} catch {
		return toSettings({});
	}
}

/** Whether they were kept; when not they hold for this page only. */
export function writeSettings(where: () => KeyValue | undefined, settings: Settings): boolean {
	try {
		const storage = where();
		storage?.setItem(key, JSON.stringify(settings));
		return storage !== undefined;
	} catch {
		return false;
	}
}

export function clearSettings(where: () => KeyValue | undefined): boolean {
	try {
		where()?.removeItem(key);
		return true;
	} catch {
		return false;
	}
}
