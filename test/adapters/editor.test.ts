import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {inEditor} from '../../source/adapters/editor.ts';

/** A script that stands in for an editor, in a folder with a blank in its name. */
const withEditor = async (
	script: string,
	work: (path: string, folder: string) => Promise<void>,
) => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan editor-'));
	try {
		const path = join(folder, 'editor.sh');
		writeFileSync(path, `#!/bin/sh\n${script}\n`);
		chmodSync(path, 0o755);
		await work(path, folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

test('the edit comes back, and the file is gone', () =>
	withEditor('echo "$2" > "$(dirname "$0")/path"; echo "$1" >> "$2"', async (path, folder) => {
		const edited = await inEditor('a: 1\n', {VISUAL: `'${path}' 'b: 2'`, EDITOR: 'false'});
		expect(edited).toBe('a: 1\nb: 2\n');
		const file = readFileSync(join(folder, 'path'), 'utf8').trim();
		expect(file).toMatch(/\.yaml$/);
		expect(existsSync(dirname(file))).toBe(false);
	}));

test('an editor that fails or isn’t there gives nothing back', async () => {
	expect(await inEditor('a: 1\n', {EDITOR: 'false'})).toBeNull();
	expect(await inEditor('a: 1\n', {EDITOR: 'no-such-editor-here'})).toBeNull();
});
