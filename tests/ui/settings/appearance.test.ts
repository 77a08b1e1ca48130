import { readFileSync } from 'node:fs';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { AppSettings } from '#lib/state/settings.svelte.ts';
import { toSettings } from '#lib/storage/settings.ts';
import AppearanceSettings from '#lib/ui/settings/AppearanceSettings.svelte';

const { dataset } = document.documentElement;
const kept = () => JSON.parse(localStorage.getItem('parallax:settings') ?? 'null') as unknown;
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

function show(settings = new AppSettings()) {
	settings.open();
	render(AppearanceSettings, { settings });
	return settings;
}

describe('the appearance', () => {
	it('takes no choices before what was chosen is known', () => {
		render(AppearanceSettings, { settings: new AppSettings() });
		for (const group of screen.getAllByRole<HTMLFieldSetElement>('group')) expect(group.disabled).toBe(true);
	});

	it('shows what was chosen before', () => {
		localStorage.setItem('parallax:settings', '{"theme":"dark","textSize":"largest"}');
		show();
		expect(radio('Dark').checked).toBe(true);
		expect(radio('Largest').checked).toBe(true);
		expect({ ...dataset }).toEqual({ theme: 'dark', textSize: 'largest' });
	});

	it('is applied and kept at once', async () => {
		show();
		await fireEvent.click(radio('Dark'));
		expect(dataset.theme).toBe('dark');
		await fireEvent.click(radio('Large'));
		expect(dataset.textSize).toBe('large');
		await fireEvent.click(radio('Always'));
		expect(dataset.pinyin).toBe('always');
		expect(kept()).toEqual({ theme: 'dark', textSize: 'large', pinyin: true });
		await fireEvent.click(radio('As on this device'));
		await fireEvent.click(radio('Normal'));
		await fireEvent.click(radio('When I open a word'));
		expect({ ...dataset }).toEqual({});
	});

	it('follows what another tab chooses', async () => {
		show();
		localStorage.setItem('parallax:settings', '{"theme":"light"}');
		window.dispatchEvent(new StorageEvent('storage', { key: 'parallax:settings' }));
		await tick();
		expect(radio('Light').checked).toBe(true);
		expect(dataset.theme).toBe('light');
	});

	it('holds for the page, and says so, where nothing can be kept', async () => {
		const settings = show(
			new AppSettings(() => {
				throw new DOMException('no', 'SecurityError');
			})
		);
		expect(screen.queryByText(/does not let the app keep settings/)).toBeNull();
		await fireEvent.click(radio('Dark'));
		expect(dataset.theme).toBe('dark');
		expect(settings.kept).toBe(false);
		expect(screen.getByText(/does not let the app keep settings/)).toBeTruthy();
	});
});

describe('the script before the first paint', () => {
	const script = readFileSync('static/theme.js', 'utf8');
	const run = () => new Function(script)() as void;

	it.each([
		['nothing', null, {}],
		['garbage', '{', {}],
		['null', 'null', {}],
		['unknown values', '{"theme":"sepia","textSize":7,"pinyin":"yes"}', {}],
		['the defaults', JSON.stringify(toSettings({})), {}],
		['a theme and a size', '{"theme":"light","textSize":"large"}', { theme: 'light', textSize: 'large' }],
		['pinyin always', '{"pinyin":true}', { pinyin: 'always' }]
	])('with %s kept applies what the settings page would', (_, stored, expected) => {
		if (stored !== null) localStorage.setItem('parallax:settings', stored);
		run();
		expect({ ...dataset }).toEqual(expected);
		new AppSettings().open()();
		expect({ ...dataset }).toEqual(expected);
	});

	it('follows another tab', () => {
		run();
		localStorage.setItem('parallax:settings', '{"theme":"dark"}');
		window.dispatchEvent(new StorageEvent('storage', { key: 'parallax:settings' }));
		expect(dataset.theme).toBe('dark');
		localStorage.clear();
		window.dispatchEvent(new StorageEvent('storage', { key: null }));
		expect(dataset.theme).toBeUndefined();
	});
});
