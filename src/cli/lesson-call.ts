import { nearest } from '../lib/domain/lesson/nearest.ts';

export const usage = `Usage: npm run lessons -- <command>

  check [files…] [--fix] [--json]   every problem of every file, with its place and how to mend it;
                                    with files, only theirs. --fix first writes missing ids, “ ” and one form.
  new <id> [--module <id>] [--title <words>]
                                    a lesson that passes, with placeholders that teach
  balance [files…] [--json]         words, cards, sources, reading level, loaded words, points and links by side
  changes <old file> <new file>     what becomes of the answers that learners gave to the old text, once the new
                                    one is out; the old file may lie anywhere
  maps [files…]                     proves that the map tasks keep what the score promises, and what wrong maps earn
  rules [--write]                   what check asks for, as tables; --write puts them into README.md

Lessons are read from lessons/, or from the folder that PARALLAX_LESSONS names.
Exit code: 0 without errors, 1 with errors, 2 for a wrong call.`;

/** A call that cannot be carried out; what it says goes to the error output. */
export class WrongCall extends Error {}

export interface Call {
	words: string[];
	flags: Set<string>;
	values: Map<string, string>;
}

/** Takes a command's arguments apart; refuses what it does not know. */
export function parseCall(args: readonly string[], known: { flags?: string[]; values?: string[] }): Call {
	const call: Call = { words: [], flags: new Set(), values: new Map() };
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? '';
		const name = word.replace(/^--/, '');
		if (!word.startsWith('--')) call.words.push(word);
		else if (known.flags?.includes(name)) call.flags.add(name);
		else if (known.values?.includes(name) && args[i + 1] !== undefined) call.values.set(name, args[(i += 1)] ?? '');
		else if (known.values?.includes(name)) throw new WrongCall(`After ${word} stands its value, and nothing did.`);
		else {
			const near = nearest(name, [...(known.flags ?? []), ...(known.values ?? [])]);
			throw new WrongCall(`${word} is not understood here.${near ? ` Did you mean --${near}?` : ''}\n\n${usage}`);
		}
	}
	return call;
}
