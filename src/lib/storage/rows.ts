import type { Contents, Rows } from './contents.ts';
import { answerTo } from './database.ts';

export const generationOf = async (tx: IDBTransaction): Promise<number> => {
	const [row] = (await answerTo(tx.objectStore('generations').getAll())) as { number: number }[];
	return row?.number ?? 0;
};

export const quarantineOf = (tx: IDBTransaction): Promise<Contents['quarantine']> =>
	answerTo(tx.objectStore('quarantine').getAll());

export async function lessonRowsOf(tx: IDBTransaction): Promise<Rows & Omit<Contents, 'lessons'>> {
	const [lessons, quarantine] = await Promise.all([answerTo(tx.objectStore('lessons').getAll()), quarantineOf(tx)]);
	return { steps: [], lessons, own: [], quarantine, review: [] };
}

export async function rowsOf(tx: IDBTransaction): Promise<Rows> {
	const [steps, own, review, rest] = await Promise.all([
		answerTo(tx.objectStore('steps').getAll()),
		answerTo(tx.objectStore('own').getAll()),
		answerTo(tx.objectStore('review').getAll()),
		lessonRowsOf(tx)
	]);
	return { ...rest, steps, own, review };
}
