import type { PictureFault } from './model.ts';

type Size = { width: number; height: number };
type Found = Size | PictureFault;

const spoilt = (format: string): PictureFault => ({
	fault: `bytes that are no ${format}`,
	mend: `Save the picture again as ${format}, or correct the ending of its name.`
});

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const big16 = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1);
const big32 = (bytes: Uint8Array, index: number): number => big16(bytes, index) * 65536 + big16(bytes, index + 2);
const little16 = (bytes: Uint8Array, index: number): number => at(bytes, index) + at(bytes, index + 1) * 256;
const little24 = (bytes: Uint8Array, index: number): number => little16(bytes, index) + at(bytes, index + 2) * 65536;
const says = (bytes: Uint8Array, index: number, text: string): boolean =>
	[...text].every((character, i) => at(bytes, index + i) === character.charCodeAt(0));
const sized = (format: string, width: number, height: number): Found =>
	width >= 1 && height >= 1 ? { width, height } : spoilt(format);

/** PNG, third edition: the signature, then IHDR with two 32-bit sizes. */
export function readPng(bytes: Uint8Array): Found {
	if (!says(bytes, 1, 'PNG\r\n') || !says(bytes, 12, 'IHDR')) return spoilt('PNG');
	return sized('PNG', big32(bytes, 16), big32(bytes, 20));
}

/** JPEG (ITU-T T.81): segments up to the first start of frame, SOF0…SOF15 but for DHT, JPG and DAC. */
export function readJpeg(bytes: Uint8Array): Found {
	if (big16(bytes, 0) !== 0xffd8) return spoilt('JPEG');
	let index = 2;
	while (index + 8 < bytes.length && at(bytes, index) === 0xff) {
		const marker = at(bytes, index + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return sized('JPEG', big16(bytes, index + 7), big16(bytes, index + 5));
		index += marker === 0xff ? 1 : 2 + Math.max(2, big16(bytes, index + 2));
	}
	return spoilt('JPEG');
}

/** WebP (RFC 9649): lossy, lossless, or extended with its canvas. */
export function readWebp(bytes: Uint8Array): Found {
	if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return spoilt('WebP');
	if (says(bytes, 12, 'VP8 ')) return sized('WebP', little16(bytes, 26) & 0x3fff, little16(bytes, 28) & 0x3fff);
	if (says(bytes, 12, 'VP8X')) return sized('WebP', little24(bytes, 24) + 1, little24(bytes, 27) + 1);
	if (!says(bytes, 12, 'VP8L')) return spoilt('WebP');
	const bits = little24(bytes, 21) + at(bytes, 24) * 2 ** 24;
	return sized('WebP', (bits & 0x3fff) + 1, (Math.floor(bits / 2 ** 14) & 0x3fff) + 1);
}

/** What a drawing must not hold: code, and anything that is loaded from elsewhere. */
const wild: readonly [RegExp, string][] = [
	[/<\s*(?:\w+:)?script/i, 'a script'],
	[/\son\w+\s*=/i, 'an event handler'],
	[/<\s*(?:\w+:)?foreignObject/i, 'foreign content'],
	[/<!(?:DOCTYPE|ENTITY)[^>]*\[/i, 'entities of its own'],
	[/javascript:/i, 'a script'],
	[/(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpeg|webp);)/i, 'a link to something else'],
	[/@import|url\(\s*["']?(?!#)/i, 'a style from elsewhere']
];

/** SVG 2: the size of the root element, or else that of its `viewBox`. */
export function readSvg(bytes: Uint8Array): Found {
	const text = new TextDecoder().decode(bytes);
	const root = /<svg\b[^>]*>/.exec(text)?.[0];
	if (root === undefined || !/<\/svg>\s*$/.test(text)) return spoilt('SVG');
	const found = wild.find(([shape]) => shape.test(text.replace(/\sxmlns(?::\w+)?\s*=\s*(["']).*?\1/g, '')));
	if (found)
		return { fault: `an SVG with ${found[1]}`, mend: 'Export it as plain SVG, with text and fonts as shapes.' };
	const number = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1] ?? 0);
	const [, , boxWidth = 0, boxHeight = 0] = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? '').split(/[\s,]+/).map(Number);
	const width = Math.round(number('width') || boxWidth);
	const height = Math.round(number('height') || boxHeight);
	if (width >= 1 && height >= 1) return { width, height };
	return { fault: 'an SVG without a size', mend: 'Give `<svg>` a `viewBox`, or `width` and `height` in pixels.' };
}
