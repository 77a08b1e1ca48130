import { Parser, Renderer } from 'marked';
import type { Token, Tokens } from 'marked';
import { inlineOf, markdown } from './markdown.ts';
import type { Html, Term } from '../model.ts';

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

/** A line can break after a button whatever follows it: a full stop would begin the next line, were it not held. */
const holdPunctuation = (html: string): string =>
	html.replace(/<button [^>]*class="term"[^>]*>[^<]*<\/button>[.,;:!?)\]”’…]+/g, '<span class="held">$&</span>');

/** Writes our HTML: no raw HTML, no unsafe address, Chinese marked as Chinese, terms as buttons for their lens. */
class LessonRenderer extends Renderer {
	/** Terms not yet met, longest first, so that a term inside another never wins. */
	waiting: Term[];
	/** Terms whose lens stands further up. */
	met: Term[] = [];
	/** How deep we are in links: a button must not stand in one. */
	links = 0;

	constructor(terms: readonly Term[]) {
		super();
		this.waiting = [...terms].toSorted((a, b) => b.characters.length - a.characters.length);
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
		if (!term) return inChinese(text);
		const at = this.placeOf(term, text);
		this.waiting = this.waiting.filter((other) => other !== term);
		this.met.push(term);
		const rest = text.slice(at + term.characters.length);
		const id = escapeHtml(`lens-${term.id}`);
		const button = `<button type="button" class="term" popovertarget="${id}" lang="zh-Hans">`;
		// Left before right: a term that stands on both sides becomes a button where it is read first.
		return `${this.run(text.slice(0, at))}${button}${escapeHtml(term.characters)}</button>${this.run(rest)}`;
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
	override image({ href, text }: Tokens.Image): string {
		if (!isSafeImage(href) || text.trim() === '') return '';
		return `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">`;
	}
}

/** HTML of blocks; the first occurrence of each of `terms` opens its lens. */
export const renderBlocks = (tokens: Token[], terms: readonly Term[] = []): Html =>
	holdPunctuation(Parser.parse(tokens, { ...markdown.defaults, renderer: new LessonRenderer(terms) }).trim()) as Html;

/** HTML of a line of Markdown, without a paragraph around it. */
export const renderInline = (text: string): Html =>
	Parser.parseInline(inlineOf(text), { ...markdown.defaults, renderer: new LessonRenderer([]) }).trim() as Html;
