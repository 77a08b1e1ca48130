import { usualPolicy, withPolicy } from '../../quiz/policy.ts';
import type { QuizPolicy } from '../../quiz/policy.ts';
import type { Assignment } from '../model.ts';

/**
 * How a quiz of an assignment is taken: as its lesson says, but for what the assignment says, and with the assignment's
 * due date. What the instructor marks tells nothing, shows no key and has no hints, since none of it travelled; and it
 * is begun anew only as a whole, since nobody can say what was wrong.
 */
export function assignedPolicy(
	{ policy, due, marking }: Pick<Assignment, 'policy' | 'due' | 'marking'>,
	lesson: QuizPolicy = usualPolicy
): QuizPolicy {
	const said = { ...withPolicy(lesson, policy), due };
	if (marking === 'instructor') return { ...said, feedback: 'never', key: 'never', retry: 'all' };
	// Without a date "after it" would never come.
	const dated = <T extends string>(when: T): T | 'never' => (when === 'after-due' && due === null ? 'never' : when);
	return { ...said, feedback: dated(said.feedback), key: dated(said.key) };
}

/**
 * Whether an instructor may mark a lesson: only where it can travel without its key. The keys of built-in lessons are in
 * the app's own files, on every student's device.
 */
export const canMarkByInstructor = ({ builtIn }: { builtIn: boolean }): true | 'built-in' =>
	builtIn ? 'built-in' : true;
