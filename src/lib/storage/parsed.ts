export { inside, parse, parseShape } from '#lib/domain/parsed/parse.ts';
export type { Mismatch, Parsed } from '#lib/domain/parsed/parse.ts';
