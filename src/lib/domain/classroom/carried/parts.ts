import * as v from 'valibot';
import type { Html } from '../../lesson/model.ts';
import { strangeMarkup } from './safe-html.ts';

/** The id of a part of a lesson. */
export const name = v.pipe(v.string(), v.nonEmpty('an id'), v.maxLength(200, 'at most 200 characters'));

/** Text that the lesson compiler could have written: a foreign file must not bring markup of its own. */
export const safeHtml = v.pipe(
	v.string(),
	v.maxLength(200_000, 'at most 200000 characters'),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const strange = strangeMarkup(dataset.value);
		if (strange === null) return dataset.value as Html;
		addIssue({ message: 'markup as the lesson compiler writes it', received: strange });
		return NEVER;
	})
);
