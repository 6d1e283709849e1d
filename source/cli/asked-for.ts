import type {World} from '../ports.ts';
import type {FlagValues} from './command.ts';
import {environmentName} from './flag-layer.ts';

/** What a flag asks for, and the flag or variable that said so. */
export type Asked = {readonly value: string; readonly place: string};

export const askedAt = (name: string, flags: FlagValues, env: World['env']): Asked | undefined => {
	const value = askedFor(name, flags, env);
	const place = flags.has(name) ? `--${name}` : environmentName(name);
	return value === undefined ? undefined : {value, place};
};

/** What a flag asks for, else its environment twin; an empty variable counts as not set. */
export const askedFor = (name: string, flags: FlagValues, env: World['env']): string | undefined =>
	flags.get(name)?.at(-1) ?? (env[environmentName(name)] || undefined);
