import { taking } from '#lib/state/taking.ts';
import TakenQuiz from './TakenQuiz.svelte';

// One file for all that a quiz needs when its lesson says how it is taken, or has hints.
export { taking, TakenQuiz };
