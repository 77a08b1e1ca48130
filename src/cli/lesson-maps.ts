import { proveTask } from '../lib/domain/argument/authoring/prove.ts';
import type { Breach, Earning } from '../lib/domain/argument/authoring/prove.ts';
import { percentOf } from '../lib/domain/fraction.ts';
import type { Lesson } from '../lib/domain/lesson/model.ts';

const breachWords = (breach: Breach): string => {
	switch (breach.code) {
		case 'reference-below-one':
			return `reference \`${breach.reference}\` earns ${percentOf(breach.total)} of 100 and not 100: look for a card in \`instead\`, \`optional\` or \`equivalent\` that contradicts it`;
		case 'flat-passes':
			return `everything straight on the contention earns ${breach.band} (${percentOf(breach.total)}): give reference \`${breach.reference}\` links that bear on other cards`;
		case 'one-frame-passes':
			return `a map of ${breach.frame} cards only earns ${breach.band} (${percentOf(breach.total)}): give reference \`${breach.reference}\` links of the other frame`;
		case 'distractor-pays':
			return `distractor \`${breach.card}\` raises the mark by ${percentOf(breach.gain)} on ${breach.kind}${breach.from && ` of \`${breach.from}\``}: take it out of \`instead\` and \`equivalent\``;
	}
};

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - text.length));

/** What one lesson's map task promises and what typical wrong maps would earn; null for a lesson without a map. */
function reportOn({ id, steps }: Lesson): { text: string; holds: boolean } | null {
	const weigh = steps.find((step) => step.id === 'weigh');
	if (!weigh) return null;
	const { breaches, earnings } = proveTask(weigh.kit, weigh.references);
	const row = ({ kind, from, total, band, capped }: Earning): string =>
		`  ${pad(kind, 27)}${pad(from, 26)}${pad(String(percentOf(total)), 5)}${band}${capped ? ` (held back: ${capped})` : ''}`;
	const head = `${id}: ${weigh.kit.cards.length} cards, ${weigh.references.length} references`;
	const promise =
		breaches.length === 0
			? ['  Each reference earns 100; no distractor pays; flat and one-frame maps do not pass.']
			: breaches.map((breach) => `  ✗ ${breachWords(breach)}`);
	const table = [`  ${pad('a map that is…', 27)}${pad('made of', 26)}earns`, ...earnings.map(row)];
	return { text: [head, ...promise, ...table].join('\n'), holds: breaches.length === 0 };
}

/** `npm run lessons -- maps`: prints the report on each lesson. Exit code: 0 if all promises hold, else 1. */
export function printMaps(lessons: readonly Lesson[], write: (text: string) => void): number {
	const reports = lessons.flatMap((lesson) => reportOn(lesson) ?? []);
	write(reports.length > 0 ? `${reports.map(({ text }) => text).join('\n\n')}\n` : 'No lesson here has a map.\n');
	return reports.every(({ holds }) => holds) ? 0 : 1;
}
