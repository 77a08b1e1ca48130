import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

// Runs everything, whatever fails on the way, and ends with one line that adds all runners up.
const reports = mkdtempSync(join(tmpdir(), 'parallax-test-'));
let passed = 0;
let failed = 0;
/** What failed far above, said again at the end: a log is often kept by its tail. */
const told: string[] = [];

interface UnitReport {
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
	}[];
}

function run(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
	console.log(`\n── ${name}`);
	const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
	return status === 0;
}
/** Runs while others run; what it prints is kept until it has ended. */
async function beside(command: string, args: string[]): Promise<{ ok: boolean; output: string }> {
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
	const [code] = (await once(child, 'close')) as [number | null];
	return { ok: code === 0, output };
}
/** A tool without a count of its own is one test: it passes or it fails. */
function count(name: string, ok: boolean, output = ''): void {
	if (ok) passed += 1;
	else {
		failed += 1;
		told.push(`${name}\n${output}`);
	}
}
/** Runs a script of package.json as one test. */
function script(name: string, ...args: string[]): void {
	count(name, run(name, 'npm', ['run', '--silent', ...args]));
}
function readReport<T>(file: string): T | null {
	try {
		return JSON.parse(readFileSync(join(reports, file), 'utf8')) as T;
	} catch {
		return null;
	}
}

// The build keeps one core busy, what only reads the sources the other. The types wait: their check writes the
// messages anew, as the build does, and whichever reads meanwhile finds half of them.
const build = beside('node', ['src/cli/build-if-stale.ts']);
script('lint', 'check:lint');
script('format', 'check:format');
script('lessons', 'app:lessons', '--', 'check');
const { ok: built, output } = await build;
console.log(`\n── build\n${output}`);
count('build', built, output);
script('types', 'check:types');

const units = join(reports, 'units.json');
const unitsOk = run('units and components', 'vitest', [
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${units}`
]);
const unit = readReport<UnitReport>('units.json');
passed += unit?.numPassedTests ?? 0;
failed += unit?.numFailedTests ?? 0;
for (const { name, message, assertionResults } of unit?.testResults ?? []) {
	if (message) told.push(`${relative('.', name)}\n${message}`);
	for (const { fullName, status, failureMessages } of assertionResults)
		if (status === 'failed') told.push(`${relative('.', name)} › ${fullName}\n${failureMessages.join('\n')}`);
}
// A file that does not even load has no failed test of its own.
if (!unitsOk && !unit?.numFailedTests) failed += 1;

if (built) {
	const browserOk = run('browser', 'playwright', ['test', '-c', 'tests/e2e'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json')
	});
	const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>('browser.json')?.stats;
	if (stats?.flaky) console.log(`\n${stats.flaky} of the browser tests passed only on the second try (named above).`);
	passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
	failed += stats?.unexpected ?? 0;
	if (!browserOk && !stats?.unexpected) failed += 1;
}

for (const failure of told) {
	const lines = failure.split('\n').filter((line) => !line.includes('/node_modules/'));
	console.log(`\n✘ ${lines.slice(0, 12).join('\n').slice(0, 1500)}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
