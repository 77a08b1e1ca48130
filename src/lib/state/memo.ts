/**
 * Works something out once for each new state of immutable data, told by identity: a map is another object after every
 * command. A derived rune would do in a template, but not where a key is pressed.
 */
export function memo<Keys extends readonly unknown[], V>(work: (...keys: Keys) => V): (...keys: Keys) => V {
	let last: { keys: Keys; value: V } | undefined;
	return (...keys) => {
		if (!last || keys.some((key, at) => key !== last?.keys[at])) last = { keys, value: work(...keys) };
		return last.value;
	};
}
