import { expect, test } from 'vitest';
import { minutesFor } from '#lib/domain/lesson/minutes.ts';
import { stepIds, type StepId } from '#lib/domain/lesson/model.ts';

const whole = { minutes: 45, steps: stepIds };

test.each<[StepId[], number]>([
	[[...stepIds], 45],
	[['check'], 10],
	[['speakers'], 5],
	[['check', 'weigh', 'reverse'], 25],
	[[], 0]
])('of a lesson of 45 minutes %j takes about %i', (asked, minutes) => {
	expect(minutesFor(whole, asked)).toBe(minutes);
});

test('a part never takes longer than its lesson, and what the lesson has not takes nothing', () => {
	expect(minutesFor({ minutes: 3, steps: ['orient', 'check'] }, ['check'])).toBe(3);
	expect(minutesFor({ minutes: 20, steps: ['orient', 'check'] }, ['orient', 'weigh'])).toBe(5);
	expect(minutesFor({ minutes: 20, steps: ['check'] }, ['check', 'weigh'])).toBe(20);
});
