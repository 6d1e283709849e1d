import {planInputShape} from '../../domain/input/plan-input.ts';
import {check} from '../../domain/schema/check.ts';
import type {World} from '../../ports.ts';
import {documentOf} from '../../present/documents.ts';
import {presetTable} from '../../present/preset-report.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {findPreset, presetNames} from '../presets.ts';
import {printResult} from '../print.ts';

/** Every preset with a line about it. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const names = await presetNames(invocation, world);
	const presets = await Promise.all(
		names.map(async ({name, origin}) => {
			const {document} = await findPreset(name, invocation, world);
			return {name, origin, description: check(planInputShape, document).value.description ?? ''};
		}),
	);
	const table = presetTable(presets, invocation.language);
	await printResult(
		{
			document: () => documentOf('PresetList', {presets, diagnostics: []}),
			report: () => [table],
			table: () => table,
		},
		invocation,
		world,
	);
	return EXIT.done;
};
