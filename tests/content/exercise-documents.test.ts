import { expect, test } from 'vitest';
import { huntDocumentOf } from '#lib/content/exercise-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { readContent } from '../../src/cli/read-content.ts';

test('each card of the error hunt has the words of a source that is named with its date', () => {
	const { content } = compileContent(readContent('lessons'));
	const hunt = content && huntDocumentOf(content);
	expect(hunt?.cards.length).toBeGreaterThan(50);
	for (const { id, quote } of hunt?.cards ?? []) expect(hunt?.sources[quote.source]?.date, id).toMatch(/\S/);
});
