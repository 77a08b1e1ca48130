import { Parser, Renderer } from 'marked';
import type { Token, Tokens } from 'marked';
import { shownFrom } from '../picture/shelf.ts';
import { inlineOf, markdown, plain } from './markdown.ts';
import type { Html, Term } from '../model.ts';
import type { Note } from '../reading.ts';
import type { Shelf } from '../picture/shelf.ts';
import type { NotationRenderer, NoteMark, Spoken } from './extensions.ts';

/** Links go to other sites over https only. */
export const isSafeLink = (href: string): boolean => /^https:\/\/[^\s"'<>\\`]+$/i.test(href);
/** Pictures come with the course: a relative path that stays below the lesson. */
export const isSafeImage = (href: string): boolean => /^(?!.*\.\.)[\w-]+(?:[./][\w-]+)*$/.test(href);

/** Escapes text for HTML and for attributes in double quotes; a character reference that the author wrote stays one. */
export const escapeHtml = (text: string): string =>
	text
		.replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);)/gi, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');

/** A run of Chinese: Han characters, what punctuation stands between two of them, and a plus at the end (互联网+). */
export const chinese =
	/\p{Script=Han}(?:[\p{Script=Han}，。、；：！？《》〈〉「」『』（）〔〕·…—]*\p{Script=Han})?\+?/gu;

const inChinese = (text: string): string => (text === '' ? '' : `<span lang="zh-Hans">${escapeHtml(text)}</span>`);

/** What text refers to outside of itself. */
export interface Surroundings {
	/** Terms whose first occurrence opens their lens. */
	terms: readonly Term[];
	notes: ReadonlyMap<string, Note>;
	/** A new id for a word's popover; null where no button can stand: there the sound is shown at once. */
	spokenId: (() => string) | null;
	/** Null where it is not known which pictures there are. */
	shelf: Shelf | null;
}

const nowhere: Surroundings = { terms: [], notes: new Map(), spokenId: null, shelf: null };

/** The id of a footnote's popover. */
export const noteId = (label: string): string => `note-${label}`;

const ruby = ({ text, pinyin }: Spoken): string =>
	`<ruby lang="zh-Hans">${escapeHtml(text)}<rp> (</rp><rt lang="zh-Latn-pinyin">${escapeHtml(pinyin)}</rt><rp>)</rp></ruby>`;

/** For those who set that pinyin is always shown: the style sheet writes it beside the characters. */
const sound = (pinyin: string): string => (pinyin === '' ? '' : ` data-pinyin="${escapeHtml(pinyin)}"`);

/** How a term, or a part of it that is made of whole words, is said; empty for other parts. */
function pinyinOf({ words }: Term, text: string): string {
	for (let from = 0; from < words.length; from++)
		for (let to = from + 1; to <= words.length; to++) {
			const some = words.slice(from, to);
			if (some.map(({ characters }) => characters).join('') === text) return some.map(({ pinyin }) => pinyin).join(' ');
		}
	return '';
}

const lensButton = (term: Term, text: string): string =>
	`<button type="button" class="term"${sound(pinyinOf(term, text))} popovertarget="${escapeHtml(`lens-${term.id}`)}" lang="zh-Hans">${escapeHtml(text)}</button>`;

/** A line can break after a button whatever follows it: a full stop would begin the next line, were it not held. */
const holdPunctuation = (html: string): string =>
	html.replace(/<button [^>]*class="term"[^>]*>[^<]*<\/button>[.,;:!?)\]”’…]+/g, '<span class="held">$&</span>');

/** Writes our HTML: no raw HTML, no unsafe address, Chinese marked as Chinese, terms as buttons for their lens. */
class LessonRenderer extends Renderer implements NotationRenderer {
	/** Terms not yet met, longest first, so that a term inside another never wins. */
	waiting: Term[];
	/** Terms of which a part has opened the lens. */
	parts = new Set<string>();
	/** Terms whose lens stands further up. */
	met: Term[] = [];
	/** How deep we are in links: a button must not stand in one. */
	links = 0;

	around: Surroundings;

	constructor(around: Surroundings) {
		super();
		this.around = around;
		this.waiting = [...around.terms].toSorted((a, b) => b.characters.length - a.characters.length);
	}

	/** Text with its Chinese marked. */
	marked(text: string): string {
		let html = '';
		let at = 0;
		for (const run of text.matchAll(chinese)) {
			html += escapeHtml(text.slice(at, run.index)) + this.run(run[0]);
			at = run.index + run[0].length;
		}
		return html + escapeHtml(text.slice(at));
	}

	/** Where a term stands in a run, but not as part of a longer one that was met before; -1 if it does not. */
	placeOf({ characters }: Term, text: string): number {
		const longer = this.met.filter((one) => one.characters.includes(characters));
		const free = longer.reduce(
			(rest, one) => rest.replaceAll(one.characters, '\0'.repeat(one.characters.length)),
			text
		);
		return free.indexOf(characters);
	}

	/** A run of Chinese: the first occurrence of each waiting term is a button, the rest a span. */
	run(text: string): string {
		const term = this.links > 0 ? undefined : this.waiting.find((one) => this.placeOf(one, text) !== -1);
		if (!term) return this.part(text);
		const at = this.placeOf(term, text);
		this.waiting = this.waiting.filter((other) => other !== term);
		this.met.push(term);
		const rest = text.slice(at + term.characters.length);
		// Left before right: a term that stands on both sides becomes a button where it is read first.
		return `${this.run(text.slice(0, at))}${lensButton(term, term.characters)}${this.run(rest)}`;
	}

	/** A run that is part of a term, as 委员会 is of a commission's whole name, opens its lens too; else a span. */
	part(text: string): string {
		const whole =
			this.links > 0 || [...text].length < 2
				? undefined
				: this.around.terms.find(
						({ id, characters }) => characters !== text && characters.includes(text) && !this.parts.has(id)
					);
		if (!whole) return inChinese(text);
		this.parts.add(whole.id);
		return lensButton(whole, text);
	}

	override text(token: Tokens.Text | Tokens.Escape): string {
		// Never `token.escaped`: marked passes text after `<pre>` or `<script>` through as it is.
		if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens);
		return this.marked(token.text);
	}
	override html(): string {
		return '';
	}
	override codespan({ text }: Tokens.Codespan): string {
		return `<code>${this.marked(text)}</code>`;
	}
	override code({ text }: Tokens.Code): string {
		return `<pre><code>${escapeHtml(text)}\n</code></pre>\n`;
	}
	override checkbox({ checked }: Tokens.Checkbox): string {
		return checked ? '☑ ' : '☐ ';
	}
	override link({ href, tokens }: Tokens.Link): string {
		this.links += 1;
		const text = this.parser.parseInline(tokens);
		this.links -= 1;
		return isSafeLink(href) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${text}</a>` : text;
	}
	override image({ href, text, title }: Tokens.Image): string {
		if (!isSafeImage(href) || text.trim() === '') return '';
		const shown = this.around.shelf ? shownFrom(this.around.shelf, href) : { src: href };
		if (!shown) return '';
		const size = 'width' in shown ? ` width="${shown.width}" height="${shown.height}"` : '';
		const image = `<img src="${escapeHtml(shown.src)}" alt="${escapeHtml(text)}"${size} loading="lazy">`;
		return title ? `${image}<small>${this.marked(title)}</small>` : image;
	}
	override table(token: Tokens.Table): string {
		// A wide table scrolls by itself on a phone, by keyboard as well, and so needs a name.
		const name = token.header.map((cell) => plain(cell.text)).join(', ');
		return `<div class="wrap" role="region" tabindex="0" aria-label="${escapeHtml(name)}">${super.table(token)}</div>\n`;
	}

	/** Chinese with its sound: behind a button in running text, above the characters where a button cannot stand. */
	spoken(token: Spoken): string {
		const id = this.links === 0 ? this.around.spokenId?.() : undefined;
		if (id === undefined) return ruby(token);
		const gloss = token.gloss === '' ? '' : ` ${this.marked(token.gloss)}`;
		return (
			`<button type="button" class="term"${sound(token.pinyin)} popovertarget="${id}" lang="zh-Hans">${escapeHtml(token.text)}</button>` +
			`<span class="note" role="note" popover id="${id}">${ruby(token)}${gloss}</span>`
		);
	}

	/** A footnote's mark and, beside it, its text: no page has to be searched for it, and print shows it in place. */
	noteMark({ label }: NoteMark): string {
		const note = this.around.notes.get(label);
		if (!note || this.links > 0) return '';
		const id = escapeHtml(noteId(label));
		const text = renderInline(note.text);
		return (
			`<sup><button type="button" class="term" popovertarget="${id}" aria-label="Note ${note.number}">${note.number}</button></sup>` +
			`<span class="note" role="note" popover id="${id}">${text}</span>`
		);
	}
}

/** HTML of blocks. */
export const renderBlocks = (tokens: Token[], around: Surroundings = nowhere): Html =>
	holdPunctuation(Parser.parse(tokens, { ...markdown.defaults, renderer: new LessonRenderer(around) }).trim()) as Html;

/** HTML of a line of Markdown, without a paragraph or a button: it may stand in a label. */
export const renderInline = (text: string, shelf: Surroundings['shelf'] = null): Html =>
	Parser.parseInline(inlineOf(text), {
		...markdown.defaults,
		renderer: new LessonRenderer({ ...nowhere, shelf })
	}).trim() as Html;
