import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { serve } from '../../src/cli/serve.ts';

export const root = resolve(import.meta.dirname, '../..');
export const build = join(root, 'build');

const sources = ['src', 'lessons', 'static', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** What a build of its own may take on a machine that has other work, in milliseconds. */
export const buildTime = 600_000;

/** The app built in a folder of its own with other variables in its environment; the folder, whose `build` it is. */
export function buildApart(variables: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-apart-'));
	for (const source of sources) cpSync(join(root, source), join(folder, source), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const env = { ...process.env, PARALLAX_PACK: 'no', ...variables };
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env, stdio: 'pipe' });
	return folder;
}

/** A static host of a test's own, whose folder can be swapped while its origin stays. */
export async function host(folder: string) {
	let { origin, server } = await serve(folder, 0);
	const stop = (): Promise<void> =>
		new Promise((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	return {
		origin,
		stop,
		async swapTo(other: string): Promise<void> {
			await stop();
			({ server } = await serve(other, Number(new URL(origin).port)));
		}
	};
}

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

/** A copy of a build, without the precompressed files. */
export function copyOf(folder: string, to: string): string {
	cpSync(folder, to, { recursive: true, filter: (path) => !/\.(?:br|gz)$/.test(path) });
	return to;
}

export const versionOf = (folder: string): string =>
	(JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as { version: string }).version;

/**
 * What a deploy of a later version puts on the host, made from a build in a moment: another version, and other names for
 * all scripts and styles, so that none of the old ones is to be had any more.
 */
export function laterVersionOf(folder: string, to: string, version: string): string {
	copyOf(folder, to);
	const named = filesBelow(join(to, '_app/immutable'));
	for (const path of named) renameSync(path, join(path, '..', `later-${basename(path)}`));
	const names = named.map((path) => basename(path));
	for (const path of filesBelow(to).filter((one) => /\.(?:html|js|css|json)$/.test(one))) {
		let text = readFileSync(path, 'utf8').replaceAll(versionOf(folder), version);
		for (const name of names) text = text.replaceAll(name, `later-${name}`);
		writeFileSync(path, path.endsWith('.html') ? withHashes(text) : text);
	}
	return to;
}

/** The content security policy names the hash of each inline script. */
function withHashes(html: string): string {
	const hashes = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
		([, script]) =>
			`'sha256-${createHash('sha256')
				.update(script ?? '')
				.digest('base64')}'`
	);
	return html.replace(/script-src 'self'[^;]*/, ["script-src 'self'", ...hashes].join(' '));
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
