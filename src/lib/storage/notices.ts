import * as v from 'valibot';
import { stepIds } from '#lib/domain/lesson/model.ts';
import type { Notice } from './model.ts';

const notice: v.GenericSchema<unknown, Notice> = v.union([
	v.strictObject({ everything: v.literal(true) }),
	v.strictObject({ lessonId: v.string(), stepId: v.nullable(v.picklist(stepIds)), rev: v.number() })
]);

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
			const heard = v.safeParse(notice, data);
			// A newer version of the app may say what we do not know.
			if (heard.success) for (const listener of listeners) listener(heard.output);
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
