import { describe, expect, test } from 'vitest';
import { applyCommand } from '#lib/domain/argument/commands.ts';
import { emptyMapWork, parseMapWork } from '#lib/domain/argument/work.ts';
import { scoreMap } from '#lib/domain/argument/index.ts';
import { attemptResult } from '#lib/domain/learning/results.ts';
import { changesBetween, needsNewVersion } from '#lib/domain/lesson/changes.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { publicItem } from '#lib/domain/quiz/index.ts';
import { keptAnswers } from '#lib/domain/quiz/kept.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { fitQuizWork, type QuizAttempt, type QuizWork } from '#lib/domain/quiz/work.ts';
import { lessonPath, smallCourse } from '../domain/lesson/small.ts';
import type { Lesson, Step, StepId } from '#lib/domain/lesson/model.ts';

function compiled(...changes: [passage: string, replacement: string][]): Lesson {
	const files = smallCourse();
	for (const [passage, replacement] of changes) {
		expect(files[lessonPath]).toContain(passage);
		files[lessonPath] = (files[lessonPath] ?? '').replace(passage, () => replacement);
	}
	const { content, problems } = compileContent(files);
	if (!content) throw new Error(JSON.stringify(problems));
	return content.lessons[0]!;
}
function step<I extends StepId>(lesson: Lesson, id: I): Extract<Step, { id: I }> {
	return lesson.steps.find((one): one is Extract<Step, { id: I }> => one.id === id)!;
}

const before = compiled();
/** As it comes back from the disk: every item answered by the key, and checked. */
const saved: Pick<QuizWork, 'responses' | 'certainties'> & { earlier: Pick<QuizAttempt, 'responses'>[] } = JSON.parse(
	JSON.stringify({
		attempt: 2,
		responses: {
			change: { kind: 'single', choice: 'quality' },
			hold: { kind: 'multiple', choices: ['rank'] },
			'year-true': { kind: 'truefalse', answer: true },
			stages: { kind: 'order', order: ['meeting', 'review', 'echo'] },
			who: { kind: 'match', pairs: { a: 'strength', b: 'rank', c: null } }
		},
		certainties: { change: 'certain' },
		checked: ['change', 'hold', 'year-true', 'stages', 'who'],
		earlier: [{ responses: { change: { kind: 'single', choice: 'number' } }, certainties: {} }]
	})
);

/** What the app makes of the saved work in a changed lesson. */
function reopened(lesson: Lesson) {
	const { items } = step(lesson, 'check');
	const work = parseQuizWork(saved)!;
	const fitted = fitQuizWork(items.map(publicItem), work);
	const { responses, certainties } = fitted;
	expect({ responses, certainties }).toEqual({ responses: saved.responses, certainties: saved.certainties });
	expect(fitted.earlier.map((one) => one.responses)).toEqual(saved.earlier.map((one) => one.responses));
	const { frames } = attemptResult(items, fitted, usualPolicy);
	return { checked: fitted.checked, frames, kept: keptAnswers(items.map(publicItem), work) };
}
const effects = (after: Lesson): string[] => changesBetween(before, after).map(({ what, effect }) => `${what} ${effect}`);

const question = '## Which hold? {.multiple #hold';
const harmless: [what: string, changes: [string, string][]][] = [
	['rewording', [['The number\n', 'How many there are\n'], ['What changes?', 'What is new?'], ['Not that.', 'No.']]],
	[
		'reordering options',
		[['- [ ] `number` The number\n  > Not that.\n- [x] `quality` The quality of 网络强国\n  > Yes.', '- [x] `quality` The quality of 网络强国\n  > Yes.\n- [ ] `number` The number\n  > Not that.']]
	],
	['adding a question before the others', [['## What changes?', '## New? {.single #new sides="shared" claims="c001"}\n\n- [x] `yes` Yes\n  > Yes.\n- [ ] `no` No\n  > No.\n\n## What changes?']]]
];

describe('saved answers', () => {
	test.each(harmless)('stand, checked and marked as before, after %s', (_, changes) => {
		const after = compiled(...changes);
		const { checked, frames, kept } = reopened(after);
		expect(checked).toEqual(saved.checked);
		expect(kept).toEqual({ kept: saved.checked, reopened: [], setAside: [] });
		const old = reopened(before).frames;
		expect({ western: frames.western, chinese: frames.chinese }).toEqual({ western: old.western, chinese: old.chinese });
		expect(effects(after)).toEqual([]);
		expect(needsNewVersion(before, after)).toBe(false);
	});

	test('of a question that is gone are set aside, and come back with it', () => {
		const text = smallCourse()[lessonPath] ?? '';
		const hold = text.slice(text.indexOf(question), text.indexOf('## The meeting'));
		// Its points for both sides are made up by another question.
		const after = compiled([hold, ''], ['outcomes="parts"}', 'outcomes="parts" points=3}']);
		const { checked, kept } = reopened(after);
		expect(checked).not.toContain('hold');
		expect(kept.setAside).toEqual(['hold']);
		expect(effects(after)).toContain('item `hold` set-aside');
		expect(needsNewVersion(before, after)).toBe(true);
		expect(reopened(before).checked).toContain('hold');
	});

	test('that name an option which is gone are shown again, open', () => {
		const after = compiled(['- [x] `quality`', '- [x] `worth`'], ['version: 1', 'version: 2']);
		const { checked, kept } = reopened(after);
		expect(checked).toEqual(saved.checked.filter((id) => id !== 'change'));
		expect(kept.reopened).toEqual(['change']);
		expect(changesBetween(before, after).map(({ said }) => said)).toEqual([
			'item `change` has to be answered again by those whose answer names `quality`.'
		]);
		expect(needsNewVersion(before, after)).toBe(false);
	});

	test.each<[string, [string, string][], string]>([
		['a key that is turned', [['- [x] True', '- [ ] True'], ['- [ ] False', '- [x] False']], 'item `year-true` remarked'],
		['other points', [['points=2', 'points=3']], 'item `hold` remarked'],
		['an entry more to order', [['3. = `echo`', '3. `talk` Talk\n   > Talk.\n4. = `echo`']], 'item `stages` reopened'],
		['another kind', [[question, '## Which hold? {.single #hold']], 'item `hold` reopened'],
		['an option of the stance taken out', [['- `power` “cyber power”\n', '']], 'option `power` set-aside'],
		['a line of the task taken out', [['## How sure are you? {#sure}\n', '']], 'line `sure` set-aside'],
		['a reference that accepts more', [['- `d however a` instead of', '- `d because a` instead of']], 'the references remarked'],
		['a card of a best case taken out', [['| `pro-2` | weak | c002 | Many write so. | Habit only. |\n', '']], 'item `fair` reopened']
	])('after %s: the author is told, and has to raise the version', (_, changes, told) => {
		const after = compiled(...changes);
		expect(effects(after)).toEqual([told]);
		expect(needsNewVersion(before, after)).toBe(true);
		expect(needsNewVersion(before, { ...after, version: before.version + 1 })).toBe(false);
	});
});

describe('a saved map', () => {
	const { kit } = step(before, 'weigh');
	const built = applyCommand(kit, emptyMapWork(kit).map, { type: 'add', card: 'd', kind: 'objection', target: { card: 'T' }, id: 'g1' });
	if (!('map' in built)) throw new Error('The command was refused.');
	const work = JSON.parse(JSON.stringify({ ...emptyMapWork(kit), map: built.map, attempts: [built.map] }));

	test('stands after the cards were reworded, reordered and one was added', () => {
		const after = step(compiled(['One reading is not the use.', 'A reading is no use.'], ['| `a` | claim | western | Use decides. | c002 | review-2015 |\n', ''], ['| `x1` |', '| `a` | claim | western | Use decides. | c002 | review-2015 |\n| `x9` | claim, distractor: beside the point | western | New. | c002 | — |\n| `x1` |']), 'weigh');
		expect(parseMapWork(after.kit, work)?.map).toEqual(built.map);
	});

	test('keeps a card that is gone from the kit, and is scored without a failure', () => {
		const after = compiled(
			['| `d` | claim | western | One reading is not the use. | c002 | review-2015 |\n', '| `h` | claim | western | One reading is not the use. | c002 | review-2015 |\n'],
			...Array.from({ length: 6 }, (): [string, string] => ['`d', '`h'])
		);
		const { kit: now, references } = step(after, 'weigh');
		const kept = parseMapWork(now, work);
		expect(kept?.map.groups[0]?.premises).toEqual(['d']);
		expect(scoreMap(now, references, kept!.map).total).toBe(0);
		expect(effects(after)).toEqual(['card `d` remarked']);
	});
});
