// The door of the exchange: loaded only when a map is taken out or in.
export { toAif } from './aif.ts';
export type { Aif } from './aif.ts';
export { toArgdown } from './argdown.ts';
export { fromJson, mapFormat, maxFile, toJson } from './json.ts';
export type { FileProblem, MapFile } from './json.ts';
export { toOutlineText } from './outline-text.ts';
export { toSvg } from './svg.ts';
export type { ExchangeWords } from './text.ts';
export type { CheckedWords } from './remarks.ts';
