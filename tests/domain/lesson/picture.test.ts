import { describe, expect, test } from 'vitest';
import { readPicture } from '#lib/domain/lesson/picture/picture.ts';

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
const svg = (inner: string, attributes = 'viewBox="0 0 30 20"'): Uint8Array =>
	new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>\n`);

describe('a picture', () => {
	test.each<[string, Uint8Array, string, number, number]>([
		[
			'a.png',
			bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 2, 0, 0, 0, 1, 44, 8, 6]),
			'image/png',
			512,
			300
		],
		[
			'a.JPG',
			bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 1, 44, 2, 0, 3, 0, 0, 0]),
			'image/jpeg',
			512,
			300
		],
		[
			'a.webp',
			bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0, 2, 44, 1]),
			'image/webp',
			512,
			300
		],
		[
			'a.webp',
			bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 255, 1, 0, 43, 1, 0]),
			'image/webp',
			512,
			300
		],
		['a.svg', svg('<path d="M0 0" fill="url(#g)"/>'), 'image/svg+xml', 30, 20],
		['a.svg', svg('', 'width="60px" height="40" viewBox="0 0 30 20"'), 'image/svg+xml', 60, 40]
	])('%s tells its size', (name, data, type, width, height) => {
		expect(readPicture(name, data)).toEqual({ type, width, height, size: data.length });
	});

	test.each<[string, Uint8Array, string]>([
		['a.gif', bytes('GIF89a'), 'a file that ends in `.gif`'],
		['a.png', bytes('<html>'), 'bytes that are no PNG'],
		['a.jpg', bytes([0xff, 0xd8, 0xff]), 'bytes that are no JPEG'],
		['a.webp', bytes('RIFF'), 'bytes that are no WebP'],
		['a.svg', bytes('hello'), 'bytes that are no SVG'],
		['a.svg', svg('', ''), 'an SVG without a size'],
		['a.svg', svg('<script>x</script>'), 'an SVG with a script'],
		['a.svg', svg('<g onload="x()"/>'), 'an SVG with an event handler'],
		['a.svg', svg('<image href="https://example.org/x.png"/>'), 'an SVG with a link to something else'],
		['a.svg', svg('<style>@import "x";</style>'), 'an SVG with a style from elsewhere'],
		['a.svg', svg('<foreignObject/>'), 'an SVG with foreign content']
	])('%s is refused with what is wrong', (name, data, fault) => {
		expect(readPicture(name, data)).toMatchObject({ fault });
	});
});
