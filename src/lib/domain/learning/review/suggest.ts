import { publicItem, scoreResponse, validateResponse } from '../../quiz/index.ts';
import type { Item, Response } from '../../quiz/model.ts';
import { ratingFrom } from './gather.ts';
import type { Rating } from './model.ts';

/** The rating that the keys take by themselves: what the mark of the answer says, "good" for a term. */
export function suggestFor(item: Item | null, response: Response | null): Rating {
	if (!item) return 'good';
	if (!response || !validateResponse(publicItem(item), response).ready) return 'again';
	return ratingFrom(scoreResponse(item, response), undefined);
}
