import { makeFeedback } from '#lib/domain/classroom/feedback/make-feedback.ts';
import { sealFeedback } from '#lib/domain/classroom/feedback/seal-feedback.ts';
import { feedbackZip } from '#lib/domain/classroom/feedback/zip.ts';
import type { CarriedLesson } from '#lib/domain/classroom/carried/model.ts';
import type { OpenClass, TextFile } from '#lib/domain/classroom/model.ts';
import { readPrivateKey } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import type { Sheet } from './sheet.ts';

interface Options {
	open: OpenClass;
	port: CryptoPort;
	/** Milliseconds since 1970. */
	now: number;
	/** Lessons with their key, for assignments that travelled without it. */
	revealed: CarriedLesson[];
	onsealed?: (done: number) => void;
}

/**
 * Feedback for every student whose result counts, each sealed so that only the device that handed it in opens it.
 * `failed` are the codes of results whose device key cannot be used.
 */
export async function sealAll(
	sheet: Sheet,
	{ open, port, now, revealed, onsealed }: Options
): Promise<{ files: TextFile[]; failed: string[] }> {
	const from = await readPrivateKey(open.privateKey, port);
	const files: TextFile[] = [];
	const failed: string[] = [];
	for (const { counted, code } of sheet.rows) {
		const kept = sheet.results.find(({ id }) => id === counted);
		const marks = kept && sheet.marks.get(kept.id);
		if (!kept || !marks) continue;
		const judgement = sheet.judgements.get(kept.id)?.data ?? null;
		const feedback = makeFeedback(kept, marks, { judgement, revealed, now });
		try {
			const to = { reply: kept.result.reply, from, title: sheet.assignment.title };
			files.push(await sealFeedback(feedback, to, port));
		} catch {
			failed.push(code);
		}
		onsealed?.(files.length + failed.length);
	}
	return { files, failed };
}

export { feedbackZip };
