import * as v from 'valibot';
import type { ArgumentMap, Kit } from '../model.ts';
import { parseMap } from '../parse.ts';
import type { MapProblem } from '../parse.ts';

export const mapFormat = 'parallax-argument-map';
export const mapVersion = 1;
/** A file above this is not read at all: far more than any map that is accepted. */
export const maxFile = 2_000_000;

export interface MapFile {
	format: typeof mapFormat;
	version: typeof mapVersion;
	/** The lesson whose kit the cards are from. */
	lesson?: string;
	map: ArgumentMap;
}

/** The map as a file of our own; `fromJson` of it is the same map. */
export function toJson(map: ArgumentMap, lesson?: string): string {
	const file: MapFile = { format: mapFormat, version: mapVersion, ...(lesson !== undefined && { lesson }), map };
	return `${JSON.stringify(file, null, '\t')}\n`;
}

const FileSchema = v.object({
	format: v.literal(mapFormat),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	lesson: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
	map: v.unknown()
});

export type FileProblem =
	| MapProblem
	| {
			code: 'too-large' | 'not-json' | 'newer-version' | 'other-lesson';
			path: string;
			found: string;
			expected: string;
	  };

/**
 * A map from a file of ours, for this kit (and this lesson, where it is given). Every problem is told with the path,
 * what was expected and what was found; at most 20. Cycles, links of a card to itself, ids twice, and cards that the
 * kit does not have are refused, and so is a file that is too large, before it is read.
 */
export function fromJson(text: string, kit: Kit, lesson?: string): { map: ArgumentMap } | { problems: FileProblem[] } {
	if (text.length > maxFile) return one('too-large', '', `${text.length}`, `${maxFile}`);
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch (error) {
		return one('not-json', '', error instanceof Error ? error.message.slice(0, 120) : '', 'JSON');
	}
	const file = v.safeParse(FileSchema, input);
	if (!file.success) {
		const problems = file.issues.map((issue): FileProblem => ({
			code: 'shape',
			path: (issue.path ?? []).map(({ key }) => String(key)).join('.'),
			// What is not there was not found.
			found: issue.received === 'undefined' ? '' : issue.received.slice(0, 80),
			expected: issue.expected ?? 'another value'
		}));
		// Of a file of another kind all else would be told too, and means nothing.
		const kind = problems.find(({ path }) => path === '' || path === 'format');
		return { problems: kind ? [kind] : problems };
	}
	const { version, lesson: from, map } = file.output;
	if (version > mapVersion) return one('newer-version', 'version', `${version}`, `${mapVersion}`);
	if (lesson !== undefined && from !== undefined && from !== lesson) return one('other-lesson', 'lesson', from, lesson);
	const parsed = parseMap(map, kit);
	if ('map' in parsed) return parsed;
	const below = (path: string): string => (path === '' ? 'map' : `map.${path}`);
	return { problems: parsed.problems.map((problem) => ({ ...problem, path: below(problem.path) })) };
}

const one = (
	code: Exclude<FileProblem['code'], MapProblem['code']>,
	path: string,
	found: string,
	expected: string
): { problems: FileProblem[] } => ({ problems: [{ code, path, found, expected }] });
