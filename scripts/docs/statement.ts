import type {Reference} from './reference.ts';

/** One statement of the brief in our own words, and what implements it. */
export type Statement = {
	readonly says: string;
	/** Empty where nothing does. */
	readonly by: readonly Reference[];
	/** Why nothing does, or what is still missing. */
	readonly note?: string;
};

export type Section = {readonly title: string; readonly statements: readonly Statement[]};

export const statement = (says: string, by: readonly Reference[], note?: string): Statement => ({
	says,
	by,
	...(note !== undefined && {note}),
});
