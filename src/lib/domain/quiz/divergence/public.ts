import type { DivergenceItem } from '../model.ts';
import { publicBase } from '../public-base.ts';
import type { PublicBase } from '../public-base.ts';

export interface PublicDivergence extends PublicBase {
	kind: 'divergence';
	segments: Pick<DivergenceItem['segments'][number], 'id' | 'original' | 'pinyin' | 'official' | 'independent'>[];
}

/** The item without `degree` and `feedback`. */
export function publicDivergence(item: DivergenceItem): PublicDivergence {
	const segments = item.segments.map(({ id, original, pinyin, official, independent }) => ({
		id,
		original,
		pinyin,
		official,
		independent
	}));
	return { kind: 'divergence', ...publicBase(item), segments };
}
