import type { Notice } from './model.ts';

/** A newer version of the app may say what we do not know. */
function isNotice(heard: unknown): heard is Notice {
	if (typeof heard !== 'object' || heard === null) return false;
	const { everything, review, lessonId, stepId, kind, id, rev } = heard as Record<string, unknown>;
	if (everything === true || review === true) return true;
	if (typeof kind === 'string' && typeof id === 'string') return typeof rev === 'number';
	return typeof lessonId === 'string' && (stepId === null || typeof stepId === 'string') && typeof rev === 'number';
}

export interface Notices {
	post(notice: Notice): void;
	onChange(listener: (notice: Notice) => void): () => void;
	close(): void;
}

/** Tells the other tabs; where the browser has no BroadcastChannel, nobody hears and `rev` still guards. */
export function openNotices(name: string): Notices {
	const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
	const listeners = new Set<(notice: Notice) => void>();
	if (channel)
		channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (isNotice(data)) for (const listener of listeners) listener(data);
		};
	return {
		post: (said) => channel?.postMessage(said),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => channel?.close()
	};
}
