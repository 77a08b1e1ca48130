import { isExercise } from '../learning/exercise.ts';

/** Folders of the site's own data (src/routes/data) among those of the lessons, which are called by their ids. */
export const dataFolders = ['catalogue', 'teaching'] as const;

/** What else goes by this id, so that no lesson may; null: nothing does. */
export function reservedFor(id: string): string | null {
	if (isExercise(id)) return 'the work of an exercise is kept under this one';
	return dataFolders.some((one) => one === id) ? 'the app keeps data of its own under this one' : null;
}
