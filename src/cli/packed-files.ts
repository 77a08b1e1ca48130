import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Adapter } from '@sveltejs/kit';
import type { Plugin } from 'vite';
import { DensePacker } from './dense-gzip.ts';

const packable = '**/*.{html,js,json,css,svg,xml,txt,md}';
const dense = /_app\/immutable\/.*\.(?:js|css)$/;
/** Scripts and sheets from this size on, in bytes, are worth the time. */
const least = 1024;
/** So many files at a time. */
const lanes = 8;

const zlibGzip = promisify(gzip);
const brotli = promisify(brotliCompress);

const brotliOf = (bytes: Uint8Array, quality: number) =>
	brotli(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
	});
/**
 * Brotli's 11 takes three times as long as its 10 for 3 % less, and 10 ten times as long as 7 for 11 % less: scripts are
 * worth the first, the pages of a course the second, and of a large catalogue they would take a second for each lesson.
 */
const qualityFor = (pages: number): number => (pages > 2000 ? 7 : 10);

/**
 * `.gz` and `.br` files beside what a build writes, for hosts that serve them; the scripts and sheets densely: a phone on
 * a slow line waits for these bytes at every first visit. The plugin packs those ahead, in threads of their own: for all
 * that comes after them, the pages among it, a build has one.
 */
export function packedFiles(packer = new DensePacker()): { ahead: Plugin; after: (adapter: Adapter) => Adapter } {
	return {
		ahead: {
			name: 'parallax:packed-files',
			apply: 'build',
			applyToEnvironment: ({ name }) => name === 'client',
			writeBundle(_, bundle) {
				for (const file of Object.values(bundle)) {
					const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
					// What fails here fails where it is asked for.
					if (dense.test(file.fileName) && bytes.length >= least) packer.pack(bytes).catch(() => undefined);
				}
			}
		},
		after: (adapter) => ({
			...adapter,
			async adapt(builder) {
				await adapter.adapt(builder);
				const files = globSync(packable, { cwd: 'build' });
				const quality = qualityFor(files.length);
				async function work(): Promise<void> {
					for (let file = files.shift(); file !== undefined; file = files.shift()) {
						const bytes = await readFile(`build/${file}`);
						const isDense = dense.test(file) && bytes.length >= least;
						const [gz, br] = await Promise.all([
							isDense ? packer.pack(bytes) : zlibGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
							brotliOf(bytes, isDense ? 11 : quality)
						]);
						await Promise.all([writeFile(`build/${file}.gz`, gz), writeFile(`build/${file}.br`, br)]);
					}
				}
				await Promise.all(Array.from({ length: lanes }, work));
				packer.prune();
			}
		})
	};
}
