import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { toRecord } from '#lib/domain/classroom/roster/class.ts';
import { forgetCollected } from '#lib/state/gradebook/collections.ts';
import CollectPanel from '#lib/ui/gradebook/CollectPanel.svelte';
import { aDevice, assignmentIn, classOf, noon, port, rosterOf, sealedBy } from '../../support/a-class.ts';
import { aDesk } from './support.ts';

const asFile = (name: string, content: string | Uint8Array): File => new File([content as BlobPart], name);

async function drop(files: File[]) {
	const input = document.querySelector<HTMLInputElement>('#collect-files')!;
	Object.defineProperty(input, 'files', { value: files, configurable: true });
	await fireEvent.change(input);
	await screen.findByText(/Everything has been read/);
}
const entries = () =>
	within(screen.getByRole('list', { name: 'What became of each file' }))
		.getAllByRole('listitem')
		.filter((one) => one.querySelector('.word'));
const verdicts = () => entries().map((one) => one.querySelector('.word')!.textContent);

async function aClassroom() {
	const desk = await aDesk(4);
	const device = await aDevice();
	const by = (code: string, ability: number, more = {}) =>
		sealedBy({ code, ability, ...more }, desk.assignment, device);
	const show = () => render(CollectPanel, { open: desk.open, store: desk.store, port, now: () => noon });
	return { ...desk, device, by, show, view: show() };
}

it('gives each file a verdict of its own, and no bad one stops the others', async () => {
	const { by, store, assignment, device } = await aClassroom();
	const first = await by('S-001', 1);
	const late = await by('S-002', 0.6, { at: noon + 1000 });
	const elsewhere = await classOf(rosterOf(1), 'Elsewhere');
	const stranger = await sealedBy({ code: 'S-001', ability: 1 }, assignmentIn(elsewhere), device);
	await drop([
		asFile(first.name, first.text),
		asFile('noise.txt', 'hello'),
		asFile('again.txt', first.text),
		asFile('cut.txt', first.text.slice(0, first.text.length / 2)),
		asFile('empty.txt', ''),
		asFile(late.name, late.text),
		asFile('stranger.txt', stranger.text)
	]);
	expect(verdicts()).toEqual([
		'Opened',
		'Not from this app',
		'Here already',
		'The end is missing',
		'Empty',
		'Opened, late',
		'Of another class'
	]);
	expect((await store.results(assignment.id)).records).toHaveLength(2);
	// Each says what to do, and whose it is.
	expect(screen.getByText(/Ada 1 \(S-001\) · Week 3 · attempt 1/)).toBeTruthy();
	expect(screen.getByText(/as an attachment and not as text of a message/)).toBeTruthy();
	expect(screen.getByText('Read: 7 of 7')).toBeTruthy();
});

it('tells of another class on this device by its name, and of what a zip did not give', async () => {
	const { store, device, by } = await aClassroom();
	const other = await classOf(rosterOf(1), 'Evening group');
	await store.save({ classes: [{ data: await toRecord(other, null, port), rev: 0 }] });
	const theirs = await sealedBy({ code: 'S-001', ability: 1 }, assignmentIn(other), device);
	const ours = await by('S-001', 1);
	const zip = zipSync({ 'one.txt': new TextEncoder().encode(ours.text) });
	await drop([asFile(theirs.name, theirs.text), asFile('cut.zip', zip.slice(0, -30))]);
	expect(verdicts()).toEqual(['Of another class here', 'Opened', 'Zip not read to its end']);
	expect(screen.getByText(/“Evening group”\. Open that class/)).toBeTruthy();
	expect(screen.getByText(/The end of this zip is missing/)).toBeTruthy();
});

it('opens zips and pasted text alike', async () => {
	const { by, store, assignment } = await aClassroom();
	const [one, two, three] = await Promise.all([by('S-001', 1), by('S-002', 0.5), by('S-003', 0.2)]);
	const encode = (text: string) => new TextEncoder().encode(text);
	await drop([asFile('all.zip', zipSync({ 'a/one.txt': encode(one.text), 'two.txt': encode(two.text) }))]);
	expect(verdicts()).toEqual(['Opened', 'Opened']);
	expect(screen.getByText('all.zip/a/one.txt')).toBeTruthy();
	const paste = screen.getByText('Paste text instead').closest('details')!;
	paste.open = true;
	await fireEvent(paste, new Event('toggle'));
	await fireEvent.input(screen.getByLabelText(/whole text of one or more/), {
		target: { value: `Hi!\n${three.text}\n` }
	});
	await fireEvent.click(screen.getByRole('button', { name: 'Open what was pasted' }));
	await waitFor(() => expect(verdicts()).toHaveLength(3));
	expect((await store.results(assignment.id)).records).toHaveLength(3);
});

it('shows where a file claims other marks than its answers give', async () => {
	const { by } = await aClassroom();
	const boast = await by('S-001', 0.3, { boasts: true });
	await drop([asFile(boast.name, boast.text)]);
	expect(screen.getByText(/the file claims 100 of 100; the answers give \d+$/)).toBeTruthy();
});

it('tells that another device signed under a code, and what to do, also in a look at what asks for one', async () => {
	const { by, assignment } = await aClassroom();
	const first = await by('S-001', 1);
	const other = await sealedBy({ code: 'S-001', ability: 0.2, attempt: 2 }, assignment, await aDevice());
	await drop([asFile(first.name, first.text), asFile('other.txt', other.text)]);
	expect(verdicts()).toEqual(['Opened', 'Opened']);
	await fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'look' } });
	expect(entries().map((one) => one.textContent)).toEqual([expect.stringContaining('other.txt')]);
	expect(entries()[0]!.textContent).toContain('somebody else who handed in under their code');
});

it('takes a result out again, and puts it back', async () => {
	const { by, store, assignment } = await aClassroom();
	const first = await by('S-001', 1);
	await drop([asFile(first.name, first.text)]);
	await fireEvent.click(screen.getByRole('button', { name: /^Take it out again/ }));
	expect(await screen.findByText(/It is out of the gradebook/)).toBeTruthy();
	expect((await store.results(assignment.id)).records).toHaveLength(0);
	await fireEvent.click(screen.getByRole('button', { name: /^Put it back/ }));
	await waitFor(async () => expect((await store.results(assignment.id)).records).toHaveLength(1));
});

it('keeps what belongs to an unknown assignment, and opens it once that is here', async () => {
	const { open, store, device, show, view } = await aClassroom();
	const later = assignmentIn(open, { title: 'Week 4' });
	const early = await sealedBy({ code: 'S-001', ability: 1 }, later, device);
	await drop([asFile(early.name, early.text)]);
	expect(verdicts()).toEqual(['Kept waiting']);
	expect(await screen.findByRole('heading', { name: 'Kept until their assignment is here' })).toBeTruthy();
	await store.save({ assignments: [{ data: later, rev: 0 }] });
	view.unmount();
	show();
	// It waits no longer, nor does the list say so.
	await waitFor(() => expect(verdicts()).toEqual(['Opened']));
	await screen.findByText(/Everything has been read/);
	expect((await store.waiting(open.id)).records).toEqual([]);
	expect((await store.results(later.id)).records).toHaveLength(1);
});

it('still has the verdicts when one comes back to it, until the list is cleared', async () => {
	const { by, show, view, store, assignment } = await aClassroom();
	const [one, two] = await Promise.all([by('S-001', 1), by('S-002', 0.5)]);
	await drop([asFile(one.name, one.text), asFile('noise.txt', 'hello')]);
	view.unmount();
	const again = show();
	expect(await screen.findByText('Everything has been read. Files: 2.')).toBeTruthy();
	expect(verdicts()).toEqual(['Opened', 'Not from this app']);
	// They are those of this class, and the files after them go on the same list.
	await drop([asFile(two.name, two.text), asFile('again.txt', one.text)]);
	await waitFor(() => expect(verdicts()).toEqual(['Opened', 'Not from this app', 'Opened', 'Here already']));
	again.unmount();
	show();
	await fireEvent.click(await screen.findByRole('button', { name: 'Clear this list' }));
	expect(screen.queryByRole('list', { name: 'What became of each file' })).toBeNull();
	expect(document.activeElement?.id).toBe('collect-files');
	expect((await store.results(assignment.id)).records).toHaveLength(2);
});

it('speaks no more of what was deleted elsewhere', async () => {
	const { by, show, view, store, open } = await aClassroom();
	const [one, two] = await Promise.all([by('S-001', 1), by('S-002', 0.5)]);
	await drop([asFile(one.name, one.text), asFile(two.name, two.text), asFile('again.txt', one.text)]);
	view.unmount();
	forgetCollected(store, open.id, ({ code }) => code === 'S-001');
	show();
	await screen.findByText('Everything has been read. Files: 1.');
	expect(entries().map((one) => one.textContent)).toEqual([expect.stringContaining('S-002')]);
});
