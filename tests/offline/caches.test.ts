import { describe, expect, test } from 'vitest';
import { lessonPaths } from '#lib/offline/addresses.ts';
import { cacheNames, lessonsToCarryOver, otherVersions } from '#lib/offline/caches.ts';
import { addressOf } from '#lib/offline/site.ts';
import { site } from './site.ts';

const namesOf = (changed: Partial<typeof site>) => Object.values(cacheNames({ ...site, ...changed }));

describe('cache names', () => {
	test('differ by version, by folder and between shell and lessons', () => {
		const names = [{}, { version: '2' }, { scope: 'https://example.org/' }].flatMap(namesOf);
		expect(new Set(names).size).toBe(6);
	});
	test('of other versions are found; those of this one, of other folders and of other apps are left', () => {
		const older = namesOf({ version: '0.9' });
		const names = [
			'workbox',
			...older,
			...namesOf({}),
			...namesOf({ scope: 'https://example.org/', version: '0.9' }),
			...namesOf({ scope: 'https://example.org/parallax/preview/', version: '0.9' })
		];
		expect(otherVersions(names, site)).toEqual(older);
	});
	test('of a version whose name begins like another are told apart', () => {
		const longer = namesOf({ version: `${site.version}1` });
		expect(otherVersions([...namesOf({}), ...longer], site)).toEqual(longer);
	});
});

describe('an update', () => {
	const kept = (lesson: string) => lessonPaths(site, lesson).map((path) => addressOf(path, site.scope));
	test('keeps the lessons that were kept, each once', () => {
		expect(lessonsToCarryOver([...kept('one'), ...kept('one')], site)).toEqual(['one']);
	});
	test('drops a lesson that the newer version has no more', () => {
		const fewer = { ...site, prerendered: lessonPaths(site, 'one-more') };
		expect(lessonsToCarryOver([...kept('one'), ...kept('one-more')], fewer)).toEqual(['one-more']);
	});
});
