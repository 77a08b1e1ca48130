const chineseRun = /([\p{Script=Han}][\p{Script=Han}\u3000-\u303f\uff00-\uffef]*)/u;

/** Plain text in runs, so that Chinese words among others can be given their language. Joined they are the text. */
export const runsOf = (text: string): { text: string; chinese: boolean }[] =>
	text
		.split(chineseRun)
		.map((part, index) => ({ text: part, chinese: index % 2 === 1 }))
		.filter((run) => run.text !== '');
