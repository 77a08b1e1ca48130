/** The cycles of a graph that a walk in depth closes, each from its first name in the alphabet, and each once. */
export function cyclesOf(edges: Readonly<Record<string, readonly string[]>>): string[][] {
	const found = new Map<string, string[]>();
	const done = new Set<string>();
	const path: string[] = [];
	function walk(at: string): void {
		const begun = path.indexOf(at);
		if (begun >= 0) {
			const cycle = path.slice(begun);
			const first = cycle.indexOf(cycle.toSorted()[0] as string);
			const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
			found.set(turned.join('\n'), turned);
			return;
		}
		if (done.has(at)) return;
		path.push(at);
		for (const to of edges[at] ?? []) walk(to);
		path.pop();
		done.add(at);
	}
	for (const start of Object.keys(edges)) walk(start);
	return [...found.values()];
}
