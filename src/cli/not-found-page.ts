import { readFileSync, writeFileSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';

/**
 * The adapter, which then also writes `build/404.html`, the page that static hosts give for unknown addresses: the
 * app's shell, which says what is missing, and for readers without scripts the way back in both languages.
 */
export function withNotFoundPage(adapter: Adapter, base: string): Adapter {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const shell = readFileSync('build/200.html', 'utf8');
			const words =
				'<noscript><main class="page"><h1>There is no such page</h1>' +
				`<p><a href="${base}/">To the catalogue</a></p>` +
				`<p lang="zh-Hans">没有这个页面。<a href="${base}/zh/">返回目录</a></p></main></noscript>`;
			writeFileSync('build/404.html', shell.replace(/(<body[^>]*>)/, `$1${words}`));
		}
	};
}
