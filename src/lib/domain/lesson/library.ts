import * as v from 'valibot';
import { frames } from '../frame.ts';
import { createDoc } from './doc.ts';
import { isId, named } from './id.ts';
import { accesses, claimKinds, claimStatuses, recordCertainties } from './library-values.ts';
import { sortProblems, fileProblem } from './problem.ts';
import { createReading, emptyLibrary, has, mention, placed, report } from './reading.ts';
import { readShape, readYaml } from './read/yaml.ts';
import { libraryRules } from './rules/index.ts';
import { longestQuotation, wordCount } from './words.ts';
import { slips } from './model.ts';
import type { Claim, Discrepancy, Library, Problem, Source, Term } from './model.ts';
import type { Path } from './read/yaml.ts';
import type { MentionKind, Reading } from './reading.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const ids = v.optional(v.array(text), []);
const quotation = v.pipe(
	text,
	v.check((words) => wordCount(words) <= longestQuotation, `at most ${longestQuotation} words`)
);
const source = v.strictObject({
	title: text,
	short: text,
	who: text,
	mandate: text,
	genre: text,
	audience: text,
	date: text,
	language: text,
	perspective: v.picklist(frames),
	knowsBy: text,
	limits: text,
	use: text,
	url: v.optional(v.pipe(v.string(), v.startsWith('https://'))),
	access: v.picklist(accesses)
});
const term = v.strictObject({
	characters: text,
	words: v.optional(v.array(v.strictObject({ characters: text, pinyin: text, gloss: text })), []),
	literal: text,
	renderings: v.optional(v.array(v.strictObject({ text, usedBy: ids, suggests: text })), []),
	note: v.optional(v.string(), '')
});
const claim = v.strictObject({
	statement: text,
	source: text,
	locator: v.optional(text),
	framing: v.picklist(frames),
	kind: v.picklist(claimKinds),
	status: v.picklist(claimStatuses),
	why: v.optional(v.string(), ''),
	checkedBy: ids,
	discrepancies: ids
});
const discrepancy = v.pipe(
	v.strictObject({
		kind: text,
		sources: ids,
		says: text,
		record: text,
		certainty: v.picklist(recordCertainties),
		quote: v.optional(v.strictObject({ source: text, text: quotation })),
		slip: v.optional(v.picklist(slips))
	}),
	v.forward(
		v.check(({ sources, quote }) => !quote || sources.includes(quote.source), 'one of its `sources`'),
		['quote', 'source']
	)
);

export const libraryFiles = ['sources.yaml', 'glossary.yaml', 'claims.yaml', 'discrepancies.yaml'] as const;
type LibraryFile = (typeof libraryFiles)[number];

/**
 * Reads a file that maps ids to data. An entry that does not hold its shape is reported and stands as `blank`, so
 * that what refers to it is not reported as well.
 */
function readEntries<S extends v.GenericSchema<unknown, object>, T extends object>(
	reading: Reading,
	schema: S,
	blank: v.InferOutput<S>,
	make: (id: string, data: v.InferOutput<S>, at: At) => T
): Record<string, T> | null {
	const entries: Record<string, T> = {};
	const yaml = readYaml(reading, reading.doc.text, 0);
	if (!yaml) return null;
	// A file of comments, as a new course begins with.
	if (yaml.value === null) return {};
	if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
		report(reading, yaml.at([]), {
			code: 'bad-value',
			found: Array.isArray(yaml.value) ? 'a list' : 'a text',
			expected: 'ids, each with its data below it',
			mend: 'Begin each entry with its id and a colon, without a hyphen: `my-id:`, and indent its keys by two spaces.'
		});
		return null;
	}
	for (const id of Object.keys(yaml.value)) {
		named(reading, id, { what: 'entry', scope: reading.doc.file, at: yaml.keyAt([id]), text: id });
		if (!isId(id)) continue;
		const data = readShape(reading, yaml, [id], schema) ?? blank;
		entries[id] = placed(
			reading,
			make(id, data, (path) => yaml.at([id, ...path])),
			yaml.keyAt([id])
		);
	}
	return entries;
}

const blankSource = {
	title: '',
	short: '',
	who: '',
	mandate: '',
	genre: '',
	audience: '',
	date: '',
	language: '',
	perspective: 'neutral-fact',
	knowsBy: '',
	limits: '',
	use: '',
	access: 'read'
} as const satisfies v.InferOutput<typeof source>;
const blankTerm: v.InferOutput<typeof term> = { characters: '', words: [], literal: '', renderings: [], note: '' };
const blankClaim: v.InferOutput<typeof claim> = {
	statement: '',
	source: '',
	framing: 'neutral-fact',
	kind: 'fact',
	status: 'unverified',
	why: '',
	checkedBy: [],
	discrepancies: []
};
const blankDiscrepancy: v.InferOutput<typeof discrepancy> = {
	kind: '',
	sources: [],
	says: '',
	record: '',
	certainty: 'recalled'
};

type At = (path: Path) => number;

const refer = (reading: Reading, kind: MentionKind, all: readonly string[], at: At, path: Path): void =>
	all.forEach((id, i) => mention(reading, kind, id, at([...path, i])));

/** A status that needs a word of explanation, since it is shown with the claim. */
function needWhy(reading: Reading, made: Claim, at: number): void {
	if (made.status === 'confirmed' || made.why.trim() !== '' || made.statement === '') return;
	report(reading, at, {
		code: 'status-without-why',
		found: `status \`${made.status}\` without \`why\``,
		expected: 'a correction that can be shown beside the claim',
		mend: 'Add `why:` and say what checking showed.'
	});
}

/** Problems of mentions whose library file could not be read say nothing: the file was reported already. */
export const withoutUnread = (problems: readonly Problem[], unread: readonly MentionKind[]): Problem[] =>
	problems.filter(({ code }) => !unread.some((kind) => code === `unknown-${kind}`));

/**
 * Compiles the four files that all lessons share. `files` is keyed by path within `lessons/`; a missing file is a
 * problem. Each id that the files use must exist in them. The library holds what could be read; `unread` names the
 * kinds whose whole file could not be.
 */
export function compileLibrary(files: Readonly<Record<string, string>>): {
	library: Library;
	problems: Problem[];
	unread: MentionKind[];
} {
	const library = emptyLibrary();
	const problems: Problem[] = [];
	const readings: Reading[] = [];
	const unread: MentionKind[] = [];
	const read = <T>(file: LibraryFile, kind: MentionKind, entries: (reading: Reading) => Record<string, T> | null) => {
		if (!has(files, file))
			problems.push(
				fileProblem(file, {
					code: 'missing-file',
					found: 'no such file',
					expected: `\`lessons/${file}\``,
					mend: 'Add the file.'
				})
			);
		const reading = createReading(createDoc(file, has(files, file) ? (files[file] ?? '') : ''), library);
		const found = has(files, file) ? entries(reading) : null;
		if (found === null) unread.push(kind);
		readings.push(reading);
		return found ?? {};
	};
	library.sources = read('sources.yaml', 'source', (reading) =>
		readEntries(reading, source, blankSource, (id, data): Source => ({ id, ...data }))
	);
	library.terms = read('glossary.yaml', 'term', (reading) =>
		readEntries(reading, term, blankTerm, (id, data, at): Term => {
			data.renderings.forEach(({ usedBy }, i) => refer(reading, 'source', usedBy, at, ['renderings', i, 'usedBy']));
			return { id, ...data };
		})
	);
	library.claims = read('claims.yaml', 'claim', (reading) =>
		readEntries(reading, claim, blankClaim, (id, data, at): Claim => {
			if (data.source !== '') mention(reading, 'source', data.source, at(['source']));
			refer(reading, 'source', data.checkedBy, at, ['checkedBy']);
			refer(reading, 'discrepancy', data.discrepancies, at, ['discrepancies']);
			needWhy(reading, { id, ...data }, at(['status']));
			return { id, ...data };
		})
	);
	library.discrepancies = read('discrepancies.yaml', 'discrepancy', (reading) =>
		readEntries(reading, discrepancy, blankDiscrepancy, (id, data, at): Discrepancy => {
			refer(reading, 'source', data.sources, at, ['sources']);
			return { id, ...data };
		})
	);
	for (const reading of readings) {
		problems.push(...reading.problems);
		for (const rule of libraryRules) problems.push(...rule.check(library, reading.places));
	}
	return { library, problems: sortProblems(withoutUnread(problems, unread)), unread };
}
