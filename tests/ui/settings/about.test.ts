import { render, screen } from '@testing-library/svelte';
import { notices } from 'virtual:third-party-notices';
import { expect, it } from 'vitest';
import type { Catalogue } from '#lib/content/documents.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import AboutApp from '#lib/ui/settings/AboutApp.svelte';

const lesson = { id: 'one', version: 3, number: 1, title: 'One', question: '', minutes: 1, steps: [] };
const catalogue: Catalogue = {
	modules: [{ id: 'm', number: 1, title: 'M', about: '' as Html, lessons: [lesson] }],
	page: 1,
	pages: 1,
	total: 1
};

it('names the versions of the app and of each lesson', () => {
	render(AboutApp, { version: '1.2.3+abc', catalogue, notices: [] });
	expect(screen.getByText('1.2.3+abc')).toBeTruthy();
	expect(screen.getByRole('link', { name: 'One' }).getAttribute('href')).toBe('/learn/one/');
	expect(screen.getByText('version 3')).toBeTruthy();
});

it('leads to the catalogue for the lessons that stand on its further pages', () => {
	render(AboutApp, { version: '1', catalogue: { ...catalogue, pages: 2, total: 14 }, notices: [] });
	expect(screen.getByRole('link', { name: /13/ }).getAttribute('href')).toBe('/catalogue/2/');
});

it('says when the lessons cannot be reached', () => {
	render(AboutApp, { version: '1', catalogue: null, notices: [] });
	expect(screen.getByText(/list of lessons cannot be reached/)).toBeTruthy();
});

it('shows the licence of every package that is shipped, closed at first', () => {
	const { container } = render(AboutApp, { version: '1', catalogue, notices });
	const details = [...container.querySelectorAll('details')];
	expect(details).toHaveLength(notices.length);
	for (const [index, notice] of notices.entries()) {
		expect(details[index]?.open).toBe(false);
		expect(details[index]?.querySelector('summary')?.textContent).toBe(
			`${notice.name} ${notice.version} · ${notice.licence}`
		);
		expect(details[index]?.querySelector('pre')?.textContent).toBe(notice.text);
	}
});
