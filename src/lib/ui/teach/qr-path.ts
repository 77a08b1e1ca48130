import { encode } from 'uqr';

/** Modules of quiet around the code, as ISO/IEC 18004 asks. */
export const quiet = 4;

/**
 * The QR code of a text (level M) as the path of an SVG, one unit a module, and the length of its sides with the quiet
 * zone. Rows of dark modules are drawn as one stroke each: short, and without seams between them.
 */
export function qrPath(text: string): { path: string; size: number } {
	const { data, size } = encode(text, { ecc: 'M', border: 0 });
	const strokes: string[] = [];
	data.forEach((row, y) => {
		let x = 0;
		while (x < size) {
			let end = x;
			while (row[end]) end += 1;
			if (end > x) strokes.push(`M${x + quiet} ${y + quiet}h${end - x}v1h-${end - x}z`);
			x = end + 1;
		}
	});
	return { path: strokes.join(''), size: size + 2 * quiet };
}
