import {rmSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {rolldown} from 'rolldown';

import type {PriceBook} from '../../source/domain/pricing/price-book.ts';
import {shippedBook} from '../helpers/domain-fixtures.ts';
import type {Measure} from './measure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Packages are found from here as from the sources. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'eci-plan-bench');

/** Node reads no JSX: what draws the wizard is bundled first, without its packages. */
export const keySpeedOfWizard = async (): Promise<Measure> => {
	process.env['NODE_ENV'] ??= 'production';
	const build = await rolldown({
		cwd: ROOT,
		input: 'test/bench/wizard-keys.ts',
		platform: 'node',
		external: /^(?![./]|[A-Z]:)/,
		transform: {jsx: {runtime: 'automatic'}},
	});
	await build.write({dir: FOLDER, entryFileNames: 'wizard-keys.mjs'});
	await build.close();
	try {
		const {keySpeed} = (await import(pathToFileURL(join(FOLDER, 'wizard-keys.mjs')).href)) as {
			readonly keySpeed: (book: PriceBook) => Promise<Measure>;
		};
		return await keySpeed(await shippedBook());
	} finally {
		rmSync(FOLDER, {recursive: true, force: true});
	}
};
