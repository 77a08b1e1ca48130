import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Node keeps what it has read of our TypeScript and of the packages: a quarter of the time that a check takes. So the
// commands are loaded only now; where the folder cannot be written they are read anew.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)));
await import('./lesson-commands.ts');
