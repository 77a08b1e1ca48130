import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { applyCommand } from '#lib/domain/argument/commands.ts';
import { emptyMapWork, parseMapWork } from '#lib/domain/argument/work.ts';
import { scoreMap } from '#lib/domain/argument/index.ts';
import { attemptResult, scoreChecked } from '#lib/domain/learning/results.ts';
import { changesBetween, needsNewVersion } from '#lib/domain/lesson/changes.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { publicItem } from '#lib/domain/quiz/index.ts';
import { keptAnswers } from '#lib/domain/quiz/kept.ts';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { fitQuizWork, type QuizAttempt, type QuizWork } from '#lib/domain/quiz/work.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';
import { readContent } from '../../src/cli/read-content.ts';
import { rightResponse, wrongResponse } from './answers.ts';
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
const saved: Pick<QuizWork, 'responses' | 'certainties' | 'checked'> & { earlier: Pick<QuizAttempt, 'responses'>[] } = JSON.parse(
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
const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
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

describe('a saved answer to a question of', () => {
	const tour = compileContent(readContent('tests/lessons/fixtures/tour')).content!;
	const lesson = tour.lessons.find(({ id }) => id === 'every-kind')!;
	const all = lesson.steps.flatMap((one): Item[] => (one.id === 'check' || one.id === 'reverse' ? one.items : []));
	const wording = ['prompt', 'text', 'feedback', 'why', 'other', 'official', 'independent'];
	const inOrder = ['options', 'entries', 'left', 'right', 'statements', 'columns', 'slips', 'rows', 'sources', 'segments', 'fields', 'cards'];

	/** Every word of an item another, and everything in it the other way round; what decides a mark stays. */
	function retold<T>(value: T, { kind }: Pick<Item, 'kind'>, key = ''): T {
		const tell = (one: unknown, name: string) => retold(one, { kind }, name);
		// What is typed or chosen in a gap is its spelling itself.
		if (typeof value === 'string') return (wording.includes(key) && kind !== 'gap' ? `${value} Again.` : value) as T;
		if (Array.isArray(value)) {
			const told = value.map((one) => tell(one, key));
			return (inOrder.includes(key) ? told.reverse() : told) as T;
		}
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, tell(one, name)])) as T;
	}
	/** The item without the first thing that its right answer names; null where no answer names anything that can go. */
	function withoutPart(item: Item): Item | null {
		const response = rightResponse(item);
		const rest = <E extends { id: string }>(entries: E[], gone = entries[0]!.id) => entries.filter(({ id }) => id !== gone);
		switch (item.kind) {
			case 'single':
				return { ...item, options: item.options.filter(({ right }) => !right) };
			case 'multiple':
				return { ...item, options: rest(item.options, item.options.find(({ right }) => right)!.id) };
			case 'order':
				return { ...item, entries: rest(item.entries) };
			case 'match':
				return { ...item, left: rest(item.left) };
			case 'whosaid':
				return { ...item, statements: rest(item.statements) };
			case 'matrix':
				return { ...item, rows: rest(item.rows) };
			case 'divergence':
				return { ...item, segments: rest(item.segments) };
			case 'classify-source':
				return { ...item, fields: rest(item.fields) };
			case 'best-case':
				return { ...item, cards: rest(item.cards, response.kind === 'best-case' ? response.picks[0] : '') };
			case 'gap':
				return item.listed ? { ...item, spellings: item.spellings.filter(({ right }) => !right) } : null;
			case 'truefalse':
			case 'number':
				return null;
		}
	}
	const withItem = (item: Item, now: Item | null): Lesson => ({
		...lesson,
		steps: lesson.steps.map((one): Step => {
			if (one.id !== 'check' && one.id !== 'reverse') return one;
			return { ...one, items: one.items.flatMap((old) => (old.id === item.id ? (now ?? []) : old)) };
		})
	});
	/** What becomes of one answer, as it comes back from the disk; `mark` is null where it is not marked. */
	function after(item: Item, now: Item | null, response: Response) {
		const work = parseQuizWork(JSON.parse(JSON.stringify({ attempt: 1, responses: { [item.id]: response }, checked: [item.id] })))!;
		const items = now ? [now] : [];
		const { kept, reopened, setAside } = keptAnswers(items.map(publicItem), work);
		const fitted = fitQuizWork(items.map(publicItem), work);
		// Whatever becomes of it, it stays in the work.
		expect(fitted.responses).toEqual(work.responses);
		const [mark = null] = Object.values(scoreChecked(items, fitted.responses, fitted.checked));
		return { kept, reopened, setAside, mark, told: changesBetween(lesson, withItem(item, now)).map(({ effect }) => effect) };
	}
	const stands = (item: Item) => ({ kept: [item.id], reopened: [], setAside: [] });
	const byItem = all.map((item): [string, Item] => [`${item.kind} (${item.id})`, item]);

	test('every kind is asked here', () => {
		expect(new Set(all.map(({ kind }) => kind)).size).toBe(12);
	});

	test.each(byItem)('%s stands with its mark when its words change and its parts change places', (_, item) => {
		// A case has a pick that is worth something, whatever is picked here.
		const other: Response =
			item.kind === 'best-case' ? { kind: item.kind, picks: item.cards.slice(-item.picks).map(({ id }) => id) } : wrongResponse(item);
		for (const response of [rightResponse(item), other]) {
			const before = after(item, item, response);
			const now = after(item, retold(item, item), response);
			expect(now).toMatchObject({ ...stands(item), told: [] });
			expect(now.mark?.earned).toEqual(before.mark?.earned);
			expect(now.mark?.parts.toSorted(byId)).toEqual(before.mark?.parts.toSorted(byId));
		}
	});

	test.each(byItem)('%s stands and is marked anew when it has other points', (_, item) => {
		const now = after(item, { ...item, points: item.points + 1 }, rightResponse(item));
		expect(now).toMatchObject({ ...stands(item), told: ['remarked'] });
		expect(now.mark?.earned).toEqual(fraction(item.points + 1));
	});

	test.each(byItem)('%s is open again, and never wrong, when a part that it names is gone', (_, item) => {
		const now = withoutPart(item);
		if (now)
			expect(after(item, now, rightResponse(item))).toEqual({ kept: [], reopened: [item.id], setAside: [], mark: null, told: ['reopened'] });
		// Whoever judges or writes freely names no part: the answer stands, whatever else is accepted.
		else expect(['truefalse', 'number', 'gap']).toContain(item.kind);
	});

	test.each(byItem)('%s is set aside when the question is gone, and back with it', (_, item) => {
		expect(after(item, null, rightResponse(item))).toEqual({ kept: [], reopened: [], setAside: [item.id], mark: null, told: ['set-aside'] });
		expect(after(item, item, rightResponse(item))).toMatchObject({ ...stands(item), told: [] });
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
