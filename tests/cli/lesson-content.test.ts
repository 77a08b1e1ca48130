import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonContent } from '../../src/cli/lesson-content.ts';

const lesson = '01-words-and-witnesses/01-one-slogan-many-englishes.md';
let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'parallax-lessons-'));
	cpSync('lessons', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads the module as Vite would, and gives its code, or the message with which the build stops. */
function build(from = folder, base = ''): string {
	const plugin = lessonContent(from, base);
	const context = {
		addWatchFile: () => undefined,
		warn: () => undefined,
		error: (message: string) => {
			throw new Error(message);
		}
	};
	try {
		const load = plugin.load as unknown as (this: typeof context, id: string) => string;
		return load.call(context, '\0virtual:lesson-content');
	} catch (error) {
		return (error as Error).message;
	}
}

/** Puts a mistake into the lesson, builds, and puts the lesson back. */
function buildWith(right: string, wrong: string): { message: string; line: number } {
	const file = join(folder, lesson);
	const text = readFileSync(file, 'utf8');
	expect(text).toContain(right);
	const spoilt = text.replace(right, wrong);
	writeFileSync(file, spoilt);
	const message = build();
	writeFileSync(file, text);
	return { message, line: spoilt.slice(0, spoilt.indexOf(wrong)).split('\n').length };
}

describe('the build', () => {
	it('gives the app the compiled lessons when there is no mistake', () => {
		expect(build()).toMatch(/^export const content = JSON\.parse/);
	});

	it('stops at an unknown source, with the place and the way to mend it', () => {
		const { message, line } = buildWith('- `ecfr-2015`', '- `ecfr-2051`');
		expect(message).toContain(`lessons/${lesson}:${line}:`);
		expect(message).toContain('unknown-source');
		expect(message).toContain('ecfr-2015');
	});

	it('stops at a question without a right option, with the place', () => {
		const { message, line } = buildWith('- [x] `quality`', '- [ ] `quality`');
		const [, at] = /one-slogan-many-englishes\.md:(\d+):\d+.*no-right-option/.exec(message) ?? [];
		expect(Number(at)).toBeGreaterThan(line - 12);
		expect(Number(at)).toBeLessThanOrEqual(line);
	});

	it('stops at a reference edge to a card that is not in the kit, with the place', () => {
		const { message, line } = buildWith('- however `j`', '- however `jj`');
		expect(message).toContain(`lessons/${lesson}:${line}:`);
		expect(message).toContain('unknown-card');
	});

	it('tells of all mistakes at once', () => {
		const { message } = buildWith('- `ecfr-2015`\n- `xi-2014-02-27`', '- `ecfr-2051`\n- `xi-2041-02-27`');
		expect(message.match(/unknown-source/g)).toHaveLength(2);
	});

	it('hands over the pictures that lessons show, under the base path', () => {
		const code = build('tests/lessons/fixtures/two', '/app');
		expect(code).toContain('/app/data/who-lowered-the-mekong/pictures/river.svg');
		expect(code).toMatch(
			/export const pictures = JSON\.parse\("\{\\"who-lowered-the-mekong\/river\.svg\\":\{\\"type\\":\\"image\/svg\+xml/
		);
	});
});
