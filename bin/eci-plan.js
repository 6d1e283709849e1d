#!/usr/bin/env node
import {existsSync} from 'node:fs';
import module from 'node:module';
import process from 'node:process';

const program = new URL('../dist/main.js', import.meta.url);

if (existsSync(program)) {
	// Node 22 and newer keep the compiled program between runs.
	module.enableCompileCache?.();
	await import(program.href);
} else {
	process.stderr.write('eci-plan is not built yet. Run npm run build first.\n');
	process.exitCode = 1;
}
