import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {sayDiagnostics} from '../print.ts';
import {checkSettingKey} from '../settings-keys.ts';
import {wordOf} from '../words.ts';

/** Forgets a setting; one that only the file knows as well. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const key = wordOf(invocation, 0, 'KEY');
	if (!Object.hasOwn(invocation.settings, key)) {
		checkSettingKey(key);
		await sayDiagnostics([report('setting-unset', {key})], invocation, world);
		return EXIT.done;
	}
	orFail(
		await world.settings.update(settings => ({
			...settings,
			defaults: Object.fromEntries(
				Object.entries(settings.defaults).filter(([name]) => name !== key),
			),
		})),
	);
	return EXIT.done;
};
