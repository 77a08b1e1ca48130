import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sourceDigest } from './source-digest.ts';

// The build is a function of the sources: with the same digest there is nothing to do.
const stamp = 'build/.digest';
const digest = sourceDigest();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
	const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
	writeFileSync(stamp, digest);
}
