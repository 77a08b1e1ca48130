import { readFileSync } from 'node:fs';

/** The tour of all kinds of items, as the compiler gets it: texts by path within `lessons/`. */
const root = new URL('../../lessons/fixtures/tour/', import.meta.url);

export const tourPath = '01-tour/01-every-kind.md';
const paths = ['sources.yaml', 'glossary.yaml', 'claims.yaml', 'discrepancies.yaml', '01-tour/module.md', tourPath];

export const tour = (): Record<string, string> =>
	Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
