import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		setupFiles: ['test/helpers/learn-languages.ts'],
		// Ink draws differently where CI is set, and colours depend on the terminal.
		env: {CI: 'false', FORCE_COLOR: '1', NO_COLOR: ''},
		testTimeout: 20_000,
		// Packages in CommonJS look as they do to Node.
		deps: {interopDefault: false},
	},
});
