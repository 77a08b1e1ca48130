import { readJpeg, readPng, readSvg, readWebp } from './formats.ts';
import type { Picture, PictureFault } from './model.ts';

/** A learner on a bad line loads every picture of the step: 200 kB take about a second and a half of 1.2 Mbit/s. */
export const mostBytes = 200_000;

const readers = {
	png: ['image/png', readPng],
	jpg: ['image/jpeg', readJpeg],
	jpeg: ['image/jpeg', readJpeg],
	webp: ['image/webp', readWebp],
	svg: ['image/svg+xml', readSvg]
} as const;
export const pictureEndings = Object.keys(readers);

export const isPictureName = (name: string): boolean =>
	pictureEndings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** Reads type and size from a file's name and bytes; anything but a whole PNG, JPEG, WebP or tame SVG is a fault. */
export function readPicture(name: string, bytes: Uint8Array): Picture | PictureFault {
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	if (!Object.hasOwn(readers, ending))
		return {
			fault: `a file that ends in \`.${ending}\``,
			mend: 'Save it as SVG (drawings), WebP or JPEG (photographs), or PNG (screens).'
		};
	const [type, read] = readers[ending as keyof typeof readers];
	const found = read(bytes);
	return 'fault' in found ? found : { type, ...found, size: bytes.length };
}
