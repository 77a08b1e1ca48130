/**
 * The exercises that belong to no lesson, by the ids under which their work is kept: a record like that of a lesson's
 * task. No lesson may have one of these ids (domain/lesson/reserved.ts).
 */
export const exerciseIds = ['error-hunt', 'capstone'] as const;
export type ExerciseId = (typeof exerciseIds)[number];

export const isExercise = (id: string): boolean => exerciseIds.some((one) => one === id);
