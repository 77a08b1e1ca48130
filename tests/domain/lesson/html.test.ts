import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, plain } from '#lib/domain/lesson/read/markdown.ts';
import { checkMarkup, prose } from '#lib/domain/lesson/read/prose.ts';
import { renderInline } from '#lib/domain/lesson/read/html.ts';
import { createDoc } from '#lib/domain/lesson/doc.ts';
import { createReading, emptyLibrary } from '#lib/domain/lesson/reading.ts';
import type { Term } from '#lib/domain/lesson/model.ts';

const term = (id: string, characters: string): Term => ({
	id,
	characters,
	words: [],
	literal: '',
	renderings: [],
	note: ''
});

function render(text: string, terms: Term[] = []) {
	const library = { ...emptyLibrary(), terms: Object.fromEntries(terms.map((one) => [one.id, one])) };
	const reading = { ...createReading(createDoc('a.md', text), library), terms: terms.map(({ id }) => id) };
	const blocks = blocksOf(reading, reading.doc.text, 0);
	checkMarkup(reading, blocks);
	return { html: prose(reading, blocks), codes: reading.problems.map(({ code, column }) => `${code} ${column}`) };
}

const button = (id: string, text: string): string =>
	`<button type="button" class="term" popovertarget="lens-${id}" lang="zh-Hans">${text}</button>`;

describe('prose', () => {
	test('opens the lens of a term where it is met first, and only there', () => {
		expect(render('强国 and **强国**.', [term('qiangguo', '强国')]).html).toBe(
			`<p>${button('qiangguo', '强国')} and <strong><span lang="zh-Hans">强国</span></strong>.</p>`
		);
	});

	test('takes the longest of the terms that begin in a run', () => {
		const terms = [term('qiangguo', '强国'), term('wangluo-qiangguo', '网络强国')];
		expect(render('网络强国战略', terms).html).toBe(
			`<p>${button('wangluo-qiangguo', '网络强国')}<span lang="zh-Hans">战略</span></p>`
		);
	});

	test('opens the lens of a term that ends in a plus', () => {
		expect(render('互联网+ is Internet Plus', [term('hulianwang-jia', '互联网+')]).html).toBe(
			`<p>${button('hulianwang-jia', '互联网+')} is Internet Plus</p>`
		);
	});

	test('opens no lens in the middle of a longer term that was met before', () => {
		const terms = [term('qiangguo', '强国'), term('wangluo-qiangguo', '网络强国')];
		expect(render('网络强国, 网络强国 and 强国', terms).html).toBe(
			`<p><span class="held">${button('wangluo-qiangguo', '网络强国')},</span> <span lang="zh-Hans">网络强国</span> and ${button('qiangguo', '强国')}</p>`
		);
	});

	test.each([
		['.', ''],
		['),', ' so'],
		['”?', '']
	])('holds %j on the line of the term before it', (held, after) => {
		expect(render(`强国${held}${after}`, [term('qiangguo', '强国')]).html).toBe(
			`<p><span class="held">${button('qiangguo', '强国')}${held}</span>${after}</p>`
		);
	});

	test('makes no button inside a link', () => {
		expect(render('[强国](https://example.org/a)', [term('qiangguo', '强国')]).html).toBe(
			'<p><a href="https://example.org/a" rel="noopener noreferrer"><span lang="zh-Hans">强国</span></a></p>'
		);
	});

	test('marks Chinese with the punctuation inside it and leaves quotation marks as written', () => {
		expect(render('“强大，文明。” it’s').html).toBe('<p>“<span lang="zh-Hans">强大，文明</span>。” it’s</p>');
	});

	test.each([
		['a <b>c</b>', '<p>a c</p>', ['raw-html 3']],
		['<script>alert(1)</script>', '', ['raw-html 1']],
		['<!-- note -->', '', ['raw-html 1']],
		['a <pre> <x onclick="y"> & < b', '<p>a   &amp; &lt; b</p>', ['raw-html 3', 'raw-html 9']],
		['[a](javascript:alert(1))', '<p>a</p>', ['bad-link 1']],
		['[a](/b)', '<p>a</p>', ['bad-link 1']],
		[
			'<https://example.org>',
			'<p><a href="https://example.org" rel="noopener noreferrer">https://example.org</a></p>',
			[]
		],
		['![a](b.svg)', '<p><img src="b.svg" alt="a" loading="lazy"></p>', []],
		['![a](../b.svg)', '<p></p>', ['bad-image 1']],
		['1 < 2 &amp; `<i>`', '<p>1 &lt; 2 &amp; <code>&lt;i&gt;</code></p>', []]
	])('of %j is %j', (text, html, codes) => {
		expect(render(text)).toEqual({ html, codes });
	});

	test('is made of our own elements and attributes only, whatever is written', () => {
		const pieces = fc.constantFrom(
			'<',
			'>',
			'"',
			"'",
			'&',
			'`',
			'*',
			'[',
			']',
			'(',
			')',
			'!',
			'\n',
			'\n\n',
			'- ',
			'> ',
			'| a | b |\n|---|:-:|\n',
			'网络强国',
			'[网信]{wǎng "x',
			': y}',
			'[^a]',
			'\n\n[^a]: <b>"z"',
			' ',
			'<script>',
			'<img src=x onerror=y>',
			'<pre>',
			'</pre>',
			'<a href="https://a.b">',
			'javascript:x',
			'https://a.b',
			'](',
			'```\n',
			'&lt;',
			'#',
			'1. '
		);
		const names =
			'p|em|strong|del|code|pre|ul|ol|li|h[1-6]|blockquote|div|table|thead|tbody|tr|t[hd]|hr|br|span|button|a|img|small|sup|ruby|rp|rt';
		const attributes =
			'type|class|data-pinyin|popovertarget|lang|href|rel|src|alt|loading|align|start|role|tabindex|aria-label|id';
		const element = new RegExp(`</?(?:${names})(?: (?:(?:${attributes})="[^"<>]*"|popover))*>`, 'g');
		fc.assert(
			fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
				const { html } = render(parts.join(''), [term('wangluo-qiangguo', '网络强国')]);
				expect(html.replace(element, '')).not.toMatch(/[<>]/);
				expect(html).not.toMatch(/(?:href|src)="(?!https:\/\/|[\w./-]+")/);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('Chinese with its sound', () => {
	const written = 'The [网信办]{wǎngxìnbàn: the regulator} said so.';

	test('opens it on demand in running text', () => {
		expect(render(written).html).toBe(
			'<p>The <button type="button" class="term" data-pinyin="wǎngxìnbàn" popovertarget="say-1" lang="zh-Hans">网信办</button>' +
				'<span class="note" role="note" popover id="say-1"><ruby lang="zh-Hans">网信办<rp> (</rp>' +
				'<rt lang="zh-Latn-pinyin">wǎngxìnbàn</rt><rp>)</rp></ruby> the regulator</span> said so.</p>'
		);
	});

	test('is known to each term and to a part of whole words, for those who want it always shown', () => {
		const commission = {
			...term('weiyuanhui', '中央委员会'),
			words: [
				{ characters: '中央', pinyin: 'zhōngyāng', gloss: 'centre' },
				{ characters: '委员会', pinyin: 'wěiyuánhuì', gloss: 'commission' }
			]
		};
		const { html } = render('委员会, 员会 and 中央委员会', [commission]);
		expect([...html.matchAll(/ data-pinyin="([^"]*)"[^>]*>([^<]*)/g)].map(([, ...found]) => found)).toEqual([
			['wěiyuánhuì', '委员会'],
			['zhōngyāng wěiyuánhuì', '中央委员会']
		]);
	});

	test('shows it at once in a label, where no button may stand', () => {
		expect(renderInline(written)).toBe(
			'The <ruby lang="zh-Hans">网信办<rp> (</rp><rt lang="zh-Latn-pinyin">wǎngxìnbàn</rt><rp>)</rp></ruby> said so.'
		);
		expect(plain(written)).toBe('The 网信办 said so.');
	});

	test('gives each of two its own popover', () => {
		const { html } = render(`${written}\n\n${written}`);
		expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['say-1', 'say-2']);
	});
});

describe('a footnote', () => {
	test('opens beside its mark, wherever its text stands, numbered by the first mark', () => {
		const { html, codes } = render('One[^b], two[^a].\n\n[^a]: *First* text,\nin two lines.\n\n[^b]: <i>x</i> & y.');
		expect(html).toContain(
			'One<sup><button type="button" class="term" popovertarget="note-b" aria-label="Note 1">1</button></sup>' +
				'<span class="note" role="note" popover id="note-b">x &amp; y.</span>, two'
		);
		expect(html).toContain(
			'aria-label="Note 2">2</button></sup><span class="note" role="note" popover id="note-a"><em>First</em> text, in two lines.</span>'
		);
		expect(html).not.toContain('[^');
		expect(codes).toEqual([]);
	});

	test('of a label that was given before is told', () => {
		expect(render('A[^a].\n\n[^a]: x\n\n[^a]: y').codes).toEqual(['duplicate-id 1']);
	});
});

describe('a table', () => {
	test('scrolls by itself and is named after its columns', () => {
		expect(render('| who | *says* |\n|---|--:|\n| a | 网 |').html).toBe(
			'<div class="wrap" role="region" tabindex="0" aria-label="who, says"><table>\n<thead>\n<tr>\n<th>who</th>\n' +
				'<th align="right"><em>says</em></th>\n</tr>\n</thead>\n<tbody><tr>\n<td>a</td>\n' +
				'<td align="right"><span lang="zh-Hans">网</span></td>\n</tr>\n</tbody></table>\n</div>'
		);
	});
});

describe('inline HTML', () => {
	test('has no paragraph and no button', () => {
		expect(renderInline('*a* 强国')).toBe('<em>a</em> <span lang="zh-Hans">强国</span>');
	});
});

describe('plain text', () => {
	test('is what Markdown says, on one line', () => {
		expect(plain('**a** `b`\n[c](https://d.e) &amp; “强国” \\*')).toBe('a b c & “强国” *');
	});
});
