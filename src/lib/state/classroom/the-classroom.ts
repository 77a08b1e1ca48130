import { openClassroom, type ClassroomStore } from '#lib/storage/classroom/store.ts';

let opened: Promise<ClassroomStore> | undefined;

/** The one store of classes of this tab, opened when first asked for. */
export const theClassroom = (): Promise<ClassroomStore> => (opened ??= openClassroom({ now: Date.now }));
