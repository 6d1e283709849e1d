import {randomUUID} from 'node:crypto';
import {link, open, readFile, rename, unlink} from 'node:fs/promises';
import {setTimeout} from 'node:timers/promises';
import {errorCode} from './file-reason.ts';

/** A lock is held for milliseconds, so one that stays this long was left by a program that was ended. */
const STALE_MILLISECONDS = 3000;
const PAUSE_MILLISECONDS = 15;

/** Who holds the lock; null where nobody does. */
const holderOf = async (lock: string): Promise<string | null> => {
	try {
		return await readFile(lock, 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
};

const take = async (lock: string, holder: string): Promise<boolean> => {
	const draft = `${lock}.${holder}`;
	const handle = await open(draft, 'wx', 0o600);
	try {
		await handle.writeFile(holder);
		await handle.close();
		// Unlike a new file, a link has its text from the start.
		await link(draft, lock);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	} finally {
		await unlink(draft);
	}
};

/** Removes the lock of `holder`, and gives one back that somebody else took meanwhile. */
const drop = async (lock: string, holder: string): Promise<void> => {
	if ((await holderOf(lock)) !== holder) return;
	const moved = `${lock}.${randomUUID()}`;
	try {
		await rename(lock, moved);
		if ((await holderOf(moved)) !== holder) await link(moved, lock);
		await unlink(moved);
	} catch (error) {
		if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
	}
};

/** Does `work` while nobody else works under the same lock file, in this process or another. */
export const withLock = async <T>(
	lock: string,
	work: () => Promise<T>,
	stale = STALE_MILLISECONDS,
): Promise<T> => {
	const own = randomUUID();
	let seen: string | null = null;
	let since = 0;
	while (!(await take(lock, own))) {
		const holder = await holderOf(lock);
		if (holder !== seen) since = performance.now();
		else if (holder !== null && performance.now() - since > stale) await drop(lock, holder);
		seen = holder;
		await setTimeout(PAUSE_MILLISECONDS * (0.5 + Math.random()));
	}
	try {
		return await work();
	} finally {
		await drop(lock, own);
	}
};
