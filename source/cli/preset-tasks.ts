import {hasErrors} from '../domain/diagnostics.ts';
import {isLabelName} from '../domain/input/names.ts';
import {API_VERSION, type PlanInput, planInputShape} from '../domain/input/plan-input.ts';
import type {Preset, PresetsAfter, PresetTask} from '../domain/input/starts.ts';
import type {Tree} from '../domain/manifest/tree.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {check} from '../domain/schema/check.ts';
import {inShapeOrder} from '../domain/schema/order.ts';
import type {Attempt, Settings, World} from '../ports.ts';
import {plainText} from '../present/tone.ts';
import {yamlLines} from '../present/yaml.ts';
import type {Invocation} from './command.ts';
import {attempted, Failure, orFail, usageFailure} from './failure.ts';
import {planFileLayer} from './gather-input.ts';
import {findPreset, presetNames} from './presets.ts';

const inputOf = (document: unknown): PlanInput => check(planInputShape, document).value;

/** Every preset, saved and shipped, ready to start from. */
export const loadPresets = async (
	invocation: Invocation,
	world: World,
): Promise<readonly Preset[]> => {
	const names = await presetNames(invocation, world);
	return Promise.all(
		names.map(async ({name, origin}) => {
			const {document} = await findPreset(name, invocation, world);
			return {name, origin, input: inputOf(document)};
		}),
	);
};

type Saved = Settings['presets'];

/** Changes saved presets as they are when their file is locked: another program may have been faster. */
const changePresets = async (world: World, change: (saved: Saved) => Saved): Promise<void> => {
	let refusal: unknown = null;
	const written = await world.settings.update(settings => {
		try {
			return {...settings, presets: change(settings.presets)};
		} catch (error) {
			refusal = error;
			return settings;
		}
	});
	if (refusal !== null) throw refusal;
	orFail(written);
};

const without = (saved: Saved, name: string): Saved =>
	Object.fromEntries(Object.entries(saved).filter(([key]) => key !== name));

const savedOne = (saved: Saved, name: string): unknown => {
	const known = Object.keys(saved);
	if (!known.includes(name))
		throw usageFailure('preset-unknown', {name, known, suggestion: nearest(name, known)});
	return saved[name];
};

const checkFree = (saved: Saved, shipped: readonly string[], name: string): void => {
	if (!isLabelName(name)) throw usageFailure('preset-name-invalid', {name});
	if (shipped.includes(name)) throw usageFailure('preset-shipped', {name});
	if (Object.hasOwn(saved, name)) throw usageFailure('preset-exists', {name});
};

/** `base`, or with a number behind where that is taken. */
const freeName = (base: string, taken: readonly string[]): string => {
	let [name, number] = [base, 2];
	while (taken.includes(name)) name = `${base}-${number++}`;
	return name;
};

/** `plans/Shop v2.yaml` as `shop-v2`: what a file may be called and a preset may not. */
const nameOfFile = (path: string): string => {
	const base = path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
	const name = base
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return isLabelName(name) ? name : 'preset';
};

const imported = async (path: string, world: World): Promise<string> => {
	const {input} = await planFileLayer({value: path, place: path}, world);
	const shipped = await world.presets.names();
	let name = '';
	await changePresets(world, saved => {
		name = freeName(nameOfFile(path), [...Object.keys(saved), ...shipped]);
		return {...saved, [name]: input};
	});
	return name;
};

/** The text of a shipped one has comments; of a saved one, what isn't valid is not exported. */
const exportedText = async (
	name: string,
	invocation: Invocation,
	world: World,
): Promise<string> => {
	const {document, text} = await findPreset(name, invocation, world);
	if (text !== null) return text;
	const {diagnostics} = check(planInputShape, document);
	if (hasErrors(diagnostics)) throw new Failure(2, diagnostics);
	const whole = {apiVersion: API_VERSION, kind: 'PlanInput', ...inputOf(document)};
	const ordered = inShapeOrder(planInputShape, whole) as Tree;
	return `${yamlLines(ordered).map(plainText).join('\n')}\n`;
};

const done = async (task: PresetTask, invocation: Invocation, world: World): Promise<string> => {
	const shipped = await world.presets.names();
	switch (task.kind) {
		case 'import':
			return imported(task.path, world);
		case 'delete':
			if (shipped.includes(task.name) && !Object.hasOwn(invocation.savedPresets, task.name))
				throw usageFailure('preset-shipped', {name: task.name});
			await changePresets(world, saved => {
				savedOne(saved, task.name);
				return without(saved, task.name);
			});
			return task.name;
		case 'rename':
			await changePresets(world, saved => {
				const preset = savedOne(saved, task.name);
				checkFree(saved, shipped, task.to);
				return {...without(saved, task.name), [task.to]: preset};
			});
			return task.to;
		case 'copy': {
			const {document} = await findPreset(task.name, invocation, world);
			const input = inputOf(document);
			await changePresets(world, saved => {
				checkFree(saved, shipped, task.to);
				return {...saved, [task.to]: input};
			});
			return task.to;
		}
		case 'export': {
			const text = await exportedText(task.name, invocation, world);
			orFail(await world.files.write(task.path, text, {overwrite: task.overwrite}));
			return task.name;
		}
	}
};

const asItIs = async (invocation: Invocation, {settings}: World): Promise<Invocation> => ({
	...invocation,
	savedPresets: (await settings.read()).settings.presets,
});

/** Does something with presets, and says what there is after it. */
export const managePresets = (
	task: PresetTask,
	invocation: Invocation,
	world: World,
): Promise<Attempt<PresetsAfter>> =>
	attempted(async () => {
		const name = await done(task, await asItIs(invocation, world), world);
		return {presets: await loadPresets(await asItIs(invocation, world), world), name};
	});
