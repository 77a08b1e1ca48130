import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';
import { gzipAsync } from '@gfx/zopfli';

/** Scripts and sheets from this size on, in bytes, are worth the time. */
const least = 1024;

/** The same bytes in a gzip file that is some 3 % smaller than zlib's best; it takes a second for each 60 kB. */
export const denseGzip = (bytes: Uint8Array): Promise<Uint8Array> => gzipAsync(bytes, { numiterations: 15 });

/**
 * The adapter, which then also packs the large scripts and sheets anew, for hosts that serve the `.gz` files beside the
 * originals. A phone on a slow line waits for these bytes at every first visit.
 */
export function withDenseGzip(adapter: Adapter): Adapter {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			for (const file of globSync('build/_app/immutable/**/*.{js,css}'))
				if (statSync(file).size >= least) writeFileSync(`${file}.gz`, await denseGzip(readFileSync(file)));
		}
	};
}
