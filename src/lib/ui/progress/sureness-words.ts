import { leastSure, type Sureness } from '#lib/domain/learning/progress/sureness.ts';
import * as m from '../../../messages/compiled/messages.js';

/** How well certainty and success agree, or that there is too little to say. */
export function surenessWords({ code, points, count }: Sureness): string {
	switch (code) {
		case 'few':
			return m.progress_sureness_few({ count, least: leastSure });
		case 'fits':
			return m.progress_sureness_fits({ count });
		case 'over':
			return m.progress_sureness_over({ count, points });
		case 'under':
			return m.progress_sureness_under({ count, points });
	}
}
