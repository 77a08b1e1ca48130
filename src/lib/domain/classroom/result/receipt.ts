import { digest } from '../../digest.ts';
import type { Receipt, Result, TextFile } from '../model.ts';

/** Eight hexadecimal digits of a file's SHA-256 in pairs, as `3f 0a 91 c4`: short enough to be read aloud. */
export const checkOf = (text: string): string => digest(text).slice(0, 8).match(/../g)?.join(' ') ?? '';

/** What the student keeps of a sealed file. It says nothing of delivery, which the page adds once the file left. */
export const receiptOf = (result: Pick<Result, 'id' | 'attempt' | 'handedInAt'>, file: TextFile): Receipt => ({
	id: result.id,
	attempt: result.attempt,
	file: file.name,
	madeAt: result.handedInAt,
	check: checkOf(file.text),
	via: []
});
