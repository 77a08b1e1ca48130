// Brings what the project needs onto the machine: its packages, and with --browser a Chromium for the tests.
// Plain JavaScript with no imports of ours: it runs before anything is installed, on whatever Node there is. The
// packages bring a newer Node; what needs it runs in a script of its own (app:…), whose shell looks it up afresh.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.parallax-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

function run(command, args, hint) {
	const { status, error } = spawnSync(command, args, {
		stdio: 'inherit',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	if (status === 0) return;
	console.error(`\n${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.\n${hint}`);
	process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`Parallax needs Node 20 or later to set itself up; this is ${process.version}.`);
	process.exit(1);
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	console.log('Installing the packages of package-lock.json (once)…');
	run(
		'npm',
		['ci', '--no-audit', '--no-fund', '--loglevel=error'],
		'Check that the npm registry can be reached, then run the command again.'
	);
	writeFileSync(stamp, lock);
}

const chromium = process.env.PARALLAX_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
if (process.argv.includes('--browser') && !existsSync(chromium)) {
	console.log('Installing Chromium for the browser tests (once)…');
	const hint = `The browser tests need Chromium. Install it, and set PARALLAX_CHROMIUM to its path if that is not ${chromium}.`;
	run('apt-get', ['update', '-qq'], hint);
	run(
		'apt-get',
		[
			'install',
			'-y',
			'-qq',
			'--no-install-recommends',
			'chromium-headless-shell',
			'fonts-noto-cjk',
			'fonts-liberation'
		],
		hint
	);
}
