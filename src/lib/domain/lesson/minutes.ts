import type { StepId } from './model.ts';

/*
 * A lesson says how long the whole of it takes; its steps have no minutes of their own. They share the lesson's: for each
 * kind of step, minutes of 45, from the nine lessons of the course: what there is to read at 200 words a minute, and a
 * minute for each question, a line to write, or three cards to place.
 */
const weights: Record<StepId, number> = {
	orient: 2,
	speakers: 2,
	framings: 9,
	task: 5,
	check: 9,
	weigh: 10,
	reverse: 5,
	close: 3
};
const sum = (steps: readonly StepId[]): number => steps.reduce((so, step) => so + weights[step], 0);

/**
 * About how many minutes some steps of a lesson take: all of them exactly the lesson's, a part its share, rounded up to
 * five and never more than the lesson. Steps that the lesson has not are not counted; of none it is 0.
 */
export function minutesFor(lesson: { minutes: number; steps: readonly StepId[] }, asked: readonly StepId[]): number {
	const own = lesson.steps.filter((step) => asked.includes(step));
	if (own.length === lesson.steps.length) return lesson.minutes;
	const share = (lesson.minutes * sum(own)) / sum(lesson.steps);
	return Math.min(lesson.minutes, 5 * Math.ceil(share / 5));
}
