import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Waits for a program that has the terminal; false where it can't be run or ends with an error. */
const ran = (command: string, file: string): Promise<boolean> =>
	new Promise(resolve => {
		// The variable may hold words of its own, such as `code --wait`; the path is never part of it.
		const child = spawn('sh', ['-c', `${command} "$1"`, 'sh', file], {stdio: 'inherit'});
		child.once('error', () => resolve(false));
		child.once('exit', code => resolve(code === 0));
	});

/**
 * The text as the editor of the user leaves it, null where the editor fails. It lies in a private
 * folder meanwhile, which is gone afterwards.
 */
export const inEditor = async (
	text: string,
	env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> => {
	const folder = await mkdtemp(join(tmpdir(), 'eci-plan-'));
	try {
		const file = join(folder, 'manifest.yaml');
		await writeFile(file, text, {mode: 0o600});
		const command = env['VISUAL'] || env['EDITOR'] || 'vi';
		return (await ran(command, file)) ? await readFile(file, 'utf8') : null;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
