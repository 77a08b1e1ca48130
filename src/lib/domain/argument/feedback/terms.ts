/**
 * Words that carry no subject. Only those of four letters or more: shorter ones are never taken for terms.
 */
const common = new Set(
	(
		'about above after again against also although among another around because been before being below between ' +
		'both came come could does doing done down during each either even every from further gave give given goes ' +
		'good have having here however into itself just kind know less like made make many more most much must near ' +
		'never often once only other ours over rather said same say says seem seems shall should since some still such take ' +
		'than that their them then there these they this those though through true under until upon used uses using ' +
		'very want well went were what when where whether which while whole will with within without word words would ' +
		'your'
	).split(' ')
);

const word = /[\p{Script=Han}]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
const isHan = /^\p{Script=Han}/u;

/** A term as it is written, and the marks by which it is found again. */
export interface Term {
	text: string;
	marks: string[];
}

/**
 * The words of a text that carry its subject. Careful rather than keen, since these hints are about wording: a
 * Latin word counts from four letters and goes by its first five (so that translate, translators and translation
 * are one), a Chinese run from two characters and goes by its pairs.
 */
export function termsOf(text: string): Term[] {
	const found = new Map<string, Term>();
	for (const [raw] of text.normalize('NFKC').matchAll(word)) {
		const plain = raw.toLowerCase().replace(/['’]s$/, '');
		if (isHan.test(raw)) {
			const units = [...raw];
			const marks = units.slice(1).map((unit, at) => `${units[at]}${unit}`);
			if (marks.length > 0) found.set(raw, { text: raw, marks });
		} else
			for (const part of plain.split('-'))
				if (part.length >= 4 && !common.has(part) && !/^\d+$/.test(part)) {
					const mark = part.slice(0, 5);
					if (!found.has(mark)) found.set(mark, { text: raw, marks: [mark] });
				}
	}
	return [...found.values()];
}

/** Whether a term occurs among others: one mark in common is enough. */
export const occursIn = ({ marks }: Term, others: readonly Term[]): boolean =>
	others.some((other) => other.marks.some((mark) => marks.includes(mark)));
