import { problemAt } from '../problem.ts';
import { codeWatch, mendMark } from '../read/marks.ts';
import type { Rule } from './rule.ts';

/** A line that was meant to be an option or a heading, and is neither, goes unseen: it ends up in the text above. */
export const lostMark: Rule = {
	code: 'lost-mark',
	about:
		'Bullets, boxes and headings are written `- `, `[ ]` or `[x]`, and `# `; `check --fix` mends what a word processor made of them.',
	check(_lesson, _library, { doc }) {
		const isCode = codeWatch();
		return doc.text.split('\n').flatMap((line, index) => {
			const mended = isCode(line) ? null : mendMark(line);
			if (!mended) return [];
			const start = doc.starts[index] ?? 0;
			return [
				problemAt(doc, start + line.search(/[^ \t>]/), {
					code: this.code,
					found: mended.wrong,
					expected: `\`${mended.line.trim().slice(0, 40)}\``,
					mend: 'Write it so; `check --fix` does it.'
				})
			];
		});
	}
};
