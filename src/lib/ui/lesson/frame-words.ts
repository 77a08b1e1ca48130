import type { Frame } from '#lib/domain/frame.ts';
import type { Framing } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const frames: Record<Frame | Framing['kind'], () => string> = {
	western: m.frame_western,
	chinese: m.frame_chinese,
	'third-party': m.frame_third_party,
	multilateral: m.frame_multilateral,
	shared: m.frame_shared,
	'neutral-fact': m.frame_neutral_fact,
	checking: m.frame_checking
};

export const frameName = (frame: Frame | Framing['kind']): string => frames[frame]();
