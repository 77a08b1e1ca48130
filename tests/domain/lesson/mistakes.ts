/** A passage of the small course, what an author wrote instead, and what the compiler must say of it, and where. */
export type Mistake = [passage: string, replacement: string, code: string, place: string, path?: string];

/** A question whose right option is a little longer than the wrong one, first or second of the two. */
const longestIsRight = (id: string, first: boolean): string => {
	const options = ['- [x] `a` That one here\n  > Yes.\n', '- [ ] `b` This one\n  > No.\n'];
	return `## Prompt ${id} {.single #${id} sides="western" claims="c001"}\n\n${(first ? options : options.toReversed()).join('')}\n`;
};

/** Two strong cards that are longer than all others of the best case. */
const longCards =
	'| `pro-4` | strong | c002 | Use decides, and this is the word that is in use. | It argues. |\n' +
	'| `pro-5` | strong | c002 | Many who compared texts settled on the same word. | It argues. |\n';

/** Each makes exactly the one problem. `place` is `line:column`; without a path the mistake is in the lesson. */
export const mistakes: Mistake[] = [
	['- `readout-2014`\n- `review-2015`', '- `readout-2014`\n- `review-2051`', 'unknown-source', '42:4'],
	['Sources: `readout-2014`, `review-2015`', 'Sources: `readout-2014`, `review`', 'unknown-source', '63:27'],
	['> [!chinese] c001', '> [!chinese] c011', 'unknown-claim', '53:14'],
	['claims="c001 c002"', 'claims="c001 c202"', 'unknown-claim', '110:60'],
	['c003 d01', 'c003 d01 d02', 'unknown-discrepancy', '56:30'],
	['terms: [wangluo-qiangguo]', 'terms: [wangluo-qiangguo, wangluo-daguo]', 'unknown-term', '12:27'],
	['  - however `d` (on `r1`)', '  - however `z` (on `r1`)', 'unknown-card', '143:14'],
	['- optional `d however c`', '- optional `z however c`', 'unknown-card', '147:13'],
	['- `d however a` instead of', '- `d however z` instead of', 'unknown-card', '148:14'],
	['- `b` ~ `f`', '- `b` ~ `z`', 'unknown-card', '162:10'],
	['| `d however T` |', '| `d however r9` |', 'unknown-card', '168:14'],
	['- [x] `quality`', '- [ ] `quality`', 'no-right-option', '78:1'],
	['- [ ] `number`', '- [x] `number`', 'no-right-option', '78:1'],
	['- [ ] `none` Nobody', '- [x] `none` Nobody', 'no-right-option', '85:1'],
	['- [ ] False', '- [x] False', 'no-right-option', '94:1'],
	['#hold sides="western chinese"', '#hold sides="western"', 'frame-coverage', '74:1'],
	['- because `a`\n  - however `d`\n', '- because `a`\n', 'frame-coverage', '152:1'],
	['> [!chinese] c001\n> The read-out speaks of *strength*.\n', '', 'dimension-balance', '48:1'],
	['> [!western] c002\n', '> [!western]\n', 'framing-without-claim', '50:3'],
	['c003 d01', 'c003', 'error-claim-uncorrected', '56:3'],
	['- because `a`\n  - however `d`', '- because `a`\n  - however `d`\n  - however `x1`', 'distractor-used', '156:3'],
	['- optional `d however c`', '- optional `d however c`, `x1 however c`', 'distractor-used', '139:1'],
	['- `d however a` instead of', '- `x1 however T` instead of', 'distractor-used', '139:1'],
	['- `b` ~ `f`', '- `b` ~ `f`\n- `c` ~ `x1`', 'distractor-used', '139:1'],
	['- optional `d however c`', '- optional `c however T`', 'frame-coverage', '139:1'],
	['- because `a`\n  - however `d`', '- because `a`\n  - however `d`\n  - however `c`', 'card-overused', '157:1'],
	['claim, distractor: a date says nothing on words', 'claim, distractor', 'distractor-without-why', '137:1'],
	['- because `a`\n  - however `d`', '- because `a`\n  - however `d`\n  - because `b`', 'evidence-as-premise', '156:3'],
	['- because `a`\n  - however `d`', '- because `a`\n  - however `d`\n  - evidence `e`', 'claim-as-evidence', '156:3'],
	['- [x] `quality` The', '- [x] The', 'missing-id', '82:7'],
	['{.single #change', '{.single', 'missing-id', '78:1'],
	['2. `review` Review', '2. Review', 'missing-id', '105:4'],
	['| `a` the read-out', '| the read-out', 'missing-id', '114:3'],
	['| `pro-2` |', '| |', 'missing-id', '181:1'],
	['## What the text says {#says}', '## What the text says', 'missing-id', '66:1'],
	['{.multiple #hold', '{.multiple #change', 'duplicate-id', '85:28'],
	['- `strength` “strength', '- `power` “strength', 'duplicate-id', '29:4'],
	[
		'| chinese | It was in 2014. | c001 | — |',
		'| chinese | It was in 2014. | c001 | — |\n| `x1` | claim | western | Again. | c001 | — |',
		'duplicate-id',
		'138:4'
	],
	['outcomes="parts"', 'outcomes="parts part"', 'unknown-outcome', '78:89'],
	[' outcomes="sides"', '', 'outcome-untested', '10:5'],
	[
		'Both name 2014.',
		'“one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen”',
		'long-quotation',
		'197:1'
	],
	['Both name 2014.', 'Both name 互联网.', 'term-not-in-glossary', '197:11'],
	['# Compare {.framings}', '# Compare {.framing}', 'unknown-step', '44:13'],
	['# Compare {.framings}', '# Compare', 'unknown-step', '44:1'],
	['## Model answer {.model}\n\nThe read-out gives 2014.\n', '', 'missing-section', '59:1'],
	['Which word will last.', 'Which word will last.\n\n## Once more {.common}', 'section-twice', '207:1'],
	['{.single #change sides="western chinese"', '{.single #change sides=“western chinese”', 'bad-attributes', '78:35'],
	['## What is the aim? {#aim}', '## What is the aim? {#aim', 'bad-attributes', '48:21'],
	['points=2', 'point=2', 'unknown-attribute', '85:71'],
	['# A task {.task}', '# A task {.task certainty}', 'unknown-attribute', '59:17'],
	['points=2', 'points=two', 'bad-number', '85:78'],
	['sides="chinese" picks=1 advocate', 'sides="chinese" advocate', 'missing-attribute', '184:13'],
	[
		'sides="western chinese" claims="c001" outcomes',
		'sides="western chinse" claims="c001" outcomes',
		'unknown-frame',
		'78:50'
	],
	['score(western) < 0.6 or', 'score(west) < 0.6 or', 'bad-flow-expression', '15:17'],
	['or score(chinese) < 0.6', 'or score(chinese) > 0.6', 'bad-flow-expression', '15:35'],
	['go: framings', 'go: framing', 'bad-value', '16:9'],
	['minutes: 20', 'minutes: twenty', 'bad-value', '6:10'],
	['minutes: 20', 'minuets: 20\nminutes: 20', 'unknown-key', '6:1'],
	['question: What does 网络强国 mean?\n', '', 'missing-key', '2:1'],
	['title: One slogan', 'title: One: slogan', 'bad-yaml', '4:8'],
	['id: one-slogan\n', 'id: one-slogans\n', 'slug-differs', '2:5'],
	['## Which hold? {.multiple', '## Which hold? {.multi', 'unknown-item-kind', '85:18'],
	['- [ ] `number` The number', '- `number` The number', 'missing-box', '80:1'],
	['  > Not that.\n', '', 'missing-feedback', '80:1'],
	['Six items.', 'Six <b>items</b>.', 'raw-html', '76:5'],
	['Six items.', '<div>Six items.</div>', 'raw-html', '76:1'],
	['> Reviewers read 网络强国 as rank.', '> Reviewers <script>alert(1)</script> read it.', 'raw-html', '51:13'],
	['Six items.', 'Six [items](http://example.org).', 'bad-link', '76:5'],
	['Six items.', '![](six.png)', 'bad-image', '76:1'],
	['Six items.', '![six](https://example.org/six.png)', 'bad-image', '76:1'],
	['> [!chinese] c001', '> [!china] c001', 'bad-framing', '53:5'],
	[
		'- `if-not` **If not:** which text?',
		'- `if-not` **If not:** which text?\n\n# Again {.close}',
		'step-twice',
		'212:11'
	],
	['  - evidence `b` (on `c`)', '  - evidence `b`', 'ambiguous-target', '145:3'],
	['  - evidence `b` (on `c`)', '  - evidence `b` (on `a`)', 'bad-target', '145:23'],
	['  - evidence `f`\n', '  - evidence `f` and more\n', 'bad-map-line', '142:3'],
	['instead of `d however r1`, half', 'instead of `d however r1`', 'bad-map-line', '148:1'],
	['| `d however T` |', '| `d against T` |', 'bad-link-notation', '168:4'],
	['| SPLIT_COPREMISE |', '| SPLIT |', 'unknown-feedback-code', '169:21'],
	['verdict=against', 'verdict=contra', 'bad-verdict', '152:44'],
	['| `c` | claim | chinese |', '| `c` | reason | chinese |', 'bad-role', '133:9'],
	['| `c` | claim | chinese |', '| `c` | claim, thrice | chinese |', 'bad-role', '133:9'],
	['| `c` | claim | chinese |', '| `c` | claim | neutral |', 'unknown-frame', '133:17'],
	['| card | role | frame |', '| card | rôle | frame |', 'bad-table', '129:10'],
	['| It argues. |', '| |', 'empty-cell', '180:42'],
	['| `pro-2` | weak |', '| `pro-2` | feeble |', 'unknown-label', '181:13'],
	['| `con-1` | strong |', '| `con-1` | weak |', 'too-few-strong', '184:1'],
	['Six items.', 'Six items.\n\n## Prompt {.single #p sides="shared"}', 'missing-section', '78:1'],
	[
		'2. `review` Review\n   > Then.\n3. = `echo` Echo',
		'2. = `review` Review\n   > Then.\n3. = `echo` Echo',
		'no-order',
		'101:1'
	],
	['- `power` “cyber power”', '- `cyber_power` “cyber power”', 'bad-id', '28:4'],
	['- [ ] False\n', '- [ ] Untrue\n', 'bad-truefalse', '96:1'],
	['  source: readout-2014\n', '  source: readout-2041\n', 'unknown-source', '3:11', 'claims.yaml'],
	['usedBy: [review-2015]', 'usedBy: [review-2015, revew-2015]', 'unknown-source', '9:29', 'glossary.yaml'],
	['discrepancies: [d01]', 'discrepancies: [d10]', 'unknown-discrepancy', '22:19', 'claims.yaml'],
	['  status: disputed\n', '  status: doubted\n', 'bad-value', '13:11', 'claims.yaml'],
	[
		'  status: disputed\n  why: Others read it as capability.',
		'  status: disputed',
		'status-without-why',
		'13:11',
		'claims.yaml'
	],
	['  genre: news report\n', '', 'missing-key', '2:3', 'sources.yaml'],
	['  genre: analysis\n', '  genre: analysis\n  gender: x\n', 'unknown-key', '21:3', 'sources.yaml'],
	['review-2015:', 'readout-2014:', 'duplicate-id', '15:1', 'sources.yaml'],
	['  date: mid-2015', '  date: 2015', 'bad-value', '22:9', 'sources.yaml'],
	['https://example.org/review', 'http://example.org/review', 'bad-value', '28:8', 'sources.yaml'],
	[
		'record: The read-out gives 2014.',
		'record: “one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen”',
		'long-quotation',
		'5:11',
		'discrepancies.yaml'
	],
	['text: the meeting of 2013', `text: ${'word '.repeat(16).trim()}`, 'bad-value', '7:39', 'discrepancies.yaml'],
	['quote: { source: review-2015', 'quote: { source: report-2016', 'bad-value', '7:20', 'discrepancies.yaml'],
	['slip: date', 'slip: mistake', 'bad-value', '8:9', 'discrepancies.yaml'],
	['id: words', 'id: word', 'slug-differs', '2:5', '01-words/module.md'],
	['title: Words\n', '', 'missing-key', '2:1', '01-words/module.md'],
	['gates:\n', 'policies:\n  check: { draw: { words: 1 } }\ngates:\n', 'bank-draw', '18:10'],
	['gates:\n', 'policies:\n  check: { key: last-attempt }\ngates:\n', 'bad-policy', '18:17'],
	['Choose all that apply.\n', 'Choose all that apply.\n\n> [!hint]\n', 'empty-hint', '89:1'],
	['| `d however T` |', '| `d however a` |', 'accepted-misconception', '168:1'],
	['| `d however T` |', '| `d however c` |', 'accepted-misconception', '168:1'],
	[
		'  - step: weigh\n    needs: [check]',
		'  - step: weigh\n    needs: [check]\n  - step: check\n    needs: [weigh]',
		'waiting-gates',
		'20:5'
	],
	['  - step: weigh\n    needs: [check]', '  - step: weigh\n    needs: [weigh]', 'waiting-gates', '18:5'],
	['go: framings', 'go: weigh', 'dead-branch', '14:5'],
	['go: framings', 'go: check', 'dead-branch', '14:5'],
	['score(western) < 0.6 or score(chinese) < 0.6', 'score(multilateral) < 0.6', 'dead-branch', '14:5'],
	['| `x1` | claim, distractor: a date says nothing on words |', '| `x1` | claim |', 'card-unused', '137:1'],
	[
		'| chinese | A fair rendering adds nothing. | c001 |',
		'| chinese | A fair rendering adds nothing. | — |',
		'card-without-claim',
		'135:1'
	],
	['| `pro-1` | strong | c002 |', '| `pro-1` | strong | — |', 'card-without-claim', '180:1'],
	['#stages sides="neutral-fact" claims="c001"', '#stages sides="neutral-fact"', 'item-without-claim', '101:1'],
	['verdict=against', 'verdict=for', 'one-verdict', '119:1'],
	['#not-fair sides="chinese"', '#not-fair sides="western"', 'one-sided-reverse', '172:1'],
	['Look back.\n', '', 'empty-text', '191:1'],
	['Whether it ranks.\n', '', 'empty-text', '191:1'],
	['- [ ] `none` Nobody reads rank', '- [ ] `none` some read rank', 'same-text', '91:1'],
	[
		'- [x] `quality` The quality of 网络强国',
		'- [x] `quality` The quality of 网络强国, in all that a country can do with what it has on the net',
		'telling-length',
		'78:1'
	],
	[
		'Six items.\n',
		`Six items.\n\n${['p1', 'p2', 'p3', 'p4'].map((id, index) => longestIsRight(id, index % 2 === 1)).join('')}`,
		'telling-length',
		'74:1'
	],
	['- [x] `rank` Some read rank', '- [x] `rank` Some who read the slogan read a rank in it', 'telling-length', '85:1'],
	[
		'picks=1 advocate="a translator"}\n\n| card | label | claims | text | why |\n|---|---|---|---|---|\n',
		`picks=2 advocate="a translator"}\n\n| card | label | claims | text | why |\n|---|---|---|---|---|\n${longCards}`,
		'telling-length',
		'176:1'
	],
	[
		'Six items.\n',
		'Six items.\n\n## Prompt p1 {.single #p1 sides="western" claims="c001"}\n\n- [ ] `a` This one\n  > No.\n- [x] `b` That one\n  > Yes.\n\n## Prompt p2 {.single #p2 sides="western" claims="c001"}\n\n- [ ] `a` This one\n  > No.\n- [x] `b` That one\n  > Yes.\n\n## Prompt p3 {.single #p3 sides="western" claims="c001"}\n\n- [ ] `a` This one\n  > No.\n- [x] `b` That one\n  > Yes.\n',
		'telling-place',
		'74:1'
	],
	['Six items.', 'Six "plain" items.', 'straight-quotes', '76:5'],
	['Six items.', "Six readers' items.", 'straight-apostrophes', '76:12'],
	['Six items.', "China's six items, and *China Daily*'s.", 'straight-apostrophes', '76:6'],
	['terms: [wangluo-qiangguo]', 'terms: []', 'term-without-lens', '24:15'],
	['Six items.', 'Six items.[^why]', 'unknown-note', '76:11'],
	['Six items.', 'Six items.\n\n[^why]: Because.', 'misplaced-note', '78:1'],
	['Six items.', 'Six items.[^why] And again.[^why]\n\n[^why]: Because.', 'misplaced-note', '76:28'],
	['## What changes?', '## What[^why] changes?', 'unknown-note', '78:8'],
	['Both name 2014.', 'Both name [互联网]{hùlián}.', 'bad-pinyin', '197:11'],
	['Both name 2014.', 'Both name [互联网]{hulianwang}.', 'bad-pinyin', '197:11'],
	['Both name 2014.', 'Both name [互联网]{the net}.', 'bad-pinyin', '197:11'],
	[
		'Six items.',
		'> one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
		'long-quotation',
		'76:1'
	],
	[
		'> The read-out speaks of *strength*.',
		'> The read-out speaks of *strength*. It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.  It says so in a few words.',
		'length-balance',
		'44:1'
	],
	[
		'> The read-out speaks of *strength*.',
		'> Regimes crackdown. Regimes crackdown. Regimes crackdown.',
		'loaded-words',
		'44:1'
	],
	[
		'> The read-out speaks of *strength*.\n',
		'> The read-out speaks of *strength*.\n\n> [!chinese] c001\n> It says so.\n \n> [!chinese] c001\n> It says so.\n \n> [!chinese] c001\n> It says so.\n',
		'one-source',
		'44:1'
	],
	[
		'> The read-out speaks of *strength*.',
		'> Internationalization notwithstanding, authoritative institutionalization characteristically necessitates comprehensive administrative coordination throughout heterogeneous organizational infrastructures Internationalization notwithstanding, authoritative institutionalization characteristically necessitates comprehensive administrative coordination throughout heterogeneous organizational infrastructures Internationalization notwithstanding, authoritative institutionalization characteristically necessitates comprehensive administrative coordination throughout heterogeneous organizational infrastructures.',
		'level-balance',
		'44:1'
	],
	[
		'- `o1`: however `c` + `e`\n\n*Reads:* the words',
		'- however `c`\n- however `e`\n\n*Reads:* the words',
		'accepted-misconception',
		'170:1'
	],
	['  discrepancies: [d01]\n', '', 'error-claim-unexplained', '15:1', 'claims.yaml'],
	['- `readout-2014`\n- `review-2015`', '- `readout-2014` the Chinese record\n- `review-2015`', 'bad-entry', '41:1'],
	['> [!chinese] c001\n> The read-out speaks of *strength*.', '> [!chinese] c001', 'empty-framing', '53:3'],
	['Both name 2014.', 'Both name 2014.\n\n## X {.crux}', 'section-twice', '201:1'],
	['> One of the two.\n', '> One of the two.\n\nAnd this.\n', 'unexpected-block', '37:1'],
	['Six items.', '• Six items.', 'lost-mark', '76:1'],
	['Six items.', 'Six items:\n\n| one | two |\n| 1 | 2 |', 'lost-table', '78:1'],
	['Six items.', 'who\tpaid by\tmeasured\nus\tthem\twater', 'lost-table', '76:1'],
	['Six items.', 'Six „plain“ items.', 'foreign-quotes', '76:5'],
	['Six items.', 'Six «plain» items.', 'foreign-quotes', '76:5'],
	['Six items.', 'Six “plain items.', 'foreign-quotes', '76:5'],
	['Six items.', '![six.png](six.png)', 'bad-image', '76:1'],
	['Six items.', '![six items](six.png A caption)', 'bad-image', '76:1'],
	['- `none` none\n', '', 'one-choice', '31:1'],
	['> One of the two.\n', '', 'guess-untold', '31:1'],
	['Look back.', 'Look back at the first answers.', 'placeholder-left', '193:1'],
	['| chinese | It was in 2014. | c001 | — |', '| chinese | It was in 2014. | c001 |', 'bad-table', '137:3'],
	['- because `a`\n  - however `d`', '- because `a`\n      - however `d`', 'bad-map-line', '154:1'],
	['- optional `d however c`', '- optional `d however c`\n  - because `a`', 'bad-map-line', '148:3'],
	['title: One slogan', 'title : One\n\tslogan', 'bad-yaml', '5:1'],
	['Look back.', 'Look back.\n\n## More {.single}', 'unknown-section', '195:11']
];
