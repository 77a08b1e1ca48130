import { mostBytes } from './picture.ts';
import type { Teaching } from '../problem.ts';
import type { Picture, PictureFault, Pictures } from './model.ts';

/** The pictures that one lesson may show, and where the app has them. */
export interface Shelf {
	files: Pictures;
	/** The folder of the lesson's file, within `lessons/`; '' for the top. */
	folder: string;
	/** What stands before a picture's path in its address, without a slash at its end. */
	address: string;
}

const fileOf = ({ files, folder }: Shelf, href: string): Picture | PictureFault | undefined => {
	const path = folder === '' ? href : `${folder}/${href}`;
	return Object.hasOwn(files, path) ? files[path] : undefined;
};

/** Address and size of a picture; null if it cannot be shown. */
export function shownFrom(shelf: Shelf, href: string): { src: string; width: number; height: number } | null {
	const file = fileOf(shelf, href);
	if (!file || 'fault' in file) return null;
	return { src: `${shelf.address}/${href}`, width: file.width, height: file.height };
}

/** What is wrong with a picture that a lesson shows; null for nothing. */
export function pictureTrouble(shelf: Shelf, href: string): Teaching | null {
	const file = fileOf(shelf, href);
	if (!file)
		return {
			code: 'missing-picture',
			found: `no file \`${href}\` beside the lesson`,
			expected: `\`lessons/${shelf.folder}/${href}\``,
			mend: 'Put the picture into the folder of the lesson, or correct the name; small and capital letters differ.'
		};
	if ('fault' in file)
		return { code: 'bad-picture', found: file.fault, expected: 'SVG, PNG, JPEG or WebP', mend: file.mend };
	if (file.size <= mostBytes) return null;
	return {
		code: 'large-picture',
		severity: 'warning',
		found: `${Math.ceil(file.size / 1000)} kB`,
		expected: `at most ${mostBytes / 1000} kB`,
		mend: 'Make it smaller, 1200 pixels wide or less, or save it as WebP: many learners pay for every kilobyte.'
	};
}
