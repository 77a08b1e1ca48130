/** What a cell is called in a response, a score and its feedback; ids hold no blank, so no two cells are called alike. */
export const cellId = (row: string, source: string): string => `${row} ${source}`;
