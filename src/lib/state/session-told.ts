import { href } from './address.ts';

/**
 * Leaves the page when the learner has ended the session in another tab: what it shows is nobody's any more. The tab
 * that ends it hears itself too, and says so on its document (`data-ending`).
 */
export function followSessionEnd(): void {
	if (typeof BroadcastChannel === 'undefined') return;
	// That of the store, which may not be open in this tab.
	new BroadcastChannel('parallax').onmessage = ({ data }: MessageEvent<{ ended?: unknown } | null>) => {
		if (data?.ended !== true || 'ending' in document.documentElement.dataset) return;
		void import('./session-end.ts').then(async ({ forgetTraces, endedHash }) => {
			await forgetTraces();
			const settings = href('/settings/');
			if (location.pathname !== settings) location.replace(settings + endedHash);
			else {
				history.replaceState(history.state, '', endedHash);
				location.reload();
			}
		});
	};
}
