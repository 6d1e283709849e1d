import type {World} from '../../ports.ts';
import {documentOf} from '../../present/documents.ts';
import {printable} from '../../present/printable.ts';
import {settingsTable} from '../../present/settings-report.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {printResult} from '../print.ts';
import {checkSettingKey} from '../settings-keys.ts';

/** All settings, or the bare value of one. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const [key] = invocation.words;
	const {settings, output, language} = invocation;
	if (key !== undefined) checkSettingKey(key);
	const chosen = Object.entries(settings).filter(([name]) => key === undefined || name === key);
	if (key !== undefined && output === null) {
		await world.stdout.write(chosen.map(([, value]) => `${printable(value)}\n`).join(''));
		return EXIT.done;
	}
	const table = settingsTable(chosen, language);
	await printResult(
		{
			document: () =>
				documentOf('Settings', {settings: Object.fromEntries(chosen), diagnostics: []}),
			report: () => [table],
			table: () => table,
		},
		invocation,
		world,
	);
	return EXIT.done;
};
