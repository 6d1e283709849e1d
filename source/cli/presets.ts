import {nearest} from '../domain/rules/nearest.ts';
import type {World} from '../ports.ts';
import type {Invocation} from './command.ts';
import {orFail, usageFailure} from './failure.ts';

export type FoundPreset = {
	readonly name: string;
	readonly origin: 'shipped' | 'saved';
	/** Not checked yet: a shipped file or what was saved. */
	readonly document: unknown;
	/** The commented text of a shipped one. */
	readonly text: string | null;
};

/** Saved presets, then shipped ones that no saved preset hides. */
export const presetNames = async (
	{savedPresets}: Invocation,
	world: World,
): Promise<readonly {readonly name: string; readonly origin: FoundPreset['origin']}[]> => {
	const saved = Object.keys(savedPresets).toSorted();
	const shipped = (await world.presets.names()).filter(name => !saved.includes(name));
	return [
		...saved.map(name => ({name, origin: 'saved' as const})),
		...shipped.map(name => ({name, origin: 'shipped' as const})),
	];
};

/** A preset by name; an unknown one is a usage failure that lists the known ones and names the place. */
export const findPreset = async (
	name: string,
	invocation: Invocation,
	world: World,
	place?: string,
): Promise<FoundPreset> => {
	if (Object.hasOwn(invocation.savedPresets, name))
		return {name, origin: 'saved', document: invocation.savedPresets[name], text: null};
	const shipped = await world.presets.names();
	if (!shipped.includes(name)) {
		const known = (await presetNames(invocation, world)).map(preset => preset.name);
		throw usageFailure('preset-unknown', {name, known, suggestion: nearest(name, known)}, place);
	}
	const text = await world.presets.text(name);
	return {name, origin: 'shipped', document: orFail(await world.documents.parse(text, name)), text};
};
