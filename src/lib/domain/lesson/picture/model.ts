/** What is known of a picture that lies beside a lesson. */
export interface Picture {
	type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
	/** In CSS pixels, both at least 1. */
	width: number;
	height: number;
	/** In bytes. */
	size: number;
}

/** Why a file cannot be shown: its format, by its name or its first bytes, or what an SVG must not hold. */
export interface PictureFault {
	fault: string;
	mend: string;
}

/** The pictures that lie beside lessons, by path within `lessons/`. */
export type Pictures = Readonly<Record<string, Picture | PictureFault>>;
