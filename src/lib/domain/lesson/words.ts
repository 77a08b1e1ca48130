/** The most words that a quotation may have: the course speaks in its own words. */
export const longestQuotation = 15;

/** How many words a text has; marks that stand alone, such as dashes, are none. Chinese without spaces counts as one. */
export const wordCount = (text: string): number => (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
