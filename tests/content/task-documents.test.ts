import { expect, test } from 'vitest';
import { readContent } from '../../src/cli/read-content.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { stepDocumentOf } from '#lib/content/documents.ts';

const { content } = compileContent(readContent('lessons'));
if (!content) throw new Error('The lessons do not compile: `npm run lessons -- check` says where.');

test.each(content.lessons.map((lesson) => [lesson.id, lesson] as const))(
	'the source task of %s has every discrepancy of its claims at hand, whatever their status',
	(_id, lesson) => {
		const task = lesson.steps.find(({ id }) => id === 'task');
		if (!task) throw new Error('Each lesson of the course has a source task.');
		const { claims, discrepancies } = stepDocumentOf(content, lesson, task);
		const named = Object.values(claims).flatMap((claim) => claim.discrepancies);
		expect(Object.keys(discrepancies).toSorted()).toEqual([...new Set(named)].toSorted());
		expect(Object.keys(claims).length).toBeGreaterThan(0);
	}
);
