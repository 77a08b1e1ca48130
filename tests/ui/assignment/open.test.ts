import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { toAssignmentFile } from '#lib/domain/classroom/assignment/file.ts';
import { toLink } from '#lib/domain/classroom/assignment/link.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import { AssignmentShelf } from '#lib/state/assignment/shelf.svelte.ts';
import OpenAssignment from '#lib/ui/assignment/OpenAssignment.svelte';
import { device } from '../../storage/support.ts';
import { press } from '../settings/support.ts';
import { assignmentOf, openShelf } from './support.ts';

const base = 'https://school.example/assignment/';
const linkOf = (assignment: Assignment): string => {
	const made = toLink(base, assignment);
	if (!made.ok) throw new Error(made.code);
	return made.link;
};

async function show(fragment: string | null = null) {
	const shelf = await openShelf();
	const onopened = vi.fn<(place: string, taken: unknown) => void>();
	render(OpenAssignment, { shelf, fragment, onopened });
	return { shelf, onopened };
}
async function paste(text: string) {
	await fireEvent.input(screen.getByLabelText('Paste the link, or the text of the file'), { target: { value: text } });
	await press('Open');
}

describe('opening an assignment', () => {
	it('opens a link that was followed at once', async () => {
		const assignment = await assignmentOf();
		const { shelf, onopened } = await show(new URL(linkOf(assignment)).hash);
		await vi.waitFor(() => expect(onopened).toHaveBeenCalledWith(`#${assignment.id}`, 'new'));
		expect(shelf.of(assignment.id)?.assignment).toEqual(assignment);
	});

	it('opens a pasted link and a pasted file', async () => {
		const assignment = await assignmentOf();
		const { onopened } = await show();
		await paste(`  ${linkOf(assignment)}\n`);
		await vi.waitFor(() => expect(onopened).toHaveBeenLastCalledWith(`#${assignment.id}`, 'new'));
		await paste(toAssignmentFile(assignment).text);
		await vi.waitFor(() => expect(onopened).toHaveBeenLastCalledWith(`#${assignment.id}`, 'same'));
	});

	it('keeps it on the device: another tab lists it as not yet handed in', async () => {
		const { tab } = device();
		const shelf = await openShelf(tab);
		shelf.take(await assignmentOf());
		await shelf.settled();
		const later = new AssignmentShelf({ openStore: tab });
		await later.open();
		render(OpenAssignment, { shelf: later, onopened: () => undefined });
		const line = screen.getByRole('listitem');
		expect(line.textContent).toMatch(/Week 3.*Media literacy B.*Not yet handed in/s);
	});

	it.each([
		['', 'There is nothing in it.'],
		['https://school.example/assignment/#1.abcd', 'Part of it is missing or was changed on the way.'],
		['https://school.example/assignment/#9.abcd', 'It was made by a newer version of this app.'],
		['Dear all, see you on Monday', 'This is no assignment and no feedback of this app.'],
		['Parallax result 1\nclass 0a1b2c3d4e5f', 'Part of it is missing or was changed on the way.']
	])('says what is wrong with “%s”, and the way out', async (text, words) => {
		const { shelf, onopened } = await show();
		await paste(text);
		expect((await screen.findByRole('alert')).textContent).toContain(words);
		expect(document.activeElement).toBe(screen.getByRole('alert'));
		expect(onopened).not.toHaveBeenCalled();
		expect(shelf.all).toEqual([]);
	});

	it('names the place of what cannot be in an assignment', async () => {
		const assignment = await assignmentOf({ attempts: -3 });
		await show();
		await paste(toAssignmentFile(assignment).text);
		const alert = await screen.findByRole('alert');
		await vi.waitFor(() => expect(alert.textContent).toMatch(/“attempts”.*a whole number from 0 to 100.*-3/s));
	});

	it('refuses a file that is larger than any of ours without reading it, by its name', async () => {
		await show();
		const file = new File(['x'], 'film.txt');
		Object.defineProperty(file, 'size', { value: 50_000_000 });
		const text = vi.spyOn(file, 'text');
		const input = screen.getByLabelText<HTMLInputElement>('Choose a file…');
		Object.defineProperty(input, 'files', { get: () => [file], configurable: true });
		await fireEvent.change(input);
		expect((await screen.findByRole('alert')).textContent).toMatch(/“film.txt” cannot be opened.*larger/s);
		expect(text).not.toHaveBeenCalled();
	});
});

describe('a link with the id of an assignment that is here', () => {
	it('brings a new due date, and keeps the work', async () => {
		const shelf = await openShelf();
		const assignment = await assignmentOf({ due: 1_760_000_200_000 });
		shelf.take(assignment);
		const session = shelf.of(assignment.id)!;
		session.send({ type: 'code.entered', code: 'S-017', now: 1 });
		expect(shelf.take({ ...assignment, due: 1_760_900_000_000 })).toBe('renewed');
		expect(session.work).toMatchObject({ code: 'S-017', assignment: { due: 1_760_900_000_000 } });
	});

	it('never brings another key: what is sealed stays for the class of the first link', async () => {
		const shelf = await openShelf();
		const assignment = await assignmentOf();
		shelf.take(assignment);
		const forged = { ...assignment, class: { ...assignment.class, publicKey: `B${'A'.repeat(86)}` } };
		expect(shelf.take(forged)).toBe('differs');
		expect(shelf.of(assignment.id)?.assignment.class.publicKey).toBe(assignment.class.publicKey);
	});
});
