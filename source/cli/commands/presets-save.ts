import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {gatherInput} from '../gather-input.ts';
import {makePlan} from '../make-plan.ts';
import {sayDiagnostics} from '../print.ts';
import {storePreset} from '../store-preset.ts';
import {wordOf} from '../words.ts';

/** Saves what the flags describe as a preset, once it could be planned. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const name = wordOf(invocation, 0, 'NAME');
	await makePlan(invocation, world);
	const {input} = await gatherInput({...invocation, settings: {}}, world);
	orFail(await storePreset(name, input, world));
	const replaces = Object.hasOwn(invocation.savedPresets, name);
	await sayDiagnostics([report('preset-saved', {name, replaces})], invocation, world);
	return EXIT.done;
};
