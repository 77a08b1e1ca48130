import type { ClassifySourceItem, SourceField } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicClassifySource extends PublicBase {
	kind: 'classify-source';
	fields: { id: SourceField; options: PublicText[] }[];
}

/** The item without `answer` and `feedback`. */
export function publicClassifySource(item: ClassifySourceItem): PublicClassifySource {
	const fields = item.fields.map(({ id, options }) => ({ id, options: options.map(publicText) }));
	return { kind: 'classify-source', ...publicBase(item), fields };
}
