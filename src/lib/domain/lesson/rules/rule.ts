import { listed, suggest } from '../nearest.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import type { Lesson, Library, Problem, Step, StepId } from '../model.ts';
import type { MentionKind, Places } from '../reading.ts';

/** A mistake that authors can make, with a message that teaches how to mend it. One a file, like a linter's. */
export interface Rule {
	code: string;
	/** What holds where it says nothing, in a sentence for the table of the README. */
	about: string;
	/** Judges the lesson as a whole, so says nothing while parts of it could not be read. */
	whole?: true;
	/** `lesson` holds what could be read, which may be less than was written; `places` tells where. */
	check(lesson: Lesson, library: Library, places: Places): Problem[];
}

/** A rule that sees data all lessons share, and so holds for the library's own files too. */
export interface LibraryRule {
	code: string;
	about: string;
	check(library: Library, places: Places): Problem[];
}

type StepOf<I extends StepId> = Extract<Step, { id: I }>;

/** The lesson's step of a kind, if it has one. */
export const stepOf = <I extends StepId>(lesson: Lesson, id: I): StepOf<I> | undefined =>
	lesson.steps.find((step): step is StepOf<I> => step.id === id);

/** A problem for each mention of `kind` whose id is not among `known`. `file` is where such things are listed. */
export function unknownMentions(places: Places, kind: MentionKind, known: readonly string[], file: string): Problem[] {
	const ids = new Set(known);
	const all = known.length > 0 && known.length <= 20 ? `: ${listed(known)}` : '';
	return places.mentions
		.filter((mention) => mention.kind === kind && !ids.has(mention.id))
		.map(({ id, at }) =>
			problemAt(places.doc, at, {
				code: `unknown-${kind}`,
				found: `\`${id}\``,
				expected: `the id of ${kind === 'outcome' ? 'an' : 'a'} ${kind} in ${file}${all}`,
				mend: suggest(id, known, `Correct the id, or add the ${kind} to ${file}.`)
			})
		);
}

/** What lies outside a band, as warnings at the step of the comparison. */
export const bandProblems = (
	code: string,
	out: readonly { code: string; found: string; expected: string; mend: string }[],
	lesson: Lesson,
	places: Places
): Problem[] => {
	const step = stepOf(lesson, 'framings');
	return out
		.filter((one) => step && one.code === code)
		.map((one) => problemAt(places.doc, step ? placeOf(places, step) : 0, { ...one, severity: 'warning' }));
};
