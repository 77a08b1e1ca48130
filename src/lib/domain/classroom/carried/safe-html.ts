/** What the lesson compiler writes, and nothing else: tags, each with the attributes that it may have. */
const tags: Readonly<Record<string, readonly string[]>> = {
	a: ['href', 'rel', 'lang'],
	blockquote: [],
	br: [],
	button: ['type', 'class', 'popovertarget', 'lang', 'aria-label', 'data-pinyin'],
	code: [],
	del: [],
	div: ['class', 'role', 'tabindex', 'aria-label'],
	em: [],
	h1: [],
	h2: [],
	h3: [],
	h4: [],
	h5: [],
	h6: [],
	hr: [],
	li: [],
	ol: ['start'],
	p: [],
	pre: [],
	rp: [],
	rt: ['lang'],
	ruby: ['lang'],
	small: [],
	span: ['class', 'lang', 'role', 'popover', 'id'],
	strong: [],
	sup: [],
	table: [],
	tbody: [],
	td: ['align'],
	th: ['align'],
	thead: [],
	tr: [],
	ul: []
};

const values: Readonly<Record<string, RegExp>> = {
	href: /^https:\/\/[^\s"'<>\\`]+$/i,
	rel: /^noopener noreferrer$/,
	lang: /^[A-Za-z-]{2,20}$/,
	type: /^button$/,
	class: /^(?:term|held|more|note|wrap)$/,
	popovertarget: /^(?:lens|say|note)-[\p{L}\p{M}\p{N}._-]+$/u,
	id: /^(?:say|note)-[\p{L}\p{M}\p{N}._-]+$/u,
	role: /^(?:region|note)$/,
	tabindex: /^0$/,
	'aria-label': /^[^<>]*$/,
	'data-pinyin': /^[^<>]*$/,
	start: /^\d{1,6}$/,
	align: /^(?:left|right|center)$/,
	popover: /^$/
};

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*(\/?)>/y;
const attribute = /\s+([a-z-]+)(?:="([^"]*)")?/g;

/** The first piece of markup in `html` that the compiler could not have written; null: there is none. */
export function strangeMarkup(html: string): string | null {
	for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
		tag.lastIndex = at;
		const found = tag.exec(html);
		const piece = html.slice(at, at + 60);
		const [whole = '', closing, name = '', written = ''] = found ?? [];
		if (!found || !Object.hasOwn(tags, name)) return piece;
		if (closing !== '' && written !== '') return piece;
		for (const [, key = '', value = ''] of written.matchAll(attribute))
			if (!tags[name]?.includes(key) || !values[key]?.test(value)) return piece;
		at += whole.length;
	}
	return null;
}

/** Pictures stay with the course that they belong to; where a lesson travels, their text stands for them. */
export const withoutPictures = (html: string): string =>
	html.replace(/<img [^>]*\balt="([^"]*)"[^>]*>/g, '<em>[$1]</em>');
