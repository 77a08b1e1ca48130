/** What a new lesson is made from. */
export interface Blank {
	id: string;
	title: string;
	/** The ids of its two sources and four claims in the library. */
	western: string;
	chinese: string;
}

const claim = (source: string, number: 1 | 2): string => `${source}-${number}`;

/** Source entries for sources.yaml: what is asked of an author stands in the values. */
export const sourceEntries = ({ western, chinese }: Blank): string =>
	[
		[western, 'western', 'English'],
		[chinese, 'chinese', 'Chinese']
	]
		.map(
			([id, perspective, language]) => `
${id}:
  title: The full title of the text
  short: Short name, year
  who: Who wrote it, and for which house
  mandate: What this house is there for, and who pays for it
  genre: Report, speech, law, news article …
  audience: Whom it was written for
  date: Day, month and year as the text gives them
  language: ${language}
  perspective: ${perspective}
  knowsBy: How the author came to know what is said
  limits: What the author could not see, or had reason to leave out
  use: What the text is good for in this lesson
  access: read
`
		)
		.join('');

/** Claim entries for claims.yaml: two of each source. */
export const claimEntries = ({ western, chinese }: Blank): string =>
	[
		[western, 'western'],
		[chinese, 'chinese']
	]
		.flatMap(([source = '', framing]) =>
			([1, 2] as const).map(
				(number) => `
${claim(source, number)}:
  statement: One statement of the ${framing} text, in your own words.
  source: ${source}
  locator: a few words of the text
  framing: ${framing}
  kind: interpretation
  status: confirmed
  why: Say how you checked it.
`
			)
		)
		.join('');

const option = (id: string, right: boolean, text: string, feedback: string): string =>
	`- [${right ? 'x' : ' '}] \`${id}\` ${text}\n  > ${feedback}`;

const question = (side: string, number: number, claimId: string): string => `
## What does the ${side} text say about point ${number}? {.single #${side}-${number} sides="${side}" claims="${claimId}" outcomes="says" points=${number}}

${[
	option('nearly', false, 'Something near it that the text does not say', 'Say what the text has instead.'),
	option('says', true, 'What it says', 'Point to the passage.'),
	option('other', false, 'What the other text says', 'Say who says this.')
]
	.slice(number === 1 ? 0 : 1)
	.concat(number === 1 ? [] : option('nobody', false, 'What neither of them says', 'Say where the idea may come from.'))
	.join('\n')}
`;

const pool = (side: string, own: string, other: string, name: string, advocate: string): string => `
## ${name} {.best-case #best-${side} sides="${side}" outcomes="both-sides" picks=2 points=2 advocate="${advocate}"}

| card | label | claims | text | why |
|---|---|---|---|---|
| \`strong-1\` | strong | ${claim(own, 1)} | The strongest reason of this side. | It argues from what can be looked up. |
| \`strong-2\` | strong | ${claim(own, 2)} | A second reason of its own. | It meets the best counter-argument. |
| \`weak\` | weak | ${claim(own, 1)} | A reason that many give and that shows little. | Say what it leaves open. |
| \`caricature\` | caricature | — | What its opponents like to put into its mouth. | Say whom it attacks, and what it does not answer. |
| \`other\` | other | ${claim(other, 1)} | The strongest reason of the other side. | Sourced, but it speaks for the other case. |
`;

/** The text of the lesson: every step, every placeholder telling what belongs there. It compiles without a word. */
export const lessonText = (blank: Blank): string => {
	const { id, title, western: w, chinese: c } = blank;
	return `---
id: ${id}
version: 1
title: ${title}
question: The one question that both sides answer differently?
minutes: 45
outcomes:
  - id: says
    text: say what each side holds, and how it knows
  - id: both-sides
    text: make the strongest case for either side
terms: []
flow:
  - after: check
    when: score(western) < 0.6 or score(chinese) < 0.6
    go: framings
---

# Before you begin {.orient}

Say in three sentences what this is about and why people differ. Tell the learner that no opinion is marked.

## A question without a right answer, about the learner’s own view? {.stance #stance}

- \`yes\` Yes
- \`no\` No
- \`depends\` It depends

## Something to guess before reading? {.prediction #guess}

- \`few\` few
- \`many\` many

> What turns out, in a sentence. It is shown when the lesson closes.

# Who is speaking {.speakers}

Say what to look for in these sources.

- \`${w}\`
- \`${c}\`

# Compare {.framings}

One heading for each question that both sides answer, one card for each voice.

## First question? {#first}

> [!western] ${claim(w, 1)}
> What the Western text says here, in your own words, at its strongest.

> [!chinese] ${claim(c, 1)}
> What the Chinese text says here, in your own words, at its strongest.

## Second question? {#second}

> [!western] ${claim(w, 2)}
> As above. Words of the text stand in “ ”, at most fifteen.

> [!chinese] ${claim(c, 2)}
> As above. Both sides get about the same room.

> [!shared] ${claim(w, 1)} ${claim(c, 1)}
> What both can agree on.

# A task {.task}

A passage to look at closely: who says what here, and how do they know?

Sources: \`${w}\`, \`${c}\`
Claims: ${claim(w, 1)} ${claim(c, 1)}

## What the text says {#says}

## How sure are you, and what would make you surer? {#sure}

## Model answer {.model}

What a careful reader could have written.

# Check {.check certainty}

Say how many questions there are, and that knowing both sides counts.
${question('western', 1, claim(w, 1))}${question('western', 2, claim(w, 2))}${question('chinese', 1, claim(c, 1))}${question('chinese', 2, claim(c, 2))}
# Weigh {.weigh}

Say what there is to weigh.

## Contention

A sentence that careful people argue about.

## Cards

| card | role | frame | text | claims | sources |
|---|---|---|---|---|---|
| \`a\` | claim | western | A reason for it. | ${claim(w, 1)} | ${w} |
| \`b\` | claim | western | A second reason, or what answers the objection. | ${claim(w, 2)} | ${w} |
| \`c\` | claim | chinese | An objection to it. | ${claim(c, 1)} | ${c} |
| \`d\` | claim | chinese | What weakens the first reason. | ${claim(c, 2)} | ${c} |
| \`e\` | evidence | neutral-fact | What can be looked up and backs the first reason. | ${claim(w, 1)} | ${w} |
| \`x\` | claim, distractor: say why it does not bear on the contention | chinese | True, and beside the point. | ${claim(c, 1)} | ${c} |

## Reference: how a careful reader is convinced {#convinced verdict=for}

- \`r1\`: because \`a\`
  - evidence \`e\`
  - however \`d\` (on \`r1\`)
- however \`c\`
  - however \`b\`

*Reads:* the map in a sentence.

## Reference: how a careful reader is not {#not-convinced verdict=against}

- because \`a\`
  - evidence \`e\`
  - however \`d\`
- because \`b\`
- however \`c\`

*Reads:* the map in a sentence.

## Misconceptions

| link | code | hint |
|---|---|---|
| \`d however T\` | TOO_HIGH | Which card does this one answer? |

# Reverse {.reverse}

Say that each side is to be argued at its best, whichever the learner prefers.
${pool('western', w, c, 'The sentence holds', 'someone who would defend the sentence')}${pool('chinese', c, w, 'The sentence does not hold', 'someone who would contest it')}
# Close {.close}

Look back at the first answers.

## Common ground {.common}

What both sides accept.

## The factual crux {.crux}

The fact on which they part, and what would show it.

## Left open {.open}

One question that this lesson does not decide.

## What would change your mind? {.change}

- \`if-yes\` **If you agree with the sentence:** which finding would make you give it up?
- \`if-no\` **If you do not:** which finding would make you accept it?
`;
};
