import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import type { GradebookJson } from '#lib/domain/classroom/exchange/gradebook-json.ts';
import { newKnown, readSheet } from '#lib/state/gradebook/sheet.ts';
import { GradebookSession } from '#lib/state/gradebook/gradebook-session.svelte.ts';
import type { ChecksByLesson } from '#lib/state/gradebook/checks.ts';
import AttemptPlace from '#lib/ui/gradebook/AttemptPlace.svelte';
import FillLms from '#lib/ui/gradebook/FillLms.svelte';
import GradebookPanel from '#lib/ui/gradebook/GradebookPanel.svelte';
import OutPanel from '#lib/ui/gradebook/OutPanel.svelte';
import { assignmentIn, keptOf, key, lesson, noon, resultBy } from '../../support/a-class.ts';
import { content, serveData } from '../assignment/support.ts';
import { catchDownloads } from '../settings/support.ts';
import { aDesk } from './support.ts';

/** A machine may be busy with more than this. */
const patience = { timeout: 15_000 };

/** Five students: one twice, one late, one who boasts, one missing. */
const some = [
	{ code: 'S-001', ability: 1 },
	{ code: 'S-002', ability: 0.2 },
	{ code: 'S-002', ability: 0.9, attempt: 2 },
	{ code: 'S-003', ability: 0.5, at: noon + 1000 },
	{ code: 'S-004', ability: 0.3, boasts: true }
];
const rows = () => screen.getAllByRole('row').slice(1);
const heads = () => rows().map((row) => within(row).getByRole('rowheader').textContent?.trim());
const cell = (row: string, column: string): string => {
	const columns = screen.getAllByRole('columnheader').map((one) => one.textContent?.trim());
	const at = columns.indexOf(column);
	const found = rows().find((one) => within(one).getByRole('rowheader').textContent?.includes(row));
	return found?.children[at]?.textContent?.trim() ?? '';
};

async function opened(rest: string[] = []) {
	const desk = await aDesk(5, some);
	const view = render(GradebookPanel, { open: desk.open, store: desk.store, rest: [] });
	await screen.findByRole('grid');
	await waitFor(() => expect(screen.queryByText(/^Working out the marks/)).toBeNull());
	const go = async (...path: string[]) => view.rerender({ open: desk.open, store: desk.store, rest: path });
	if (rest.length > 0) await go(...rest.map((part) => (part === 'week-3' ? desk.assignment.id : part)));
	return { ...desk, go };
}

describe('the class’s table', () => {
	it('shows who is missing, late and again in words, and the marks that were worked out', async () => {
		await opened();
		await waitFor(() => expect(cell('Ada 1', 'Week 3')).toMatch(/^\d+$/));
		expect(cell('Ada 1', 'Week 3')).toBe('100');
		expect(cell('李 伟 2', 'Week 3')).toMatch(/^\d+ again$/);
		expect(cell('Zoë 3', 'Week 3')).toMatch(/^\d+ late$/);
		expect(cell('Noor 5', 'Week 3')).toBe('missing');
		expect(screen.getByText(/handed in: 4 of 5/)).toBeTruthy();
	});

	it('says of whom it knows nothing but a code, and that nothing came under it', async () => {
		const { store, open } = await opened();
		const other = assignmentIn(open, { title: 'Week 4' });
		const stranger = keptOf(resultBy({ code: 'X-9', ability: 0.5 }, other, ''), other);
		await store.save({ assignments: [{ data: other, rev: 0 }], results: [stranger] });
		document.body.replaceChildren();
		render(GradebookPanel, { open, store, rest: [] });
		await waitFor(() => expect(cell('X-9', 'Week 3')).toBe('no result'));
		expect(cell('X-9', 'Week 4')).toMatch(/^\d+$/);
		expect(heads().find((head) => head?.startsWith('X-9'))).toContain('not on the roster');
		expect(cell('Ada 1', 'Week 4')).toBe('missing');
	});

	it('is saved as CSV as it is on the screen, what is small in a cell in a column beside it', async () => {
		const files = catchDownloads();
		await opened();
		await waitFor(() => expect(cell('Ada 1', 'Week 3')).toBe('100'));
		await fireEvent.click(screen.getByRole('button', { name: 'Week 3' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Week 3' }));
		const onScreen = rows().map((row) => [...row.children].map((one) => one.childNodes[0]?.textContent?.trim()));
		const flags = rows().map((row) => [...row.children[1]!.querySelectorAll('small')].map((one) => one.textContent));
		await fireEvent.click(screen.getByRole('button', { name: 'Save this table as CSV' }));
		const [head, ...lines] = (await files[0]!.text).trim().split('\r\n');
		expect(head).toMatch(/Code,Name,Week 3 · [^,]+,Week 3 · Remarks,Mean · [^,]+$/);
		expect(lines[0]).toMatch(/^S-001,Ada 1,100,,100$/);
		expect(lines.map((line) => line.split(',')[2])).toEqual(onScreen.map((cells) => cells[1]));
		expect(lines.map((line) => line.split(',')[3])).toEqual(flags.map((one) => one.join('; ')));
		expect(flags.flat().toSorted()).toEqual(['again', 'late']);
	});
});

describe('the whole gradebook', () => {
	it('is saved as plain JSON with the marks of the screen and every attempt', async () => {
		const files = catchDownloads();
		const { open, store } = await opened();
		const onScreen = rows().map((row) => [...row.children].map((one) => one.childNodes[0]?.textContent?.trim()));
		document.body.replaceChildren();
		render(OutPanel, { open, store });
		const save = await screen.findByRole('button', { name: 'Save the gradebook as JSON' }, patience);
		await waitFor(() => expect(save).toHaveProperty('ariaDisabled', 'false'), patience);
		await fireEvent.click(save);
		await screen.findByText(/\.gradebook\.[\d-]+\.json was handed to the browser/, {}, patience);
		const { format, assignments } = JSON.parse(await files[0]!.text) as GradebookJson;
		expect(format).toBe(1);
		expect(assignments.map(({ title }) => title)).toEqual(['Week 3']);
		const { students } = assignments[0]!;
		const mark = (headline: number | null | undefined) => (headline == null ? 'missing' : String(headline));
		// The screen goes by names, the file by the roster.
		expect(Object.fromEntries(students.map(({ name, marks }) => [name, mark(marks?.headline)]))).toEqual(
			Object.fromEntries(onScreen)
		);
		expect(students[1]!.results.map(({ attempt, counts }) => [attempt, counts])).toEqual([
			[1, false],
			[2, true]
		]);
	});
});

describe('a mark that another device may have given', () => {
	const sign = 'several devices: theirs, or somebody else’s';
	async function withAnother() {
		const desk = await aDesk(3, [{ code: 'S-001', ability: 1 }]);
		const foreign = keptOf(
			resultBy({ code: 'S-001', ability: 0.2, attempt: 2 }, desk.assignment, ''),
			desk.assignment,
			'x'
		);
		await desk.store.save({ results: [foreign] });
		return desk;
	}

	it('is told in the class’s table and its CSV, and in the attempt with the way out', async () => {
		const files = catchDownloads();
		const { open, store, assignment } = await withAnother();
		const view = render(GradebookPanel, { open, store, rest: [] });
		await waitFor(() => expect(cell('Ada 1', 'Week 3')).toContain(sign), patience);
		await fireEvent.click(screen.getByRole('button', { name: 'Save this table as CSV' }));
		expect(await files[0]!.text).toContain(sign);
		await view.rerender({ open, store, rest: [assignment.id, 'S-001'] });
		expect(await screen.findByText(/take out the one that is not theirs/, {}, patience)).toBeTruthy();
		expect(screen.getByText('Take this result out of the gradebook')).toBeTruthy();
	});

	it('is told beside the cell of the school’s own file that it would go into', async () => {
		const { open, store, assignment } = await withAnother();
		const sheet = await readSheet(assignment, {
			store,
			students: open.roster,
			known: newKnown(),
			breathe: () => undefined
		});
		render(FillLms, { assignment, rows: sheet!.rows });
		const input = document.querySelector<HTMLInputElement>('#out-lms-file')!;
		const csv = new File(['Student,Week 3\nS-001,\nS-002,\n'], 'grades.csv');
		Object.defineProperty(input, 'files', { value: [csv], configurable: true });
		await fireEvent.change(input);
		expect((await screen.findByText(sign)).closest('tr')!.textContent).toContain('S-001');
	});
});

describe('an assignment’s table', () => {
	it('is sorted by any column, up and down, with what is missing last', async () => {
		await opened(['week-3']);
		expect(heads().map((head) => head!.slice(-5))).toEqual(['S-001', 'S-002', 'S-003', 'S-004', 'S-005']);
		const overall = screen.getByRole('button', { name: 'Overall' });
		await fireEvent.click(overall);
		expect(overall.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
		const up = heads();
		expect(up.at(-1)).toContain('S-005');
		await fireEvent.click(overall);
		expect(heads().slice(0, -1)).toEqual(up.slice(0, -1).toReversed());
		expect(heads().at(-1)).toContain('S-005');
	});

	it('is filtered by what is typed and by status', async () => {
		await opened(['week-3']);
		await fireEvent.input(screen.getByLabelText('Find a student'), { target: { value: '李' } });
		expect(rows()).toHaveLength(1);
		await fireEvent.input(screen.getByLabelText('Find a student'), { target: { value: '' } });
		await fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'missing' } });
		expect(heads()).toHaveLength(1);
		expect(heads()[0]).toContain('S-005');
		expect(screen.getByText('Students shown: 1 of 5')).toBeTruthy();
	});

	it('has one tab stop, and arrow keys, Home, End and the corners between its cells', async () => {
		await opened(['week-3']);
		const grid = screen.getByRole('grid');
		const stops = () => grid.querySelectorAll('[tabindex="0"]');
		expect(stops()).toHaveLength(1);
		const first = grid.querySelector<HTMLElement>('thead button')!;
		first.focus();
		const press = (name: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key: name, ...more });
		await press('ArrowDown');
		expect(document.activeElement?.textContent).toBe('Ada 1');
		await press('ArrowRight');
		expect(document.activeElement?.tagName).toBe('TD');
		expect(document.activeElement?.textContent?.trim()).toBe('handed in');
		await press('End');
		await press('Home');
		expect(document.activeElement?.textContent).toBe('Ada 1');
		await press('End', { ctrlKey: true });
		expect(document.activeElement?.closest('tr')).toBe(rows().at(-1));
		await press('Home', { ctrlKey: true });
		expect(document.activeElement).toBe(first);
		expect(stops()).toHaveLength(1);
	});
});

describe('an attempt', () => {
	it('shows every answer with its mark, and the map with its score explained', async () => {
		const { assignment } = await opened(['week-3', 'S-002']);
		expect(screen.getByRole('heading', { name: '李 伟 2 (S-002)' })).toBeTruthy();
		expect(screen.getByRole('link', { name: /Attempt 2.*counts/ }).getAttribute('href')).toContain(assignment.id);
		const asked = (key.check?.items.length ?? 0) + (key.reverse?.items.length ?? 0);
		expect(screen.getAllByRole('heading', { name: /^Question \d+/ })).toHaveLength(asked);
		expect(screen.getAllByText(/ of \d+ points\.$/)).toHaveLength(asked);
		expect(screen.getByText('Why this number')).toBeTruthy();
		expect(document.querySelector('.outline')?.textContent).toContain(key.weigh!.kit.root.text.slice(-20));
	});

	it('takes another mark only with a reason, counts it, and gives the old one back by undo', async () => {
		const { store, assignment } = await opened(['week-3', 'S-004']);
		const question = screen.getAllByRole('article')[0]!;
		const before = within(question).getByText(/ of \d+ points\.$/).textContent;
		await fireEvent.input(within(question).getByLabelText(/^Points, from 0/), { target: { value: '0,5' } });
		await fireEvent.click(within(question).getByRole('button', { name: 'Give this mark' }));
		expect(within(question).getByRole('alert').textContent).toContain('Say why');
		await fireEvent.input(within(question).getByLabelText(/^Reason/), {
			target: { value: 'Half of it was said aloud.' }
		});
		await fireEvent.click(within(question).getByRole('button', { name: 'Give this mark' }));
		await screen.findByText('The mark was changed.');
		expect(within(question).getByText(/^0\.5 of \d+ points\.$/)).toBeTruthy();
		expect((await store.judgements(assignment.id)).records[0]?.data.overrides[0]?.reason).toBe(
			'Half of it was said aloud.'
		);
		await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
		await screen.findByText('It is as it was before.');
		expect(within(question).getByText(/ of \d+ points\.$/).textContent).toBe(before);
		expect((await store.judgements(assignment.id)).records[0]?.data.overrides).toEqual([]);
	});

	it('keeps comments on the whole and on an item', async () => {
		const { store, assignment, go } = await opened(['week-3', 'S-001']);
		await fireEvent.change(screen.getByLabelText('Comment on the whole, for the student'), {
			target: { value: 'Well done.' }
		});
		await screen.findByText('The comment is saved.');
		const [first] = screen.getAllByLabelText(/^Comment for the student/);
		await fireEvent.change(first!, { target: { value: 'Look again at the source.' } });
		await waitFor(async () =>
			expect((await store.judgements(assignment.id)).records[0]?.data.comments.map(({ text }) => text)).toEqual([
				'Well done.',
				'Look again at the source.'
			])
		);
		await go(assignment.id);
		expect(cell('Ada 1', 'Remarks')).toContain('comments: 2');
	});

	it('is taken out, and comes back by undo', async () => {
		const { store, assignment } = await opened(['week-3', 'S-003']);
		await fireEvent.click(screen.getByRole('button', { name: 'Take this result out of the gradebook' }));
		expect(await screen.findByText('There is no result here.', {}, patience)).toBeTruthy();
		expect((await store.results(assignment.id)).records).toHaveLength(4);
		await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
		expect(await screen.findByRole('heading', { name: 'Zoë 3 (S-003)' }, patience)).toBeTruthy();
		expect((await store.results(assignment.id)).records).toHaveLength(5);
	});
});

describe('the analysis', () => {
	it('of few says that it says little, with n', async () => {
		await opened(['week-3', 'analysis']);
		expect(await screen.findByText(/Too few answers to say how the questions hang together/)).toBeTruthy();
		expect(screen.getAllByText('Too few answers to say.').length).toBeGreaterThan(3);
		expect(await screen.findByText(/^Maps that were scored: 4/)).toBeTruthy();
		// The heat in words: how many have the first link.
		expect(screen.getAllByText(/^exactly: \d+ · in part: \d+ · other sign: \d+ · missing: \d+/).length).toBeGreaterThan(
			3
		);
	});
	it('calls a question by the number that it has in an attempt', async () => {
		const { go, assignment } = await opened(['week-3', 'S-001']);
		const numbered = (heading: Element) => heading.textContent?.match(/Question \d+/)?.[0];
		const inAttempt = screen.getAllByRole('heading', { name: /^Question \d+/ }).map(numbered);
		await go(assignment.id, 'analysis');
		const table = await screen.findByRole('table', { name: 'How the class answered, question by question' });
		const inAnalysis = within(table).getAllByRole('rowheader').map(numbered);
		expect(inAnalysis).toEqual(inAttempt);
		expect(inAttempt.filter((name) => name === 'Question 1')).toHaveLength(2);
	});
});

describe('what checking showed of a claim', () => {
	afterEach(() => vi.unstubAllGlobals());
	const flag = 'reported, not confirmed';
	const mistake = 'error in the source';
	const { claims: stated, discrepancies } = content.library;
	const unsureIn = (ids: readonly string[]) =>
		ids.flatMap((id) => (stated[id]?.status === 'unverified' ? stated[id] : []));
	/** A card of the map, and one of a best case, whose claim is reported and not confirmed. */
	const card = key.weigh!.kit.cards.find(({ claims }) => unsureIn(claims).length > 0)!;
	const bestCase = key.reverse!.items.flatMap((item) => (item.kind === 'best-case' ? item.cards : []));
	const own = bestCase.find(({ claims }) => unsureIn(claims).length > 0)!;
	const mistaken = key.check!.items.findIndex(({ claims }) => claims.some((id) => stated[id]?.status === 'error'));
	const [wrong] = key.check!.items[mistaken]!.claims.flatMap((id) =>
		stated[id]?.status === 'error' ? stated[id] : []
	);
	const textOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.textContent!;
	const outlined = () =>
		[...document.querySelectorAll('.outline li')].find((row) => row.textContent!.includes(card.text))!;

	it('stands on the cards of a map, in its links and its drawing, with why', async () => {
		serveData();
		await opened(['week-3', 'S-001']);
		await waitFor(() => expect(outlined().textContent).toContain(flag), patience);
		expect(outlined().textContent).toContain(unsureIn(card.claims)[0]!.why);
		const explained = screen.getByRole('region', { name: 'difference', hidden: true });
		expect(within(explained).getAllByText(flag).length).toBeGreaterThan(0);
		const drawing = screen.getByText('The map as a drawing').closest('details')!;
		drawing.open = true;
		await fireEvent(drawing, new Event('toggle'));
		const [drawn] = await screen.findAllByText(/^· \?$/, { selector: 'tspan' });
		expect(drawn!.querySelector('title')?.textContent).toBe(flag);
	});

	it('stands below a question and on the cards of a best case, with the correction', async () => {
		serveData();
		await opened(['week-3', 'S-002']);
		const question = screen.getAllByRole('article')[mistaken]!;
		await waitFor(() => expect(within(question).getAllByText(mistake).length).toBeGreaterThan(0), patience);
		expect(question.textContent).toContain(discrepancies[wrong!.discrepancies[0]!]!.record);
		const option = screen.getByText(textOf(own.text)).closest('label')!;
		await waitFor(() => expect(option.textContent).toContain(flag), patience);
		expect(option.textContent).toContain(unsureIn(own.claims)[0]!.why);
	});

	it('stands beside the questions and maps that a class is told of', async () => {
		serveData();
		await opened(['week-3', 'analysis']);
		const table = await screen.findByRole('table', { name: 'How the class answered, question by question' });
		await waitFor(() => expect(within(table).getAllByText(mistake).length).toBeGreaterThan(0), patience);
		await waitFor(() => expect(outlined().textContent).toContain(unsureIn(card.claims)[0]!.why), patience);
	});

	it('is known of a lesson from a file by what came with it, and of no other where the site has none', async () => {
		vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
		const { store, go, assignment } = await opened(['week-3', 'S-001']);
		expect(outlined().textContent).not.toContain(flag);
		const carried = carryLesson(lesson, content.library, { key: true });
		if (!carried.key) throw new Error('It came without its key.');
		await store.save({ lessons: [{ format: 1, hash: key.hash, carried }] });
		await go(assignment.id);
		await go(assignment.id, 'S-001');
		await waitFor(() => expect(outlined().textContent).toContain(flag), patience);
	});

	it('is that of the assignment which is shown, when the one before is answered late', async () => {
		serveData();
		const { store, open, assignment } = await aDesk(5, some);
		const reading = { store, students: open.roster, known: newKnown(), breathe: () => undefined };
		const sheet = (await readSheet(assignment, reading))!;
		const next = { ...sheet, assignment: { ...assignment, title: 'Week 4' } };
		const late = Promise.withResolvers<ChecksByLesson>();
		const session = new GradebookSession(() => open, store);
		const asked = vi.spyOn(session, 'checksOf').mockReturnValueOnce(late.promise);
		const props = { session, sheet, code: 'S-001', result: undefined, hrefOf: () => '' };
		const view = render(AttemptPlace, props);
		await waitFor(() => expect(asked).toHaveBeenCalledWith(assignment));
		await view.rerender({ ...props, sheet: next });
		await waitFor(() => expect(outlined().textContent).toContain(flag), patience);
		late.resolve(new Map());
		await late.promise;
		await tick();
		expect(outlined().textContent).toContain(flag);
	});
});
