/** A passage of the tour, what an author wrote instead, what the compiler must say, and the passage that it points at. */
export type KindMistake = [passage: string, replacement: string, code: string, at: string];

/** Each makes exactly the one problem, at the first place in the lesson where `at` stands. */
export const kindMistakes: KindMistake[] = [
	// whosaid
	['- `cyberpeace-2024`\n', '- `cyberpeace-2024`\n- `cyberpiece`\n', 'unknown-source', 'cyberpiece'],
	['- `problem`\n', '- `problem`\n- `problem` again\n', 'duplicate-id', 'problem` again'],
	['strong next. | `ecfr-2015` |', 'strong next. | `ecfr` |', 'unknown-column', '`ecfr` | The'],
	['up. | `cyberpeace-2024` |', 'up. | |', 'unknown-column', '| | The op-ed'],
	['| `ladder` The formula', '| The formula', 'missing-id', 'The formula is'],
	['| The first was held in April 2018. |', '| |', 'empty-cell', '| |\n'],
	[
		'| `core` It lags because its core technology comes from abroad. | `cause` | It says where that comes from. |\n| `fair` Rules that a few made for all are unfair. | `judgement` | It takes sides. |\n',
		'',
		'too-few-statements',
		'| statement | by | feedback |\n|---|---|---|\n| `lag`'
	],
	[
		'| `core` It lags because its core technology comes from abroad. | `cause` | It says where that comes from. |\n| `fair` Rules that a few made for all are unfair. | `judgement` | It takes sides. |\n| `build` Build up capability at home. | `remedy` |',
		'| `core` It lags because its core technology comes from abroad. | `problem` | It says where that comes from. |\n| `fair` Rules that a few made for all are unfair. | `problem` | It takes sides. |\n| `build` Build up capability at home. | `problem` |',
		'one-column',
		'| statement | by | feedback |\n|---|---|---|\n| `lag`'
	],
	['- `problem`\n- `cause`\n- `judgement`\n- `remedy`\n', '', 'missing-section', '## What does each sentence do?'],
	[
		'| statement | by | feedback |\n|---|---|---|\n| `ladder`',
		'| statement | who | feedback |\n|---|---|---|\n| `ladder`',
		'bad-table',
		'who | feedback'
	],
	// gap
	['is a ___ .', 'is a what?', 'missing-blank', '## In Chinese, a strong'],
	['- [ ] supremacy', '- supremacy', 'missing-box', '- supremacy'],
	['- [x] qiángguó\n', '- [x] qiángguó\n- [x] QIANGGUO\n', 'same-answer', '- [x] QIANGGUO'],
	['- [x] qiángguó\n', '- [x] `q` qiángguó\n', 'bad-answer', '- [x] `q`'],
	['\n> Look again at the second term of the pair.\n', '', 'missing-feedback', '## In Chinese, a strong'],
	['- [x] strength', '- [ ] strength', 'no-right-option', '## State media English'],
	[
		'- [ ] supremacy\n  > No text of ours has this word.\n- [ ] sovereignty',
		'- [x] supremacy\n  > No text of ours has this word.\n- [x] sovereignty',
		'no-right-option',
		'## State media English'
	],
	['  > That is another term.\n', '  > That is another term.\n\n> What else?\n', 'unexpected-block', 'What else?'],
	['  > No text of ours has this word.\n', '', 'missing-feedback', '- [ ] supremacy'],
	['outcomes="words" toneless}', 'outcomes="words" tones}', 'unknown-attribute', 'tones}'],
	// number
	['- [x] 5\n', '- [x] five\n', 'bad-number', '- [x] five'],
	['- [x] 5\n', '- [x] 5 ± some\n', 'bad-number', '- [x] 5 ± some'],
	['- [ ] 9\n', '- [ ] 9 ± 1\n', 'bad-number', '- [ ] 9 ± 1'],
	['- [x] 5\n', '- [x] 5 ± 4\n', 'same-answer', '- [ ] 9'],
	['- [ ] 9\n', '- [x] 9\n', 'no-right-option', '- [x] 9'],
	['\n> The first was held in April 2018.\n', '', 'missing-feedback', '## How many years lay'],
	// matrix
	['| claim | ecfr-2015 |', '| claim | ecfr-2051 |', 'unknown-source', 'ecfr-2051'],
	['| `c002` | asserts |', '| `c002` | assert |', 'unknown-stance', 'assert |'],
	['| `c002` | asserts |', '| `c002` | |', 'unknown-stance', '| | silent'],
	['| `c004` | silent |', '| `c040` | silent |', 'unknown-claim', 'c040'],
	['| `c004` | silent |', '| `c002` | silent |', 'duplicate-id', 'c002` | silent'],
	// divergence
	['| minor | “Ensuring”', '| small | “Ensuring”', 'unknown-degree', 'small | “Ensuring”'],
	['| `modern` 现代化 | xiàndàihuà |', '| `modern` 现代化 | |', 'empty-cell', '| | modernization'],
	['| `modern` 现代化 |', '| 现代化 |', 'missing-id', '现代化 | xiàndàihuà'],
	['| `modern` 现代化 |', '| `info` 现代化 |', 'duplicate-id', 'info` 现代化'],
	// classify-source
	['| genre | `global', '| gender | `global', 'unknown-field', 'gender'],
	['| language | `en`', '| date | `en`', 'duplicate-id', 'date | `en`'],
	['| `ecfr-2015`; `xi-2014-02-27` |', '| `ecfr-2015`; `xi-2041-02-27` |', 'unknown-source', 'xi-2041-02-27'],
	['| `en` English | `zh` Chinese |', '| `en` English; `zh` Chinese | — |', 'no-right-option', '`en` English; `zh`'],
	['| `en` English | `zh` Chinese |', '| `en` English | — |', 'too-few-options', '— | The original'],
	['| `en` English | `zh` Chinese |', '| `en` English | `zh` English |', 'same-answer', '`zh` English'],
	['| `en` English | `zh` Chinese |', '| `en` English | Chinese |', 'missing-id', 'Chinese | The original'],
	[
		'| stance | — | `warns` It warns;',
		'| stance | `warns` It warns | `also` Also;',
		'no-right-option',
		'`warns` It warns | `also`'
	],
	['| stance | — | `warns` It warns;', '| stance | — | `warns`;', 'missing-text', 'warns`;']
];

/** What is wrong only when it is so everywhere: each place of the tour that is rewritten, and the one problem. */
export const kindMistakesThroughout: [places: RegExp, replacement: string, code: string][] = [
	[/\| (?:minor|degree|substantive) \|/g, '| same |', 'no-divergence'],
	[/\| (?:asserts|qualifies) (?=\|)/g, '| silent ', 'one-column'],
	[/\| (?:genre|mandate|audience|date|language) \|.*\n/g, '', 'no-right-option']
];
