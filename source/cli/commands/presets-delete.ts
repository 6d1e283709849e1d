import {nearest} from '../../domain/rules/nearest.ts';
import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail, usageFailure} from '../failure.ts';
import {sayDiagnostics} from '../print.ts';
import {wordOf} from '../words.ts';

const without = (presets: Readonly<Record<string, unknown>>, name: string) =>
	Object.fromEntries(Object.entries(presets).filter(([key]) => key !== name));

/** Deletes a saved preset; shipped ones stay. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const name = wordOf(invocation, 0, 'NAME');
	const known = Object.keys(invocation.savedPresets);
	if (!known.includes(name)) {
		if ((await world.presets.names()).includes(name)) throw usageFailure('preset-shipped', {name});
		throw usageFailure('preset-unknown', {name, known, suggestion: nearest(name, known)});
	}
	orFail(
		await world.settings.update(settings => ({
			...settings,
			presets: without(settings.presets, name),
		})),
	);
	await sayDiagnostics([report('preset-deleted', {name})], invocation, world);
	return EXIT.done;
};
