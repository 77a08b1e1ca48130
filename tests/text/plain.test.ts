import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, renderInline } from '#lib/domain/lesson/read/html.ts';
import { plain } from '#lib/ui/text/plain.ts';

describe('the plain text of HTML', () => {
	test('leaves the tags out and keeps the words', () => {
		expect(plain('the <em>same</em> <span lang="zh-Hans">网络强国</span>')).toBe('the same 网络强国');
	});

	test('keeps the words of two lines apart', () => {
		expect(plain('<strong>Match each</strong><br><span class="more">One has none.</span>')).toBe(
			'Match each One has none.'
		);
	});

	test('undoes the escaping once, not twice', () => {
		expect(plain('R&amp;D &lt;b&gt; &quot;x&quot; it&#39;s')).toBe('R&D <b> "x" it\'s');
		expect(plain('&amp;lt;')).toBe('&lt;');
	});

	test('is the very text that the compiler escaped', () => {
		// A character reference that the author wrote stays one in the compiler's HTML; all else comes back.
		const part = fc.constantFrom('<', '>', '&', '"', "'", ';', 'amp', 'lt', '#39', '网络', ' ', 'a', '</p>');
		const text = fc
			.array(part)
			.map((parts) => parts.join(''))
			.filter((one) => !/&(?:#|[a-z])\w*;/i.test(one));
		fc.assert(
			fc.property(text, (words) => {
				expect(plain(escapeHtml(words))).toBe(words);
			})
		);
	});

	test('is what a line of Markdown says without its marks', () => {
		expect(
			plain(renderInline('**Xinhua** says “cyber *superpower*”, [CSIS](https://example.org/?a=1&b=2) < 网络强国'))
		).toBe('Xinhua says “cyber superpower”, CSIS < 网络强国');
	});

	test('never has a tag of the compiler in it', () => {
		const words = fc.constantFrom(
			// No letter that could make the name of a tag out of the writer's own brackets.
			'w',
			'*',
			'**',
			'`',
			'网',
			' ',
			'[x](https://x.y)',
			'<',
			'>',
			'&',
			'"',
			"'",
			'_',
			'\\'
		);
		fc.assert(
			fc.property(
				fc.array(words).map((parts) => parts.join('')),
				(line) => {
					expect(plain(renderInline(line))).not.toMatch(/<\/?(?:em|strong|code|a|span|button|img|p|br|del)\b[^>]*>/);
				}
			)
		);
	});
});
