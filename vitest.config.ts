import {defineConfig} from 'vitest/config';

/** Tests that replace modules, change the process, or leave something drawn behind them. */
const APART = [
	'test/adapters/alibaba-cloud/**',
	'test/cli/simulate.test.ts',
	'test/house/**',
	'test/journeys/**',
	'test/process/**',
	'test/ui/**',
];
const TESTS = ['test/**/*.test.{ts,tsx}'];

export default defineConfig({
	test: {
		setupFiles: ['test/helpers/learn-languages.ts'],
		// Ink draws differently where CI is set, and colours depend on the terminal.
		env: {CI: 'false', FORCE_COLOR: '1', NO_COLOR: ''},
		testTimeout: 20_000,
		// Packages in CommonJS look as they do to Node.
		deps: {interopDefault: false},
		projects: [
			// They load the program once for all: half of the time of a small test is loading.
			{
				extends: true,
				test: {name: 'together', isolate: false, include: TESTS, exclude: APART},
			},
			{
				extends: true,
				test: {
					name: 'apart',
					include: APART.map(path => (path.endsWith('**') ? `${path}/*.test.{ts,tsx}` : path)),
				},
			},
		],
	},
});
