/**
 * Words that judge where a description is wanted, in either camp's manner. Said in our own voice they take a side; in
 * “ ” they are a source's, and not counted. Ours, drawn from the texts of this course and from how their own editors
 * are told to avoid them (Reuters Handbook of Journalism, “Words to avoid”); `*` stands for any ending.
 */
export const loadedWords = [
	'authoritarian*',
	'autocra*',
	'brainwash*',
	'bully*',
	'Cold War mentality',
	'communist China',
	'crackdown*',
	'despot*',
	'dictator*',
	'draconian',
	'draconically',
	'evil',
	'fanatic*',
	'firewall of shame',
	'hegemon*',
	'hostile forces',
	'lackey*',
	'meddl*',
	'mouthpiece*',
	'notorious*',
	'orwellian',
	'paranoi*',
	'propaganda machine',
	'puppet*',
	'Red China',
	'regime',
	'regimes',
	'sinister',
	'slander*',
	'smear*',
	'so-called',
	'stooge*',
	'thought police',
	'totalitarian*',
	'tyrann*'
] as const;

const shape = new RegExp(
	`(?<![\\p{L}-])(?:${loadedWords.map((word) => word.replace(/\*$/, '\\p{L}*')).join('|')})(?![\\p{L}-])`,
	'giu'
);

/** The loaded words that a plain text says in its own voice, as written, in order. */
export const findLoaded = (text: string): string[] =>
	[...text.replace(/“[^”]*”/g, ' ').matchAll(shape)].map((match) => match[0]);
