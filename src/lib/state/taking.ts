import { arranged, drawItems } from '#lib/domain/quiz/draw.ts';
import type { Taking } from './quiz-session.svelte.ts';

/** A whole number ≥ 1 from the browser's own dice. */
const freshSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) + 1;

export const taking: Taking = { drawItems, arranged, freshSeed };
