import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSecret } from '#lib/domain/classroom/sealing/passphrase.ts';
import { Classes } from '#lib/state/classroom/classes.svelte.ts';
import TeachPage from '#lib/ui/teach/TeachPage.svelte';
import { catchDownloads } from '../settings/support.ts';
import { desk, noon, port } from '../../storage/classroom/support.ts';
import { choose, classesOn, press, settled, type, withClass } from './support.ts';

const go = async (hash: string) => {
	location.hash = hash;
	await fireEvent(window, new Event('hashchange'));
	await settled();
};
const show = async (classes: Classes, hash = '') => {
	location.hash = hash;
	render(TeachPage, { classes });
	await vi.waitFor(() => expect(classes.phase).not.toBe('opening'));
	await settled();
};

beforeEach(() => sessionStorage.clear());

describe('the instructor’s page', () => {
	it('says what it is, what it does not prove, and what to do where there is no class', async () => {
		await show(await classesOn(await desk().tab()));
		expect(screen.getByText(/There is no server and there are no accounts/)).toBeTruthy();
		expect(
			screen.getByText(
				'Sealed so that only your instructor can read it, and changes after sealing are detected. It does not prove who answered, or that no help was used. Where the app marks itself, answers can be found by inspecting the page. Not for high-stakes exams.'
			)
		).toBeTruthy();
		expect(await screen.findByText('There is no class on this device yet.')).toBeTruthy();
		expect(screen.getByRole('link', { name: 'New class' }).getAttribute('href')).toBe('#new');
	});

	it('says so, with the way out, where there is no cryptography or no disk', async () => {
		const classes = new Classes({ openStore: () => desk().tab(), port: null });
		await show(classes);
		expect(await screen.findByText(/opened without a secure connection/)).toBeTruthy();
		expect(screen.queryByRole('link', { name: 'New class' })).toBeNull();
	});
	it('warns before anything is made where nothing would be kept', async () => {
		await show(await classesOn(await desk().tab({ indexedDB: null })));
		expect(await screen.findByText(/would be kept when this tab is closed/)).toBeTruthy();
		expect(screen.getByRole('link', { name: 'New class' })).toBeTruthy();
	});

	it('reminds of a class that was to be deleted', async () => {
		const { classes } = await withClass({ deleteBy: noon - 86_400_000 });
		await show(classes);
		expect(await screen.findByText(/was to be deleted by/)).toBeTruthy();
	});

	it('says what to do where the address names a class that is not here', async () => {
		const { classes } = await withClass();
		await show(classes, '#zzzzzzzzzzzz/students');
		expect(await screen.findByRole('heading', { name: 'This class is not on this device.' })).toBeTruthy();
	});
});

describe('a new class', () => {
	it('is made of a pasted list, shows what it noticed by line, and stays after a reload', async () => {
		const device = desk();
		const classes = await classesOn(await device.tab());
		await show(classes, '#new');
		await type('Name of the class', 'Media 101');
		await type('Students, one a line', 'code,name\nA-7,Li Wei\n,Ada\nA-7,Bo');
		expect(screen.getByText('Found: 3')).toBeTruthy();
		expect(screen.getByText(/Line 4: Somebody has the code A-7 already/)).toBeTruthy();
		await press('Make the class');
		await vi.waitFor(() => expect(classes.list).toHaveLength(1));
		const again = await classesOn(await device.tab());
		const [record] = again.list;
		expect(record).toMatchObject({ name: 'Media 101', backedUpAt: null });
		expect(again.openOf(record!.id)?.roster).toEqual([
			{ code: 'A-7', name: 'Li Wei' },
			{ code: 'S-001', name: 'Ada' },
			{ code: 'S-002', name: 'Bo' }
		]);
		await vi.waitFor(() => expect(location.hash).toBe(`#${record!.id}/students`));
	});

	it('is not made without a name, nor with two passphrases that differ', async () => {
		const classes = await classesOn(await desk().tab());
		await show(classes, '#new');
		await fireEvent.click(screen.getByRole('checkbox', { name: /Keep names and key under a passphrase/ }));
		await type('Passphrase', 'four words are good');
		await type('Passphrase once more', 'four words are bad');
		await press('Make the class');
		expect(screen.getByText('Give the class a name.')).toBeTruthy();
		expect(screen.getByText('The two are not the same.')).toBeTruthy();
		expect(document.activeElement?.id).toBe('class-name');
		expect(classes.list).toEqual([]);
	});

	it('is as it was left when one comes back to it, in the same tab alone, until it is made', async () => {
		const device = desk();
		const classes = await classesOn(await device.tab());
		await show(classes, '#new');
		await type('Name of the class', 'Media 101');
		await type('Students, one a line', 'Li Wei\nAda');
		await go('');
		await go('#new');
		expect(screen.getByLabelText<HTMLInputElement>('Name of the class').value).toBe('Media 101');
		expect(screen.getByText('Found: 2')).toBeTruthy();
		// After a reload.
		document.body.replaceChildren();
		const reloaded = await classesOn(await device.tab());
		await show(reloaded, '#new');
		expect(screen.getByLabelText<HTMLTextAreaElement>('Students, one a line').value).toBe('Li Wei\nAda');
		await press('Make the class');
		await vi.waitFor(() => expect(reloaded.list).toHaveLength(1));
		expect(reloaded.openOf(reloaded.list[0]!.id)?.roster.map(({ name }) => name)).toEqual(['Li Wei', 'Ada']);
		expect(JSON.stringify({ ...sessionStorage })).not.toContain('Li Wei');
	});

	it('that is to be under a passphrase is written nowhere before, and can be emptied', async () => {
		const classes = await classesOn(await desk().tab());
		await show(classes, '#new');
		await type('Students, one a line', 'Li Wei');
		expect(JSON.stringify({ ...sessionStorage })).toContain('Li Wei');
		await fireEvent.click(screen.getByRole('checkbox', { name: /Keep names and key under a passphrase/ }));
		expect(JSON.stringify({ ...sessionStorage })).not.toContain('Li Wei');
		await type('Students, one a line', 'Li Wei\nAda');
		await go('');
		await go('#new');
		expect(screen.getByText('Found: 2')).toBeTruthy();
		expect(JSON.stringify({ ...sessionStorage })).not.toContain('Li Wei');
		await press('Empty the form');
		expect(screen.getByLabelText<HTMLTextAreaElement>('Students, one a line').value).toBe('');
		expect(document.activeElement?.id).toBe('class-name');
		expect(screen.queryByRole('button', { name: 'Empty the form' })).toBeNull();
	});

	it('can be codes alone, as many as are asked for', async () => {
		await show(await classesOn(await desk().tab()), '#new');
		await type(/How many/, '3');
		await press('Add codes');
		expect(screen.getByLabelText<HTMLTextAreaElement>('Students, one a line').value).toBe('S-001\nS-002\nS-003');
		expect(screen.getByText('Found: 3')).toBeTruthy();
	});

	it('takes a CSV file from a spreadsheet', async () => {
		await show(await classesOn(await desk().tab()), '#new');
		await choose('Choose a CSV file…', { name: 'class.csv', text: '\uFEFF姓名;学号\r\n李伟;20230001\r\n' });
		expect(await screen.findByText('Found: 1')).toBeTruthy();
		await fireEvent.click(screen.getByText('Look at what was found'));
		expect(within(screen.getByRole('table')).getByText('20230001')).toBeTruthy();
	});
});

describe('a class', () => {
	it('asks first for a backup, and takes only the file that opens it for one', async () => {
		const files = catchDownloads();
		const { classes, open } = await withClass({ backedUpAt: null });
		await show(classes, `#${open.id}/assignments`);
		expect(await screen.findByRole('heading', { name: /First: save the key/ })).toBeTruthy();
		expect(screen.queryByRole('link', { name: 'New assignment' })).toBeNull();
		await press('1. Save the backup');
		const text = await files[0]!.text;
		expect(files[0]!.name).toMatch(/^media-101\.key\..*\.parallax\.txt$/);

		await choose(/^2\. Choose the saved file/, { name: 'wrong.txt', text: text.replace('S-001', 'S-009') });
		expect(await screen.findByText(/“wrong.txt” is no backup, or was changed/)).toBeTruthy();
		const other = await withClass({ backedUpAt: null });
		const foreign = other.classes.backup(other.open.id)!;
		await choose(/^2\. Choose the saved file/, { name: 'other.txt', text: foreign.text });
		expect(await screen.findByText(/“other.txt” is a backup of another class/)).toBeTruthy();
		expect(classes.openOf(open.id)?.backedUpAt).toBeNull();

		await choose(/^2\. Choose the saved file/, { name: files[0]!.name, text });
		await vi.waitFor(() => expect(classes.openOf(open.id)?.backedUpAt).toBe(noon));
		expect(await screen.findByRole('link', { name: 'New assignment' })).toBeTruthy();
	});

	it('loses a student, who can be put back or brought back by undo', async () => {
		const { classes, open } = await withClass();
		await show(classes, `#${open.id}/students`);
		await press('Remove Li Wei (S-001) from the class');
		expect(await screen.findByText(/Li Wei \(S-001\) is no longer in the class/)).toBeTruthy();
		expect(screen.getByRole('heading', { name: 'Students: 2' })).toBeTruthy();
		await press('Undo');
		await vi.waitFor(() => expect(screen.getByRole('heading', { name: 'Students: 3' })).toBeTruthy());
		expect(screen.getByText('It is as it was.')).toBeTruthy();
	});

	it('deletes a student with the name in the locked box, and leads on to who is left', async () => {
		const { device, classes, open } = await withClass();
		await classes.setPassphrase(open.id, 'four words are good');
		await show(classes, `#${open.id}/students`);
		await press('Remove Li Wei (S-001) from the class');
		await fireEvent.click(await screen.findByText('No longer in the class (1)'));
		await press('Delete Li Wei (S-001) with all results');
		await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete with results' }));
		await vi.waitFor(() => expect(classes.openOf(open.id)?.roster).toHaveLength(2));
		await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Students: 2'));
		// What the disk has is opened as another tab would open it.
		const other = await classesOn(await device.tab());
		expect(await other.unlock(open.id, 'four words are good')).toBe('open');
		expect(JSON.stringify(other.openOf(open.id))).toContain('Ada');
		expect(JSON.stringify(other.openOf(open.id))).not.toContain('Li Wei');
		const { secret } = other.recordOf(open.id)!;
		const inside = await openSecret(secret, 'four words are good', port);
		expect(JSON.stringify(inside?.secret)).not.toContain('Li Wei');
	});

	it('renames a student, and takes new ones beside those who are there', async () => {
		const { classes, open } = await withClass();
		await show(classes, `#${open.id}/students`);
		await press('Edit S-003');
		await type('Name', 'Bo');
		await press('Save');
		expect(await screen.findByText('Bo')).toBeTruthy();
		await type('Students, one a line', 'Chen');
		await press('Add to the class');
		expect(await screen.findByText('Students added: 1')).toBeTruthy();
		expect(classes.openOf(open.id)?.roster.map(({ code, name }) => [code, name])).toEqual([
			['S-001', 'Li Wei'],
			['S-002', 'Ada'],
			['S-003', 'Bo'],
			['S-004', 'Chen']
		]);
	});

	it('is renamed, archived, deleted and brought back by undo', async () => {
		const { classes, open } = await withClass();
		await show(classes, `#${open.id}/class`);
		await type('Name of the class', 'Media 102');
		await press('Rename');
		expect(await screen.findByText(/The class is now called “Media 102”/)).toBeTruthy();
		await press('Put into the archive');
		await vi.waitFor(() => expect(classes.list[0]?.archived).toBe(true));
		await press('Delete the class…');
		await fireEvent.click(
			within(screen.getByRole('dialog', { name: 'Delete “Media 102”?' })).getByRole('button', {
				name: 'Delete the class'
			})
		);
		expect(await screen.findByText(/The class “Media 102” was deleted/)).toBeTruthy();
		expect(classes.list).toEqual([]);
		await press('Undo');
		await vi.waitFor(() => expect(classes.list.map(({ name }) => name)).toEqual(['Media 102']));
		expect(classes.openOf(open.id)?.privateKey).toBe(open.privateKey);
	});

	it('under a passphrase shows codes only, until the right one is given', async () => {
		const { device, classes, open } = await withClass();
		expect(await classes.setPassphrase(open.id, 'four words are good')).toBe(true);
		const visitor = await classesOn(await device.tab());
		expect(JSON.stringify(visitor.list)).not.toMatch(/"(?:Li Wei|Ada)/);
		await show(visitor, `#${open.id}/students`);
		expect(await screen.findByRole('heading', { name: 'This class is locked' })).toBeTruthy();
		expect(screen.getByText('S-001')).toBeTruthy();
		expect(screen.queryByText('Li Wei')).toBeNull();
		await type('Passphrase', 'five words');
		await press('Unlock');
		expect(await screen.findByText('The passphrase is wrong. Nothing was changed.')).toBeTruthy();
		await type('Passphrase', 'four words are good');
		await press('Unlock');
		expect(await screen.findByText('Li Wei')).toBeTruthy();
	});

	it('that is locked or unlocked leaves the focus on what is there then', async () => {
		const { classes, open } = await withClass();
		await classes.setPassphrase(open.id, 'four words are good');
		await show(classes, `#${open.id}/class`);
		const lock = screen.getByRole('button', { name: 'Lock the class now' });
		lock.focus();
		await fireEvent.click(lock);
		await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('This class is locked'));
		await type('Passphrase', 'four words are good');
		screen.getByLabelText('Passphrase').focus();
		await press('Unlock');
		await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Media 101'));
	});

	it('comes back from its backup on another device, and from a copy with everything', async () => {
		const { classes, open } = await withClass();
		const backup = classes.backup(open.id)!;
		const copy = (await classes.copy(open.id))!;
		for (const file of [backup, copy]) {
			const other = await classesOn(await desk().tab());
			await show(other, '#restore');
			await choose('Choose the file…', file);
			expect(await screen.findByText('Brought in:')).toBeTruthy();
			expect(other.openOf(open.id)?.privateKey).toBe(open.privateKey);
			expect(other.openOf(open.id)?.roster).toEqual(open.roster);
			document.body.innerHTML = '';
		}
		const third = await classesOn(await desk().tab());
		await show(third, '#restore');
		await choose('Choose the file…', { name: 'notes.txt', text: 'something else' });
		expect(await screen.findByText('“notes.txt” was not brought in.')).toBeTruthy();
	});

	it('is shown as another tab left it, when both change it at once', async () => {
		const { device, classes, open } = await withClass();
		const other = await classesOn(await device.tab());
		await show(classes, `#${open.id}/class`);
		await other.change(open.id, (one) => ({ ...one, name: 'Changed elsewhere' }));
		await vi.waitFor(() => expect(classes.list[0]?.name).toBe('Changed elsewhere'));
		await go(`#${open.id}/students`);
		expect(screen.getByRole('heading', { name: 'Changed elsewhere' })).toBeTruthy();
	});
});
