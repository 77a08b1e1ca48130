import { parentPort } from 'node:worker_threads';
import { denseGzip } from './dense-gzip.ts';

// One of the threads of DensePacker.
parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await denseGzip(bytes)));
