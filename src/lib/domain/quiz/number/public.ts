import type { NumberItem } from '../model.ts';
import { publicBase } from '../public-base.ts';
import type { PublicBase } from '../public-base.ts';

export interface PublicNumber extends PublicBase {
	kind: 'number';
	unit: string;
}

/** The question and its unit, without the number, its tolerance and what is said of answers. */
export function publicNumber(item: NumberItem): PublicNumber {
	return { kind: 'number', ...publicBase(item), unit: item.unit };
}
