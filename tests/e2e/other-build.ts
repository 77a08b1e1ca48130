import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './resilience-hosts.ts';

const sources = ['src', 'lessons', 'static', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** A build of its own, served until `close` is called, which also deletes it. */
export interface OtherBuild {
	origin: string;
	close(): void;
}

/** Builds a copy of the app with other settings of the environment, and serves it on a free port. */
export async function buildAndServe(settings: Record<string, string>): Promise<OtherBuild> {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-other-'));
	for (const source of sources) cpSync(join(root, source), join(folder, source), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const env = { ...process.env, ...settings, PORT: '0' };
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env, stdio: 'pipe' });
	const server = spawn(process.execPath, ['src/cli/serve.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
	const origin = await new Promise<string>((found) =>
		server.stdout.on('data', (said: Buffer) => {
			const address = /http:\/\/localhost:\d+/.exec(String(said))?.[0];
			if (address) found(address);
		})
	);
	return {
		origin,
		close() {
			server.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
