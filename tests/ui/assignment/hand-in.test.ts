import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyMapWork } from '#lib/domain/argument/work.ts';
import { fromEnvelope } from '#lib/domain/classroom/sealing/envelope.ts';
import { readPrivateKey, readPublicKey } from '#lib/domain/classroom/sealing/keys.ts';
import { openResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import CodeEntry from '#lib/ui/assignment/CodeEntry.svelte';
import HandIn from '#lib/ui/assignment/HandIn.svelte';
import StandingBar from '#lib/ui/assignment/StandingBar.svelte';
import { catchDownloads, press } from '../settings/support.ts';
import { classKeys, content, lesson, opened, port, serveData } from './support.ts';

// There is no build here to have a version.
vi.mock('$app/env', async (original) => ({ ...(await original<object>()), version: '1.0.0' }));
beforeEach(() => void serveData());

async function show(change: Partial<Assignment> = {}, code: string | null = 'S-017') {
	const all = await opened(change);
	if (code !== null) all.session.send({ type: 'code.entered', code, now: 1_760_000_150_000 });
	render(HandIn, { session: all.session });
	if (code !== null) await screen.findByRole('button', { name: 'Seal it' });
	return all;
}
const shown = () => screen.findByText(/"kind": "result"/);
async function seal() {
	await shown();
	await press('Seal it');
	return screen.findByRole('heading', { name: 'Sealed. Now hand it over' });
}
/** What the instructor finds in a file. */
async function inside(text: string) {
	const { publicKey, privateKey } = await classKeys();
	const envelope = fromEnvelope(text);
	if (!envelope.ok) throw new Error(envelope.code);
	const own = { publicKey: await readPublicKey(publicKey, port), privateKey: await readPrivateKey(privateKey, port) };
	const found = await openResult(envelope, own, port);
	if (!found.ok) throw new Error(found.code);
	return found.result;
}

describe('the code', () => {
	it('is taken as it is compared: in upper case, without blanks', async () => {
		const { session } = await opened();
		render(CodeEntry, { session, now: () => 5 });
		await fireEvent.input(screen.getByLabelText('Your code'), { target: { value: ' s–017 ' } });
		await press('Enter');
		expect(session.work).toMatchObject({ code: 'S-017', startedAt: 5 });
		expect(screen.getByRole('status').textContent).toContain('S-017');
	});

	it.each([
		['', 'Type your code first.'],
		['what?!', 'That cannot be a code']
	])('is asked for again when it is “%s”', async (value, words) => {
		const { session } = await opened();
		render(CodeEntry, { session });
		const field = screen.getByLabelText('Your code');
		await fireEvent.input(field, { target: { value } });
		await press('Enter');
		expect(screen.getByRole('alert').textContent).toContain(words);
		expect(document.activeElement).toBe(field);
		expect(session.work.code).toBeNull();
	});

	it('is told and no longer asked for once something was sealed under it', async () => {
		const { session } = await show();
		await seal();
		document.body.replaceChildren();
		render(CodeEntry, { session });
		expect(screen.getByRole('status').textContent).toContain('S-017');
		expect(screen.queryByLabelText('Your code')).toBeNull();
	});
});

describe('handing in', () => {
	it('asks for the code before anything else', async () => {
		await show({}, null);
		expect(screen.getByLabelText('Your code')).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Seal it' })).toBeNull();
	});

	it('names what is not done, each with its way there', async () => {
		await show();
		const notice = (await screen.findByText('Not done yet:')).closest('div')!;
		const links = within(notice).getAllByRole('link');
		expect(links.map(({ textContent }) => textContent)).toEqual(['Orient', 'Check', 'Weigh']);
		expect(links[1]?.getAttribute('href')).toBe(`#0a1b2c3d4e5f/${lesson.id}/check`);
	});

	it('seals to the last character what was shown', async () => {
		const { session } = await show();
		const words = (await shown()).textContent ?? '';
		await seal();
		expect(await inside(session.work.file?.text ?? '')).toEqual(JSON.parse(words));
	});

	it('leaves stances out until they are ticked', async () => {
		const { session } = await opened({ asks: ['stances'] });
		session.send({ type: 'code.entered', code: 'S-017', now: 1 });
		await session.openLessons();
		const step = lesson.steps.find(({ id }) => id === 'orient');
		if (step?.id !== 'orient') throw new Error('no orient');
		const chosen = session.asked[0]?.lesson;
		const answers = { [step.stance.id]: step.stance.options[1]!.id };
		chosen?.save({
			lessonId: chosen.workId,
			stepId: 'orient',
			lessonVersion: 1,
			work: { answers, finished: false },
			place: null
		});
		await session.settled();
		render(HandIn, { session });
		expect(JSON.parse((await shown()).textContent ?? '').shared.stances).toEqual([]);
		await fireEvent.click(screen.getByRole('checkbox', { name: /^your stances and predictions/ }));
		await vi.waitFor(async () => expect(JSON.parse((await shown()).textContent ?? '').shared.stances).toHaveLength(1));
	});

	it('shows the map with what checking showed of its cards', async () => {
		const { session } = await opened();
		session.send({ type: 'code.entered', code: 'S-017', now: 1 });
		await session.openLessons();
		const step = lesson.steps.find(({ id }) => id === 'weigh');
		if (step?.id !== 'weigh') throw new Error('no map');
		const { map } = step.references[0]!;
		const chosen = session.asked[0]?.lesson;
		chosen?.save({
			lessonId: chosen.workId,
			stepId: 'weigh',
			lessonVersion: 1,
			work: { ...emptyMapWork(step.kit), start: map, map },
			place: null
		});
		await session.settled();
		render(HandIn, { session });
		const claims = step.kit.cards.flatMap((card) => card.claims.flatMap((id) => content.library.claims[id] ?? []));
		const unsure = claims.find(({ status }) => status === 'unverified');
		const outline = await screen.findByText(/\[1\] reported, not confirmed: /);
		expect(outline.textContent).toContain(unsure!.why);
	});

	it('is “not yet handed in” until the file has left, and then has a receipt', async () => {
		const files = catchDownloads();
		const { session } = await show();
		render(StandingBar, { session });
		const bar = screen.getByRole('region', { name: 'Whether it is handed in' });
		expect(bar.textContent).toContain('Not yet handed in');
		await seal();
		expect(bar.textContent).toContain('Sealed, but not yet handed in');
		await press('Download');
		await tick();
		expect(bar.textContent).toMatch(/Handed in/);
		expect(files.map(({ name }) => name)).toEqual(['S-017_week-3_a1.parallax.txt']);
		expect(await files[0]?.text).toBe(session.work.file?.text);
		const receipt = screen.getByRole('region', { name: 'Receipt' });
		expect(receipt.textContent).toMatch(/S-017.*downloaded.*[0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2}/s);
	});

	it('can be copied where nothing can be shared or downloaded', async () => {
		const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
		vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
		const { session } = await show();
		await seal();
		await press('Copy the text');
		expect(writeText).toHaveBeenCalledWith(session.work.file?.text);
		expect(await screen.findByText(/Copied/)).toBeTruthy();
		vi.unstubAllGlobals();
		serveData();
	});

	it('ends when the allowed hand-ins are used, and offers one more before that', async () => {
		catchDownloads();
		const { session } = await show({ attempts: 2 });
		await seal();
		await press('Download');
		await press('Change something and hand in again');
		expect(await screen.findByText('This is hand-in 2 of 2.')).toBeTruthy();
		await seal();
		await press('Download');
		await tick();
		expect(session.work.receipts.filter(({ via }) => via.length > 0).map(({ attempt }) => attempt)).toEqual([1, 2]);
		expect(screen.queryByRole('button', { name: 'Change something and hand in again' })).toBeNull();
		expect(screen.getByText('No further hand-ins are left.')).toBeTruthy();
	});

	it('says that it is late before it is sealed, by the clock of the device', async () => {
		await show({ due: 1_760_000_160_000 });
		expect(await screen.findByText(/By this device’s clock the due date .* has passed/)).toBeTruthy();
	});
});
