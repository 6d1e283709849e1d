import type {Diagnostic} from '../domain/diagnostics.ts';
import {isLabelName} from '../domain/input/names.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, World} from '../ports.ts';

const refused = (diagnostic: Diagnostic): Attempt<never> => ({
	ok: false,
	problem: {exitCode: 2, diagnostics: [diagnostic]},
});

/**
 * Keeps a preset in the settings; a shipped one is never replaced, a saved one of the same name with
 * `overwrite`. What another program has saved meanwhile counts.
 */
export const storePreset = async (
	name: string,
	input: PlanInput,
	world: World,
	overwrite = true,
): Promise<Attempt<void>> => {
	if (!isLabelName(name)) return refused(report('preset-name-invalid', {name}));
	if ((await world.presets.names()).includes(name))
		return refused(report('preset-shipped', {name}));
	let isTaken = false;
	const written = await world.settings.update(settings => {
		isTaken = !overwrite && Object.hasOwn(settings.presets, name);
		return isTaken ? settings : {...settings, presets: {...settings.presets, [name]: input}};
	});
	return isTaken ? refused(report('preset-exists', {name})) : written;
};
