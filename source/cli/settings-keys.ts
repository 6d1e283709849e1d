import {hasErrors} from '../domain/diagnostics.ts';
import {PLAN_FLAGS, type PlanFlag} from '../domain/input/flag-table.ts';
import {planInputShape} from '../domain/input/plan-input.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import {check} from '../domain/schema/check.ts';
import type {World} from '../ports.ts';
import type {FaceFlag} from './command.ts';
import {COMMON_FLAGS} from './commands.ts';
import {Failure, usageFailure} from './failure.ts';
import {layerOfFlags} from './flag-layer.ts';
import {relabelled} from './places.ts';

/** A flag whose value may be kept, and what stands for the value in the help. */
export type SettingKey = Pick<PlanFlag | FaceFlag, 'name' | 'value'>;

/** A flag that stands alone on the command line takes a word here. */
export const SETTING_KEYS: readonly SettingKey[] = [...PLAN_FLAGS, ...COMMON_FLAGS]
	.filter(({setting}) => setting)
	.map(({name, kind, value}) => ({name, value: kind === 'boolean' ? 'true|false' : value}));

const NAMES = SETTING_KEYS.map(({name}) => name);

/** An unknown key is a usage failure that lists the known ones. */
export const checkSettingKey = (key: string): void => {
	if (!NAMES.includes(key))
		throw usageFailure('setting-unknown', {
			key,
			known: NAMES,
			suggestion: nearest(key, NAMES),
		});
};

const checkChoice = (key: string, value: string) => {
	const choices = COMMON_FLAGS.find(({name}) => name === key)?.choices;
	if (choices && !choices.includes(value))
		throw new Failure(2, [
			report('field-choice', {value, choices, suggestion: nearest(value, choices)}, key),
		]);
};

/** Refuses a key or value that the next command could not use. */
export const checkSetting = async (key: string, value: string, world: World): Promise<void> => {
	checkSettingKey(key);
	checkChoice(key, value);
	const layer = check(
		planInputShape,
		layerOfFlags(new Map([[key, [value]]]), flag => flag),
	);
	const read = readPlanInput(layer.value, await world.prices.regions(), world.timeZones);
	const diagnostics = [...layer.diagnostics, ...read.diagnostics];
	if (hasErrors(diagnostics))
		throw new Failure(
			2,
			relabelled(
				diagnostics.filter(({severity}) => severity === 'error'),
				() => key,
			),
		);
};
