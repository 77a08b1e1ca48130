import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';

/** Serves `folder` as a static host does, unknown addresses with its `404.html`; resolves with the origin. */
export function serve(folder: string, port: number, base = ''): Promise<{ origin: string; server: Server }> {
	const files = sirv(resolve(folder), { etag: true, gzip: true, dotfiles: false });
	const server = createServer((request, response) => {
		const unknown = () => {
			response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
			createReadStream(join(folder, '404.html')).pipe(response);
		};
		if (!request.url?.startsWith(`${base}/`)) return unknown();
		request.url = request.url.slice(base.length);
		files(request, response, unknown);
	});
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(port, () => {
			const address = server.address();
			done({ origin: `http://localhost:${typeof address === 'object' ? address?.port : port}`, server });
		});
	});
}

if (import.meta.main) {
	const port = Number(process.env.PORT ?? 4173);
	const base = process.env.BASE_PATH ?? '';
	try {
		const { origin } = await serve('build', port, base);
		console.log(`\n  Parallax is at ${origin}${base}/\n  (stop it with Ctrl+C; PORT=… chooses another port)\n`);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		console.error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
		process.exit(1);
	}
}
