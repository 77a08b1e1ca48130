import { noteId } from '../read/html.ts';
import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

/** A note opens by a button, which may stand once and not in what is itself a button or a label. */
export const misplacedNote: Rule = {
	code: 'misplaced-note',
	about: 'Each footnote has one mark, in running text: not in a heading, an option or a card of the kit.',
	check(lesson, _library, places) {
		if (places.notes.size === 0) return [];
		const html = JSON.stringify(lesson);
		return [...places.notes.values()].flatMap(({ label, at }) => {
			const marks = [...places.doc.text.matchAll(new RegExp(`\\[\\^${label}\\](?!:)`, 'g'))];
			const opened = html.includes(`popovertarget=\\"${noteId(label)}\\"`);
			if (marks.length === 1 && opened) return [];
			const [first, second] = marks;
			return [
				problemAt(places.doc, second?.index ?? first?.index ?? at, {
					code: this.code,
					severity: marks.length === 0 ? 'warning' : 'error',
					found:
						marks.length === 0
							? `a footnote \`[^${label}]\` without a mark`
							: second
								? `a second mark of \`[^${label}]\``
								: `\`[^${label}]\` where no button can stand`,
					expected: 'one mark for each note, in a paragraph, a list or a table of the running text',
					mend:
						marks.length === 0
							? 'Put the mark where the note belongs, or take the note out.'
							: 'Move the mark, give a second one a note of its own, or say it in the feedback.'
				})
			];
		});
	}
};
