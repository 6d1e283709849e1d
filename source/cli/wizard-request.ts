import {hasErrors} from '../domain/diagnostics.ts';
import {type PlanInput, planInputShape} from '../domain/input/plan-input.ts';
import type {Commanded, Draft, PresetTask} from '../domain/input/starts.ts';
import type {FlagValue} from '../domain/input/write-flags.ts';
import {check} from '../domain/schema/check.ts';
import type {Simulator} from '../domain/simulation/live.ts';
import type {WizardRequest, World} from '../ports.ts';
import {askedFor} from './asked-for.ts';
import {checkYaml} from './check-yaml.ts';
import type {Invocation} from './command.ts';
import {gatherInput} from './gather-input.ts';
import {openMarket} from './market.ts';
import {loadPresets, managePresets} from './preset-tasks.ts';
import {keepRecent, recentPlans} from './recent-plans.ts';
import {storePreset} from './store-preset.ts';

/** A draft that can't be read as answers is none. */
const draftOf = async ({drafts}: World): Promise<Draft | null> => {
	const stored = await drafts.read();
	if (stored === null) return null;
	const {value, diagnostics} = check(planInputShape, stored.input);
	return hasErrors(diagnostics) ? null : {input: value, preset: stored.preset};
};

const FILES = ['preset', 'plan'];

/** What the equivalent command takes over from the one that opened the wizard. */
const commandedBy = (documents: PlanInput, {flags}: Invocation, {env}: World): Commanded => {
	const given = (names: readonly string[]): readonly FlagValue[] =>
		names.flatMap(flag => {
			const value = askedFor(flag, flags, env);
			return value === undefined ? [] : [{flag, values: [value]}];
		});
	const hasPlan = askedFor('plan', flags, env) !== undefined;
	return {
		plan: hasPlan ? {flags: given(FILES), input: documents} : null,
		always: given(['prices']),
	};
};

/** `~/web.yaml` as a shell would write it: in the wizard there is none. */
const underHome = (path: string, {env}: World): string =>
	env['HOME'] ? path.replace(/^~(?=\/|$)/, () => env['HOME'] ?? '~') : path;

/** The engine is loaded when the first plan is there, not before the first frame. */
const simulatorIn = (world: World): Simulator => {
	let simulate: Simulator['simulate'] | null = null;
	return {
		simulate: async function* (question, signal) {
			const {liveSimulation} = await import('./live-simulation.ts');
			simulate ??= liveSimulation(world);
			yield* simulate(question, signal);
		},
	};
};

const withHome = (task: PresetTask, world: World): PresetTask =>
	'path' in task ? {...task, path: underHome(task.path, world)} : task;

/** What the wizard is opened with, whichever face it has. */
export const wizardRequest = async (
	invocation: Invocation,
	world: World,
): Promise<WizardRequest> => {
	const {input, documents} = await gatherInput(invocation, world);
	const presets = await loadPresets(invocation, world);
	const market = await openMarket(invocation, world);
	const named = askedFor('preset', invocation.flags, world.env);
	return {
		language: invocation.language,
		color: invocation.hasColor,
		initial: input,
		preset: presets.find(({name}) => name === named) ?? null,
		commanded: commandedBy(documents, invocation, world),
		presets,
		regions: market.regions,
		timeZones: world.timeZones,
		today: world.today,
		draft: await draftOf(world),
		saveDraft: world.drafts.save,
		dropDraft: world.drafts.drop,
		loadPrices: market.bookOf,
		simulator: simulatorIn(world),
		savePreset: (name, saved, overwrite) => storePreset(name, saved, world, overwrite),
		managePresets: task => managePresets(withHome(task, world), invocation, world),
		recent: recentPlans(invocation.recent),
		notices: invocation.notices,
		keepRecent: plan => keepRecent({...plan, day: world.today}, world),
		readStart: async path => {
			const {readStart} = await import('./start-file.ts');
			return readStart(underHome(path, world), invocation, market, world);
		},
		readFile: path => world.files.read(underHome(path, world)),
		checkYaml: text => checkYaml(text, world),
		writeFile: (path, text, overwrite) =>
			world.files.write(underHome(path, world), text, {overwrite}),
	};
};
