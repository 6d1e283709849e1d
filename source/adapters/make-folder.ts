import {mkdir} from 'node:fs/promises';
import {dirname} from 'node:path';
import {errorCode} from './file-reason.ts';

/** Somebody else may have made it by now. */
const makeOne = async (folder: string): Promise<void> => {
	try {
		await mkdir(folder, {mode: 0o700});
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
	}
};

/** Makes a private folder and those above it. Step by step: `recursive` never comes to an end under `/proc`. */
export const makeFolder = async (folder: string): Promise<void> => {
	try {
		await makeOne(folder);
	} catch (error) {
		const parent = dirname(folder);
		if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
		await makeFolder(parent);
		await makeOne(folder);
	}
};
