import {hasErrors} from '../domain/diagnostics.ts';
import {PLAN_FLAGS} from '../domain/input/flag-table.ts';
import {planInputShape} from '../domain/input/plan-input.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import {check} from '../domain/schema/check.ts';
import type {World} from '../ports.ts';
import {COMMON_FLAGS} from './commands.ts';
import {Failure, usageFailure} from './failure.ts';
import {layerOfFlags} from './flag-layer.ts';
import {relabelled} from './places.ts';

/** Flags whose value may be kept. */
const SETTING_KEYS: readonly string[] = [...PLAN_FLAGS, ...COMMON_FLAGS]
	.filter(({setting}) => setting)
	.map(({name}) => name);

/** An unknown key is a usage failure that lists the known ones. */
export const checkSettingKey = (key: string): void => {
	if (!SETTING_KEYS.includes(key))
		throw usageFailure('setting-unknown', {
			key,
			known: SETTING_KEYS,
			suggestion: nearest(key, SETTING_KEYS),
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
	const read = readPlanInput(layer.value, await world.prices.regions());
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
