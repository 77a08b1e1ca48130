import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isTurned } from '#lib/state/draw.ts';

const kept = new Map<string, string>();
const storage = {
	getItem: (key: string) => kept.get(key) ?? null,
	setItem: (key: string, value: string) => void kept.set(key, value)
};

beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

describe('the side that comes first', () => {
	it('stays the same on a device, lesson by lesson', () => {
		const first = ['one', 'two', 'three', 'four'].map(isTurned);
		expect(['one', 'two', 'three', 'four'].map(isTurned)).toEqual(first);
	});

	it('is sometimes the one and sometimes the other, from device to device', () => {
		const devices = Array.from({ length: 200 }, (_, draw) => {
			kept.set('parallax:draw', String(draw * 7919 + 1));
			return isTurned('one-slogan-many-englishes');
		});
		const turned = devices.filter(Boolean).length;
		expect(turned).toBeGreaterThan(60);
		expect(turned).toBeLessThan(140);
	});

	it('is drawn all the same where nothing can be kept', () => {
		vi.stubGlobal('localStorage', {
			getItem: () => {
				throw new DOMException('refused', 'SecurityError');
			},
			setItem: () => {
				throw new DOMException('refused', 'SecurityError');
			}
		});
		expect(typeof isTurned('one')).toBe('boolean');
	});
});
