import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

const script = readFileSync('static/theme.js', 'utf8');

/** Runs the script of a page that names one of the app's, in a browser that says what it painted when `paint` is called. */
function open({ hidden = false } = {}) {
	let tell: (() => void) | undefined;
	class Painted {
		constructor(listener: (list: { getEntriesByName: (name: string) => object[] }) => void) {
			tell = () => listener({ getEntriesByName: (name) => (name === 'first-contentful-paint' ? [{}] : []) });
		}
		observe() {}
	}
	vi.stubGlobal('PerformanceObserver', Painted);
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
	document.head.innerHTML = '<link href="data:text/javascript," data-after-paint>';
	const run = new Function(`${script}; return firstPaint;`) as () => Promise<void>;
	return { painted: run(), paint: () => tell?.(), rel: () => document.querySelector('link')?.rel };
}

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	document.head.innerHTML = '';
});

test('the script of a page to be read is asked for when the page was painted, and not before', async () => {
	const { painted, paint, rel } = open();
	await Promise.resolve();
	expect(rel()).toBe('');
	paint();
	await painted;
	expect(rel()).toBe('modulepreload');
});

test('in a tab that nobody sees, and that is not painted, it is asked for at once', async () => {
	const { painted, rel } = open({ hidden: true });
	await painted;
	expect(rel()).toBe('modulepreload');
});

test('where the browser does not say what it painted, it is asked for after a while', async () => {
	vi.useFakeTimers();
	const { painted, rel } = open();
	await vi.runAllTimersAsync();
	await painted;
	expect(rel()).toBe('modulepreload');
});
