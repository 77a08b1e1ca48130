import { defineConfig } from '@playwright/test';
import { chromiumFlags, executablePath } from '../support/chromium.ts';

const port = Number(process.env.PARALLAX_TEST_PORT ?? 4874);

/** Files whose tests share a host that they build for themselves, or take turns on purpose (mode `default`). */
const wholeFiles = /(tour|authored|lighthouse|static-host)\.spec\.ts$/;

export default defineConfig({
	testDir: '.',
	fullyParallel: true,
	// What goes through a file in one piece comes first: at the end it would keep one worker busy and the other waiting.
	projects: [
		{ name: 'whole files', testMatch: wholeFiles },
		{ name: 'tests', testIgnore: wholeFiles }
	],
	workers: 2,
	// One more try on a busy machine; a test that needed it is named and counted as such (src/cli/test.ts).
	retries: process.env.CI ? 1 : 0,
	timeout: 90_000,
	// A machine may be busy with more than this.
	expect: { timeout: 15_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
	outputDir: '../../test-results',
	webServer: {
		command: 'node src/cli/serve.ts',
		cwd: '../..',
		env: { PORT: String(port) },
		port,
		reuseExistingServer: false
	},
	use: {
		baseURL: `http://localhost:${port}`,
		browserName: 'chromium',
		viewport: { width: 390, height: 844 },
		// Each visit would fetch the whole app; a test that is about the worker lets it in.
		serviceWorkers: 'block',
		// Smooth scrolling would be waited for at every click.
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: {
			executablePath,
			args: chromiumFlags
		},
		trace: 'off'
	}
});
