import type { TextFile } from '#lib/domain/classroom/model.ts';

// Plain text: phones share few other kinds of file.
const fileOf = ({ name, text }: TextFile): File => new File([text], name, { type: 'text/plain' });

/** Whether this browser can hand a file over to another app. */
export function canShare(file: TextFile): boolean {
	try {
		return navigator.canShare?.({ files: [fileOf(file)] }) ?? false;
	} catch {
		return false;
	}
}

/** Hands the file over as the student chooses. `left`: they closed the choice again. Never rejects. */
export async function share(file: TextFile): Promise<'shared' | 'left' | 'failed'> {
	try {
		await navigator.share({ files: [fileOf(file)], title: file.name });
		return 'shared';
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError' ? 'left' : 'failed';
	}
}
