import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readContent } from '../../../src/cli/read-content.ts';
import { fromAssignmentText } from '#lib/domain/classroom/assignment/file.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { assignableDocumentOf } from '#lib/content/teaching-documents.ts';
import { assignmentsOf } from '#lib/state/classroom/assignments.svelte.ts';
import type { Classes } from '#lib/state/classroom/classes.svelte.ts';
import TeachPage from '#lib/ui/teach/TeachPage.svelte';
import { catchDownloads } from '../settings/support.ts';
import { anAssignment, noon } from '../../storage/classroom/support.ts';
import { choose, classesOn, press, settled, type, withClass } from './support.ts';

const content = compileContent(readContent('lessons')).content!;
const lesson = content.lessons[0]!;
const small = (name: string) => ({
	name: name.split('/').at(-1)!,
	text: readFileSync(`tests/lessons/small/${name}`, 'utf8')
});
/** A lesson of one's own, with the sources that it names. */
const own = ['01-words/01-one-slogan.md', 'sources.yaml', 'glossary.yaml', 'claims.yaml', 'discrepancies.yaml'].map(
	small
);

/** The site's own files, as a host serves them. */
function serveData(reachable = true) {
	vi.stubGlobal('fetch', async (address: string) => {
		if (!reachable) throw new TypeError('offline');
		const path = /data\/(.*)$/.exec(address)?.[1];
		const marked = content.lessons.find(({ id }) => path === `teaching/marking/${id}.json`);
		if (path === 'teaching/assignable.json') return Response.json(assignableDocumentOf(content));
		if (path === 'teaching/library.json') return Response.json(content.library);
		return marked ? Response.json(lessonKeyOf(marked)) : new Response('', { status: 404 });
	});
}
beforeEach(() => {
	serveData();
	vi.spyOn(Date, 'now').mockReturnValue(noon);
	sessionStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

const at = async (classes: Classes, hash: string) => {
	location.hash = hash;
	render(TeachPage, { classes });
	await vi.waitFor(() => expect(document.querySelector('[data-place]')).toBeTruthy());
	await settled();
};
const follow = () => fireEvent(window, new Event('hashchange'));
const pick = async (title: string) => fireEvent.click(await screen.findByRole('checkbox', { name: new RegExp(title) }));

describe('a new assignment', () => {
	it('is made of picked lessons and steps, with a link that says all of it, and is kept with its keys', async () => {
		const { classes, open, store } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		await pick(lesson.title);
		await fireEvent.click(screen.getByRole('checkbox', { name: 'Orient' }));
		expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe(lesson.title);
		await type('Title', 'Week 3');
		await type('Due', '2026-12-04T23:59');
		expect(screen.getByText(/^That is .*December 4, 2026/)).toBeTruthy();
		await fireEvent.change(screen.getByLabelText('How often students may hand in'), { target: { value: '2' } });
		await fireEvent.change(screen.getByLabelText('Which one counts'), { target: { value: 'best' } });
		await fireEvent.change(screen.getByLabelText('Students are told what was right'), {
			target: { value: 'after-due' }
		});
		await fireEvent.click(screen.getByRole('checkbox', { name: /^stances and predictions/ }));
		expect(screen.getByText(/Marked by the app\. Marking on your own device only/)).toBeTruthy();
		await press('Assign');
		await vi.waitFor(() => expect(location.hash).toMatch(/assignments\/[0-9a-z]{12}$/));
		await follow();
		const link = (await screen.findByLabelText<HTMLInputElement>('Link')).value;
		expect(link.length).toBeLessThan(600);
		expect(screen.getByText(new RegExp(`^${link.length} characters`))).toBeTruthy();
		const read = fromAssignmentText(link);
		expect(read).toMatchObject({
			ok: true,
			assignment: {
				title: 'Week 3',
				class: { id: open.id, publicKey: open.publicKey },
				due: new Date('2026-12-04T23:59').getTime(),
				attempts: 2,
				counts: 'best',
				policy: { feedback: 'after-due' },
				marking: 'app',
				asks: ['stances'],
				lessons: [{ id: lesson.id, steps: lesson.steps.map(({ id }) => id).filter((id) => id !== 'orient') }]
			}
		});
		expect(link).not.toContain('Li Wei');
		const hash = read.ok ? read.assignment.lessons[0]!.hash : '';
		expect(await store.lessonKeys([hash])).toMatchObject([{ lesson: lesson.id }]);
		// The form begins anew.
		expect(assignmentsOf(classes, open.id).draft.picked).toEqual([]);
	});

	it('says all that is missing at once, and keeps what is there', async () => {
		const { classes, open } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		await screen.findByRole('checkbox', { name: new RegExp(lesson.title) });
		await type('Due', '2020-01-01T10:00');
		await press('Assign');
		const told = await screen.findByRole('alert');
		expect(within(told).getByText('Give it a title.')).toBeTruthy();
		expect(within(told).getByText('Pick at least one lesson or step.')).toBeTruthy();
		expect(within(told).getByText('The due date is in the past.')).toBeTruthy();
		expect(document.activeElement).toBe(told);
		expect(screen.getByLabelText<HTMLInputElement>('Due').value).toBe('2020-01-01T10:00');
	});

	it('is still there after a look at another part, and after a reload', async () => {
		const { classes, open, store } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		await pick(lesson.title);
		await type('Title', 'Half done');
		const again = assignmentsOf(await classesOn(store), open.id).draft;
		await again.open();
		expect(again.title).toBe('Half done');
		expect(again.picked).toMatchObject([{ lesson: { id: lesson.id } }]);
	});

	it('of a lesson out of a file carries it, without any key where the instructor marks', async () => {
		const files = catchDownloads();
		const { classes, open, store } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		await screen.findByRole('checkbox', { name: new RegExp(lesson.title) });
		await choose('Choose lesson files…', ...own);
		// The compiler is loaded for it.
		await screen.findByRole('radio', { name: /^you, when you collect/ }, { timeout: 30_000 });
		await fireEvent.click(screen.getByRole('radio', { name: /^you, when you collect/ }));
		await press('Assign');
		await follow();
		expect(await screen.findByText(/carries a lesson of your own, so it is a file/)).toBeTruthy();
		expect(screen.queryByLabelText('Link')).toBeNull();
		await press('Save the assignment file');
		const read = fromAssignmentText(await files[0]!.text);
		expect(read).toMatchObject({ ok: true, assignment: { marking: 'instructor', carried: [{ key: false }] } });
		const hash = read.ok ? read.assignment.lessons[0]!.hash : '';
		expect(await store.lessons([hash])).toMatchObject([{ carried: { key: true } }]);
	});

	it('tells what is wrong in a lesson file, with its line', async () => {
		const { classes, open } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		await screen.findByRole('checkbox', { name: new RegExp(lesson.title) });
		await choose('Choose lesson files…', { name: '01-broken.md', text: '# No front matter\n' });
		expect(await screen.findByText(/^In the files: \d+ to mend$/, {}, { timeout: 30_000 })).toBeTruthy();
		expect(screen.getAllByText(/01-broken\.md, line \d+:/).length).toBeGreaterThan(0);
	});

	it('says so, and loses nothing, where the lessons cannot be reached', async () => {
		serveData(false);
		const { classes, open } = await withClass();
		await at(classes, `#${open.id}/assignments/new`);
		expect(await screen.findByText('The list of lessons could not be reached.')).toBeTruthy();
		serveData();
		await press('Try again');
		expect(await screen.findByRole('checkbox', { name: new RegExp(lesson.title) })).toBeTruthy();
	});
});

describe('an assignment', () => {
	async function given() {
		const made = await withClass();
		const assignment = anAssignment(made.open, 'Week 3', {
			lessons: [{ ...lessonRef(), steps: ['check'] }]
		});
		await made.store.save({ assignments: [{ data: assignment, rev: 0 }] });
		return { ...made, assignment };
	}
	const lessonRef = () => {
		const { id, version } = lesson;
		return { id, version, hash: lessonKeyOf(lesson).hash };
	};

	it('is due at another time under the same id, and says who is to be told', async () => {
		const { classes, open, store, assignment } = await given();
		await at(classes, `#${open.id}/assignments/${assignment.id}`);
		const before = (await screen.findByLabelText<HTMLInputElement>('Link')).value;
		await type('Due', '2026-12-11T12:00');
		await press('Save the new date');
		expect(await screen.findByText('Saved. The link and the file above are new.')).toBeTruthy();
		const after = screen.getByLabelText<HTMLInputElement>('Link').value;
		expect(after).not.toBe(before);
		expect((await store.assignments(open.id)).records).toMatchObject([
			{ rev: 2, data: { id: assignment.id, due: new Date('2026-12-11T12:00').getTime() } }
		]);
	});

	it('is deleted with its results, and comes back by undo', async () => {
		const { classes, open, store, assignment } = await given();
		await at(classes, `#${open.id}/assignments/${assignment.id}`);
		await press('Delete the assignment');
		await fireEvent.click(within(screen.getByRole('dialog', { name: /^Delete “Week 3”/ })).getByText('Delete'));
		expect(await screen.findByText(/The assignment “Week 3” was deleted/)).toBeTruthy();
		expect((await store.assignments(open.id)).records).toEqual([]);
		await press('Undo');
		await vi.waitFor(async () => expect((await store.assignments(open.id)).records).toHaveLength(1));
	});

	it('is brought in by its link where only the key was restored, with what marks it', async () => {
		const { classes, open, assignment } = await given();
		await at(classes, `#${open.id}/assignments/${assignment.id}`);
		const link = (await screen.findByLabelText<HTMLInputElement>('Link')).value;
		document.body.innerHTML = '';
		const other = await withClass();
		const stranger = await classesOn(other.store);
		await stranger.bring(classes.backup(open.id)!.text);
		await at(stranger, `#${open.id}/assignments`);
		await type('Link of the assignment', link);
		await press('Bring it in');
		expect(await screen.findByText('“Week 3” is here now.')).toBeTruthy();
		expect(await other.store.lessonKeys([lessonRef().hash])).toHaveLength(1);
		await type('Link of the assignment', 'https://example.org/#1.broken');
		await press('Bring it in');
		expect(await screen.findByText(/cut or changed on the way/)).toBeTruthy();
	});

	it('is seen as a student sees it by what is put down for the new tab', async () => {
		const { classes, open, assignment } = await given();
		await at(classes, `#${open.id}/assignments/${assignment.id}`);
		const preview = await screen.findByRole('link', { name: 'Preview as a student' });
		expect(preview.getAttribute('href')).toBe('/assignment/?preview');
		preview.addEventListener('click', (event) => event.preventDefault());
		await fireEvent.click(preview);
		expect(JSON.parse(sessionStorage.getItem('parallax:assignment-preview')!)).toEqual(assignment);
	});

	it('has a handout with a QR code, all that a student must know, and the codes to cut out', async () => {
		const { classes, open, assignment } = await given();
		await at(classes, `#${open.id}/assignments/${assignment.id}/handout`);
		expect(await screen.findByRole('img', { name: 'QR code of the link' })).toBeTruthy();
		expect(await screen.findByText(lesson.title)).toBeTruthy();
		expect(screen.getByText(/Not for high-stakes exams/)).toBeTruthy();
		const slips = screen.getByRole('region', { name: 'Codes to cut out' });
		expect(within(slips).getAllByText(/^S-00\d$/)).toHaveLength(3);
		expect(within(slips).queryByText('Li Wei')).toBeNull();
		await fireEvent.click(screen.getByRole('checkbox', { name: 'Print names beside the codes' }));
		expect(within(slips).getByText('Li Wei')).toBeTruthy();
	});
});
