import { report } from './reading.ts';
import type { Name, Reading } from './reading.ts';

const shape = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

export const isId = (id: string): boolean => shape.test(id);

/** At most four words of a text as an id, for a proposal; '' when the text has no Latin letters or digits. */
export const slugOf = (text: string): string =>
	(
		text
			// Four words are within; the rest of a long text need not be searched.
			.slice(0, 200)
			.normalize('NFKD')
			.toLowerCase()
			.match(/[a-z0-9]+/g) ?? []
	)
		.slice(0, 4)
		.join('-');

interface Naming {
	what: string;
	scope: string;
	at: number;
	/** The text that a missing id is proposed from. */
	text: string;
	/** How a missing one is written; see `Name`. */
	form?: Name['form'];
	spot?: number;
}

/** Records that something is called `id`; reports an id that could not stand in an address or a link. */
export function named(reading: Reading, id: string, naming: Naming): string {
	const { what, scope, at, text, form, spot } = naming;
	reading.places.names.push({ what, scope, id, at, proposal: slugOf(text), ...(form && { form, spot: spot ?? at }) });
	if (id !== '' && !isId(id))
		report(reading, at, {
			code: 'bad-id',
			found: `\`${id}\``,
			expected: 'Latin letters and digits, in parts joined by single hyphens',
			mend: slugOf(id) === '' ? 'Choose a short English word.' : `Write \`${slugOf(id)}\`.`
		});
	return id;
}
