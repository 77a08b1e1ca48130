/**
 * What the readers report while they read: mistakes of form, for which there is no rule to run afterwards. Each stands
 * in the README's table beside the rules; a test holds this list to what the code reports.
 */
export const readerCodes = {
	'ambiguous-target': 'A line below several cards says which it bears on: `(on …)`.',
	'bad-answer': 'An answer to a `.gap` or `.number` is written as a learner would write it, without an id.',
	'bad-attributes': 'Braces at the end of a heading are whole: `{.kind #id key="value" flag}`.',
	'bad-encoding': 'Files are text in UTF-8.',
	'bad-entry': 'An entry of a list has the form that its list asks for.',
	'bad-flow-expression': 'A branch’s `when` reads `score(frame) < number`, with `or` between several.',
	'bad-framing': 'A card of the comparison begins with its kind: `> [!western] c001`.',
	'bad-id': 'An id is Latin letters and digits, in parts joined by hyphens.',
	'bad-image':
		'A picture has alternative text that says what it shows, and a file beside the lesson: `![what it shows](picture.svg)`.',
	'bad-link': 'A link leads to an https address.',
	'bad-link-notation': 'A single link of a map reads `k however j`, or `[d + h however T]` for a grouping.',
	'bad-map-line':
		'A line of a reference begins with `because`, `however`, `evidence` or `optional`, cards in backticks; nothing stands below `optional` and `instead of`.',
	'bad-number': 'A number in braces is whole, from 1 to 100.',
	'bad-path': 'A file lies where its name puts it: `01-module/module.md`, `01-module/01-lesson.md`.',
	'bad-picture': 'A picture is a whole SVG, PNG, JPEG or WebP; an SVG holds no code and nothing from elsewhere.',
	'bad-policy':
		'A policy does not contradict itself: a last attempt can be reached, and what waits for a due date has one.',
	'bad-role':
		'The role of a card of the kit is `claim` or `evidence`, with `, twice` if it can be placed twice, or `, distractor: why` if it belongs nowhere.',
	'bad-table': 'A table has the columns that its place asks for, in any order, and each row a cell for each.',
	'bad-target': '`(on …)` names a card or a group on the line above.',
	'bad-truefalse': 'A `.truefalse` has exactly the options True and False.',
	'bad-value': 'A value in front matter or YAML is of the kind that its key asks for.',
	'bad-verdict': 'A reference says which way it leans: `verdict=for` or `verdict=against`.',
	'bad-yaml': 'Front matter and library files are well-formed YAML.',
	'card-without-quote': 'A card of the error hunt shows words of its source: its discrepancy has a `quote`.',
	'duplicate-number': 'Two lessons of a module, and two modules, have different numbers.',
	'empty-cell': 'A cell that must say something is not empty.',
	'empty-framing': 'A card of the comparison has a text.',
	'empty-hint': 'A hint says something.',
	'large-picture': 'A picture has at most 200 kB.',
	'lost-table': 'Rows of a table begin with `|` and stand below a head and a line `| --- |`.',
	'missing-attribute': 'Braces have what their kind needs, such as `sides=` and `picks=`.',
	'missing-blank': 'The heading of a `.gap` has its blank: `___`.',
	'missing-box': 'An option of a question has its box, `- [ ]` or `- [x]`.',
	'missing-feedback': 'Each option has feedback: a quotation below it.',
	'missing-file': 'The four library files exist, and a `module.md` in each module’s folder.',
	'missing-front-matter': 'A lesson begins with YAML between two lines `---`.',
	'missing-key': 'Front matter and library entries have the keys that they need.',
	'missing-picture': 'A picture that a lesson shows lies in the folder of the lesson.',
	'missing-section': 'A step has the sections that its kind needs.',
	'missing-text': 'An option that no source of the library stands for has a text.',
	'no-divergence': 'In a `.divergence` at least one segment differs.',
	'no-order': 'An `.order` has at least two ranks.',
	'one-column': 'The key of a `.whosaid` or `.matrix` uses at least two columns.',
	'raw-html': 'There is no HTML: all is said in Markdown.',
	'same-answer':
		'No two answers foreseen in a `.gap` are the same, and no slip of a `.number` is within its tolerance.',
	'reserved-id':
		'The ids of the exercises beyond the lessons, and the names `catalogue` and `teaching` of the app’s own data, are not given to a lesson.',
	'section-twice': 'A section that stands once in a step stands once.',
	'slug-differs': 'The id in the front matter is the name of the file or folder.',
	'status-without-why': 'A claim that is not confirmed says why: its correction is shown with it.',
	'step-out-of-order': 'Steps stand in the usual order.',
	'step-twice': 'Each kind of step stands once.',
	'too-few-options': 'A field of a `.classify-source` has at least two options.',
	'too-few-statements': 'A `.whosaid` has at least three statements.',
	'unexpected-block': 'A table, list or paragraph stands where its place asks for one.',
	'unknown-attribute': 'Braces have only what their heading knows.',
	'unknown-column': 'A statement of a `.whosaid` is given to one of the list above its table.',
	'unknown-degree': 'A segment of a `.divergence` is same, minor, degree or substantive.',
	'unknown-feedback-code': 'A misconception has one of the known codes.',
	'unknown-field': 'A field of a `.classify-source` is genre, mandate, audience, date, language or stance.',
	'unknown-flow-step': 'Branches, gates and policies name steps that the lesson has.',
	'unknown-frame': 'A frame is one of western, chinese, third-party, multilateral, shared and neutral-fact.',
	'unknown-item-kind': 'A question is of a known kind.',
	'unknown-key': 'Front matter and library entries have only keys that are read.',
	'unknown-label': 'A card of a best case is strong, weak, caricature or other.',
	'unknown-section': 'A `##` heading is one that its step knows.',
	'unknown-stance': 'A source of a `.matrix` asserts, denies, qualifies or is silent.',
	'unknown-step': 'A `#` heading is a step of a known kind.',
	'unreadable-markdown': 'The Markdown can be read.'
} as const;

/** Those of them that warn and do not stop the build. */
export const readerWarnings: readonly string[] = ['large-picture', 'step-out-of-order'];
