import type { AssignmentWork, Receipt } from '../model.ts';

/** Of two copies of one receipt all the ways in which its file left. */
const joined = (a: Receipt, b: Receipt): Receipt => ({ ...a, via: [...new Set([...a.via, ...b.via])].toSorted() });

function receiptsOf(a: AssignmentWork, b: AssignmentWork): Receipt[] {
	const all = new Map<string, Receipt>();
	for (const receipt of [...a.receipts, ...b.receipts]) {
		const before = all.get(receipt.id);
		all.set(receipt.id, before ? joined(before, receipt) : receipt);
	}
	return [...all.values()].toSorted((one, other) => one.madeAt - other.madeAt || (one.id < other.id ? -1 : 1));
}

/**
 * What holds where two devices, or a device and its backup, know of one assignment: the later says what is chosen, and no
 * receipt and no feedback is lost. Either way round the same comes out, given which one is `later`.
 */
export function mergeAssignmentWork(later: AssignmentWork, earlier: AssignmentWork): AssignmentWork {
	const feedback = new Map([...earlier.feedback, ...later.feedback].map((one) => [`${one.result}/${one.madeAt}`, one]));
	return {
		...later,
		receipts: receiptsOf(later, earlier),
		late: later.late || earlier.late,
		feedback: [...feedback.values()].toSorted((a, b) => a.madeAt - b.madeAt || (a.result < b.result ? -1 : 1))
	};
}
