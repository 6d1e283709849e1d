import type {Diagnostic} from '../domain/diagnostics.ts';
import {isLabelName} from '../domain/input/names.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, World} from '../ports.ts';

const refused = (diagnostic: Diagnostic): Attempt<never> => ({
	ok: false,
	problem: {exitCode: 2, diagnostics: [diagnostic]},
});

/** Keeps a preset in the settings; a saved one of the same name is replaced, a shipped one never. */
export const storePreset = async (
	name: string,
	input: PlanInput,
	world: World,
): Promise<Attempt<void>> => {
	if (!isLabelName(name)) return refused(report('preset-name-invalid', {name}));
	if ((await world.presets.names()).includes(name))
		return refused(report('preset-shipped', {name}));
	return world.settings.update(settings => ({
		...settings,
		presets: {...settings.presets, [name]: input},
	}));
};
