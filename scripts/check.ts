import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

/** Every gate of the project, in the order of how fast it fails. */
const GATES = ['types', 'lint', 'walls', 'dead', 'build', 'package'] as const;

type Count = {readonly passed: number; readonly failed: number};

const runScript = (name: string, args: readonly string[] = []): boolean => {
	process.stdout.write(`\n— ${name}\n`);
	const {status} = spawnSync('npm', ['run', '--silent', name, '--', ...args], {stdio: 'inherit'});
	return status === 0;
};

const countOf = (value: unknown, key: string): number => {
	if (typeof value !== 'object' || value === null) return 0;
	const count: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
	return typeof count === 'number' ? count : 0;
};

const runTests = (): Count => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-check-'));
	const file = join(folder, 'tests.json');
	try {
		const isGreen = runScript('tests', [
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`,
		]);
		const summary: unknown = JSON.parse(readFileSync(file, 'utf8'));
		const failed = countOf(summary, 'numFailedTests');
		return {
			passed: countOf(summary, 'numPassedTests'),
			failed: isGreen ? failed : Math.max(1, failed),
		};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const gates = GATES.map(name => runScript(name));
const tests = runTests();
const passed = gates.filter(Boolean).length + tests.passed;
const failed = gates.filter(isGreen => !isGreen).length + tests.failed;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
