/** Of one class. */
export const mostStudents = 5000;

/** Bounds that the form and the schema share. */
export const longest = { title: 80, note: 600, className: 60, lessons: 40 } as const;
