// The door. A page that only takes answers imports `ready.ts` itself, and its later kinds bring `ready-later.ts`: what
// marks them comes with the first check.
export type { Feedback, ItemOf, PublicItem, PublicOf, ResponseOf } from './kind.ts';
export { certaintyMark, certaintyMarks } from './certainty.ts';
export { feedbackFor, scoreResponse } from './mark.ts';
export { moveEntry } from './order/move.ts';
export { parseResponse } from './parse.ts';
export { publicItem } from './public-item.ts';
export { validateResponse } from './ready.ts';
