import type { TokenizerAndRendererExtension, Tokens } from 'marked';

// What our Markdown has beside GitHub's. Each reads well on a viewer that does not know it.

/** Chinese with its sound: `[网信办]{wǎngxìnbàn}`, or `[网信办]{wǎngxìnbàn: the internet regulator}` with a gloss. */
export interface Spoken extends Tokens.Generic {
	type: 'spoken';
	text: string;
	pinyin: string;
	gloss: string;
}

/** The mark of a footnote, `[^label]`. */
export interface NoteMark extends Tokens.Generic {
	type: 'note-mark';
	label: string;
}

/** A footnote's text: a paragraph that begins with `[^label]:`, anywhere in the file. */
export interface NoteText extends Tokens.Generic {
	type: 'note-text';
	label: string;
	text: string;
}

/** What a renderer must know to write them. */
export interface NotationRenderer {
	spoken(token: Spoken): string;
	noteMark(token: NoteMark): string;
}

/** The shape of `[…]{…}`: characters, pinyin and gloss. */
export const spokenShape = /\[([\p{Script=Han}·，、]+)\]\{\s*([^{}\n:|]*?)\s*(?::\s*([^{}\n|]*?)\s*)?\}/u;
const spokenHere = new RegExp(`^${spokenShape.source}`, 'u');

const spoken: TokenizerAndRendererExtension = {
	name: 'spoken',
	level: 'inline',
	start: (source) => spokenShape.exec(source)?.index,
	tokenizer(source): Spoken | undefined {
		const match = spokenHere.exec(source);
		if (!match) return undefined;
		const [raw, text = '', pinyin = '', gloss = ''] = match;
		return { type: 'spoken', raw, text, pinyin, gloss };
	},
	renderer(token) {
		return (this.parser.renderer as unknown as NotationRenderer).spoken(token as Spoken);
	}
};

const noteMark: TokenizerAndRendererExtension = {
	name: 'note-mark',
	level: 'inline',
	start: (source) => source.match(/\[\^/)?.index,
	tokenizer(source): NoteMark | undefined {
		const match = /^\[\^([\w-]+)\](?!:)/.exec(source);
		return match ? { type: 'note-mark', raw: match[0], label: match[1] ?? '' } : undefined;
	},
	renderer(token) {
		return (this.parser.renderer as unknown as NotationRenderer).noteMark(token as NoteMark);
	}
};

const noteText: TokenizerAndRendererExtension = {
	name: 'note-text',
	level: 'block',
	start: (source) => source.match(/^\[\^[\w-]+\]:/m)?.index,
	tokenizer(source): NoteText | undefined {
		const match = /^\[\^([\w-]+)\]:[ \t]*([^\n]*(?:\n(?!\[\^|[ \t]*\n)[^\n]+)*)(?:\n|$)/.exec(source);
		const [raw, label = '', text = ''] = match ?? [];
		return raw === undefined ? undefined : { type: 'note-text', raw, label, text: text.replace(/\s+/g, ' ').trim() };
	},
	renderer: () => ''
};

export const extensions = [spoken, noteMark, noteText];
