import { expect, it } from 'vitest';
import { slices } from '#lib/state/gradebook/slices.ts';

it('waits for the browser once a slice has taken its time, and not before', async () => {
	let at = 0;
	let pauses = 0;
	const breathe = slices({ most: 12, now: () => at, pause: async () => void (pauses += 1) });
	const work = async (ms: number) => {
		at += ms;
		await breathe();
	};
	await work(5);
	await work(5);
	expect(pauses).toBe(0);
	await work(5);
	expect(pauses).toBe(1);
	// The next slice begins when the browser has had its turn.
	await work(11);
	expect(pauses).toBe(1);
	await work(1);
	expect(pauses).toBe(2);
});
