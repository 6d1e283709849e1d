import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {sayDiagnostics} from '../print.ts';
import {checkSetting} from '../settings-keys.ts';
import {wordOf} from '../words.ts';

/** Keeps a value that commands and the wizard start from. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const key = wordOf(invocation, 0, 'KEY');
	const value = wordOf(invocation, 1, 'VALUE');
	await checkSetting(key, value, world);
	orFail(
		await world.settings.update(settings => ({
			...settings,
			defaults: {...settings.defaults, [key]: value},
		})),
	);
	await sayDiagnostics([report('setting-saved', {key, value})], invocation, world);
	return EXIT.done;
};
