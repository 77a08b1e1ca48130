import { render, screen, within } from '@testing-library/svelte';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyMap } from '#lib/domain/argument/index.ts';
import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import { makeFeedback } from '#lib/domain/classroom/feedback/make-feedback.ts';
import { parseFeedback } from '#lib/domain/classroom/feedback/parse-feedback.ts';
import { emptyJudgement, withComment } from '#lib/domain/classroom/gradebook/judgement.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Assignment, FeedbackFile, Result } from '#lib/domain/classroom/model.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';
import FeedbackView from '#lib/ui/assignment/FeedbackView.svelte';
import { rightResponse, wrongResponse } from '../../lessons/answers.ts';
import { stepOf } from '../../lessons/course.ts';
import { press } from '../settings/support.ts';
import { content, lesson, opened, serveData } from './support.ts';

beforeEach(() => void serveData());

const check = stepOf(lesson, 'check');
const { kit, references } = stepOf(lesson, 'weigh');
const { claims: stated, discrepancies } = content.library;
const [first, , third] = check.items;
/** A question that rests on a claim which its source got wrong. */
const mistaken = check.items.findIndex(({ claims }) => claims.some((id) => stated[id]?.status === 'error'));
const resting = check.items[mistaken];
const [wrong] = resting!.claims.flatMap((id) => (stated[id]?.status === 'error' ? stated[id] : []));
const whole = references[0]!.map;
const at = 1_760_000_300_000;

/** What is handed in: the first question right, the second left out, the third answered and not checked, another wrong. */
const handedIn: Pick<Result, 'lessons' | 'claimed'> = {
	claimed: [],
	lessons: [
		{
			id: lesson.id,
			version: lesson.version,
			hash: '0123456789abcdef',
			steps: [
				{
					step: 'check',
					work: {
						...emptyQuizWork,
						responses: {
							[first!.id]: rightResponse(first!),
							[third!.id]: rightResponse(third!),
							[resting!.id]: wrongResponse(resting!)
						},
						checked: [first!.id, resting!.id],
						certainties: { [first!.id]: 'certain' }
					}
				},
				{ step: 'weigh', work: { map: emptyMap(kit), attempts: [whole] } }
			]
		}
	]
};

/** The view on a device that goes on working after it handed in, once `change` was made to the feedback. */
async function show(change: (feedback: FeedbackFile) => FeedbackFile = (same) => same, how: Partial<Assignment> = {}) {
	const all = await opened(how);
	const { session, assignment } = all;
	const id = 'feedback0001';
	session.send({ type: 'code.entered', code: 'S-017', now: 1 });
	session.send({ type: 'handIn.previewed' });
	const receipt = { id, attempt: 1, file: 'S-017.parallax.txt', madeAt: at, check: '00', via: [] };
	session.send({ type: 'file.sealed', receipt, file: { name: receipt.file, text: 'sealed' } });
	session.send({ type: 'file.delivered', via: 'downloaded' });

	const place = { lesson: lesson.id, step: 'weigh' as const };
	const judgement = withComment(emptyJudgement(id), { place, text: 'Look at the last link.', at });
	const result = { ...handedIn, id, assignment: assignment.id, class: assignment.class.id, code: 'S-017', attempt: 1 };
	const marks = markResult(handedIn, assignment, [lessonKeyOf(lesson)], judgement);
	const made = change(makeFeedback({ result: result as Result }, marks, { judgement, now: at }));
	const parsed = parseFeedback(JSON.parse(JSON.stringify(made)));
	if (!parsed.ok) throw new Error(parsed.problem.path);
	session.send({ type: 'feedback.opened', feedback: parsed.value });
	return { ...all, show: () => render(FeedbackView, all) };
}
const question = (number: number) => screen.findByRole('region', { name: `Check · Question ${number}` });
const map = () => screen.findByRole('region', { name: /^Weigh/ });

describe('feedback shows the attempt that was marked', () => {
	it('with its answers, whatever is answered on this device since', async () => {
		const { session, show: view } = await show();
		await session.openLessons();
		const lessonHere = session.asked[0]!.lesson!;
		const responses = { [first!.id]: wrongResponse(first!) };
		lessonHere.save({
			lessonId: lessonHere.workId,
			stepId: 'check',
			lessonVersion: 1,
			work: { ...emptyQuizWork, responses },
			place: null
		});
		await session.settled();
		view();
		const asked = await question(1);
		await within(asked).findByText('Your answer, as you handed it in:');
		expect(first?.kind).toBe('match');
		const { pairs } = rightResponse(first!) as { pairs: Record<string, string | null> };
		const shown = within(asked)
			.getAllByRole<HTMLSelectElement>('combobox')
			.map(({ value }) => value);
		expect(shown).toEqual(Object.values(pairs).map((partner) => partner ?? '—'));
		expect(asked.textContent).toContain('How sure are you? certain');
		expect(asked.textContent).toContain('1 of 1 points');
	});

	it('with what was left out, and what was never checked', async () => {
		(await show()).show();
		expect(await within(await question(2)).findByText('no answer')).toBeTruthy();
		expect((await question(3)).textContent).toContain('without having it checked');
	});

	it('with the map that counts as an outline, its score, the comment, and the map as it stood at the end', async () => {
		(await show()).show();
		const found = await map();
		await within(found).findByText('The best of the maps that you had scored; it is the one that counts.');
		expect(found.textContent).toContain('100 of 100: strong');
		expect(found.textContent).toContain('Your instructor writes: Look at the last link.');
		const [counted, last] = await within(found).findAllByRole('list');
		expect(counted?.textContent).toContain(kit.cards.find(({ id }) => id === whole.groups[0]!.premises[0])!.text);
		expect(within(found).getByText('The map as it stood when you handed in')).toBeTruthy();
		expect(last).toBeTruthy();
	});

	it('tells right and wrong no sooner than the quiz does', async () => {
		(await show(undefined, { policy: { feedback: 'never' } })).show();
		const asked = await question(1);
		await within(asked).findByText('Your answer, as you handed it in:');
		expect(asked.querySelector('.feedback')).toBeNull();
	});
});

describe('what checking showed of a claim stands wherever its card or question does', () => {
	/** A card of the map whose claim is reported and not confirmed, and why. */
	const [unsure] = kit.cards.flatMap(({ text, claims }) =>
		claims.flatMap((id) => (stated[id]?.status === 'unverified' ? { text, why: stated[id].why } : []))
	);
	const flag = 'reported, not confirmed';
	const mistake = 'error in the source';
	const rowOf = (card: string) => screen.getAllByText(card, { exact: false })[0]!.closest('li')!;
	const keyless = () => ({
		marking: 'instructor' as const,
		carried: [carryLesson(lesson, content.library, { key: false })]
	});

	it('on the cards of the map, with why', async () => {
		(await show()).show();
		await within(await map()).findAllByText(flag);
		expect(rowOf(unsure!.text).textContent).toContain(flag);
		expect(rowOf(unsure!.text).textContent).toContain(unsure!.why);
	});

	it('below the question, with the correction', async () => {
		(await show()).show();
		const asked = await question(mistaken + 1);
		expect((await within(asked).findAllByText(mistake)).length).toBeGreaterThan(0);
		expect(asked.textContent).toContain(discrepancies[wrong!.discrepancies[0]!]!.record);
		// Of the third, which was never checked, nothing is told.
		expect(within(await question(3)).queryByText('What this rests on')).toBeNull();
	});

	it('below the question no sooner than right and wrong are told', async () => {
		(await show(undefined, { policy: { feedback: 'never' } })).show();
		const asked = await question(mistaken + 1);
		await within(asked).findByText('Your answer, as you handed it in:');
		expect(within(asked).queryByText(mistake)).toBeNull();
		expect((await within(await map()).findAllByText(flag)).length).toBeGreaterThan(0);
	});

	it('of a lesson that came without its key once the instructor sends the key, and not before', async () => {
		(await show(undefined, keyless())).show();
		await within(await map()).findAllByRole('listitem');
		await within(await question(mistaken + 1)).findByText('Your answer, as you handed it in:');
		expect(screen.queryByText(flag)).toBeNull();
		expect(screen.queryByText(mistake)).toBeNull();
		document.body.replaceChildren();

		const revealed = [carryLesson(lesson, content.library, { key: true })];
		(await show((feedback) => ({ ...feedback, revealed }), keyless())).show();
		expect((await within(await map()).findAllByText(flag)).length).toBeGreaterThan(0);
		expect((await within(await question(mistaken + 1)).findAllByText(mistake)).length).toBeGreaterThan(0);
	});
});

describe('what cannot be shown says why', () => {
	it('loads before it says that anything is gone', async () => {
		const { show: view } = await show();
		view();
		expect(screen.getByRole('status').textContent).toBe('Loading…');
		expect(screen.queryByText(/does not have this question any more/)).toBeNull();
		expect(await within(await question(1)).findByText('Your answer, as you handed it in:')).toBeTruthy();
	});

	it('of a lesson that is out of reach, with marks and comments, until it is there', async () => {
		const { show: view } = await show();
		vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
		view();
		expect(await screen.findByText(/The lesson is not on this device/)).toBeTruthy();
		expect((await map()).textContent).toContain('Look at the last link.');
		serveData();
		await press('Try again');
		expect(await within(await question(1)).findByText('Your answer, as you handed it in:')).toBeTruthy();
	});

	it('of a question that the lesson has no more, and of an answer to another one', async () => {
		const other = { kind: 'match', pairs: { nobody: null } } as const;
		(
			await show((feedback) => ({
				...feedback,
				items: feedback.items.map((item, index) =>
					index === 0 ? { ...item, response: other } : index === 1 ? { ...item, item: 'long-gone' } : item
				)
			}))
		).show();
		expect(await within(await question(1)).findByText(/has changed on this device.*Your answer was:/)).toBeTruthy();
		expect((await question(1)).textContent).toContain('nobody');
		expect(await within(await question(2)).findByText(/does not have this question any more/)).toBeTruthy();
	});

	it('of feedback from before the answers went back with it', async () => {
		const old = JSON.parse(readFileSync('tests/domain/classroom/frozen/feedback-1.json', 'utf8')) as FeedbackFile;
		(await show((feedback) => ({ ...old, result: feedback.result, assignment: feedback.assignment }))).show();
		expect(await within(await question(1)).findByText(/written by an older version of the app/)).toBeTruthy();
		expect((await question(3)).textContent).toContain('Look at the table again.');
		expect((await map()).textContent).toMatch(/50 of 100.*older version of the app/s);
	});
});
