import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
const file = '01-rivers/01-two-dams.md';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'parallax-new-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as an author does, on a folder of its own. */
const run = (...args: string[]) => runIn(folder, ...args);
function runIn(lessons: string, ...args: string[]): { status: number | null; out: string; told: string } {
	const env = { ...process.env, PARALLAX_LESSONS: lessons };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/lessons.ts', ...args], {
		encoding: 'utf8',
		env
	});
	return { status, out: stdout, told: stderr };
}

// Each run starts Node, which takes long on a machine that does much else.
describe('npm run lessons', { timeout: 60_000 }, () => {
	it('makes a lesson where there is nothing, which passes its check', () => {
		expect(run('new', 'two-dams', '--module', 'rivers', '--title', 'Two dams')).toMatchObject({ status: 0, told: '' });
		expect(readFileSync(join(folder, file), 'utf8')).toContain('title: "Two dams"');
		expect(run('check')).toEqual({
			status: 0,
			out: expect.stringMatching(/1 lesson in 1 module, 0 errors, 3 warnings\n$/),
			told: ''
		});
	});

	it('refuses to make it again, and says where it is', () => {
		expect(run('new', 'two-dams')).toEqual({
			status: 2,
			out: '',
			told: `There is a lesson “two-dams” already: lessons/${file}.\n`
		});
	});

	it('mends what can be mended, says what, and has nothing to do the second time', () => {
		const whole = readFileSync(join(folder, file), 'utf8');
		writeFileSync(join(folder, file), whole.replace('- [x] `says` What', '- [x] What'));
		expect(run('check').status).toBe(1);
		const mended = run('check', join(folder, file), '--fix');
		expect(mended.status).toBe(0);
		expect(mended.out).toContain(`${folder}/${file} mended\n  line 89: option \`what-it-says\`\n`);
		expect(run('check', '--fix').out).not.toContain('mended');
		writeFileSync(join(folder, file), whole);
	});

	it('tells tools of problems as JSON, and ends with 1 for errors', () => {
		const whole = readFileSync(join(folder, file), 'utf8');
		writeFileSync(join(folder, file), whole.replace('two-dams-western-1', 'two-dams-westen-1'));
		const { status, out } = run('check', '--json');
		expect(status).toBe(1);
		expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ code: 'unknown-claim', severity: 'error', file }));
		writeFileSync(join(folder, file), whole);
	});

	it('prints the balance, also for tools', () => {
		expect(run('balance').out).toContain('two-dams\n  comparison   cards  words');
		expect(JSON.parse(run('balance', '--json').out)).toMatchObject([{ lesson: 'two-dams', out: [] }]);
	});

	it('names the folder that it reads, and takes a file as the messages name it', () => {
		expect(run('check', file).out).toContain(`${folder}/${file}:5:11 warning placeholder-left`);
		expect(run('check', 'two-dams').told).toBe(
			`There is no file two-dams in ${folder}/. Did you mean ${folder}/${file}?\n`
		);
	});

	it('says what a change does to the answers that learners gave', () => {
		const old = join(folder, 'old.md');
		const whole = readFileSync(join(folder, file), 'utf8');
		writeFileSync(old, whole);
		expect(run('changes', old, join(folder, file))).toEqual({
			status: 0,
			out: 'Every answer stands, and is marked as before.\n',
			told: ''
		});
		const changed = whole.replace('- [ ] `nearly` Something near it', '- [ ] `far` Something far from it');
		writeFileSync(join(folder, file), changed);
		expect(run('changes', old, file.replace(/^/, `${folder}/`)).out).toBe(
			'To be answered again:\n' +
				'  check: item `western-1` has to be answered again by those whose answer names `nearly`.\n\n' +
				'Raise version to 2: an answer given before means something else now.\n'
		);
		writeFileSync(join(folder, file), changed.replace('version: 1', 'version: 2'));
		expect(run('changes', old, join(folder, file)).out).toContain('The version was raised from 1 to 2');
		expect(run('changes', old)).toMatchObject({ status: 2, out: '' });
		expect(run('changes', old, join(folder, 'gone.md')).told).toMatch(/^There is no file /);
		writeFileSync(join(folder, file), whole);
	});

	it('tells a wrong call from a mistake in a lesson', () => {
		expect(run('chekc')).toMatchObject({ status: 2, out: '', told: expect.stringMatching(/Did you mean check\?\n/) });
		expect(run('check', 'nowhere.md')).toMatchObject({ status: 2, out: '' });
		expect(run('check', '--all').told).toMatch(/^--all is not understood here\./);
		expect(run('new', 'a-dam', '--titel', 'A dam').told).toMatch(/Did you mean --title\?\n/);
		expect(run('new', 'a-dam', '--title').told).toBe('After --title stands its value, and nothing did.\n');
	});

	it('says which folder is not there, and makes it for a first lesson', () => {
		const elsewhere = join(folder, 'elsewhere');
		expect(runIn(elsewhere, 'check')).toEqual({
			status: 2,
			out: '',
			told: `There is no folder ${elsewhere}. PARALLAX_LESSONS names it: correct the name, or unset it.\n`
		});
		expect(runIn(elsewhere, 'new', 'first')).toMatchObject({ status: 0, told: '' });
		expect(runIn(elsewhere, 'check').out).toMatch(/1 lesson in 1 module, 0 errors/);
	});
});
