import type {ManifestObject} from '../lint/manifest-object.ts';
import {at, quotedTextOf} from '../lint/part.ts';

/** What the label `key` of an object has to be; null for any value, or for none at all. */
type Term = {readonly key: string; readonly value: string | null; readonly isWanted: boolean};

/** `app=web,tier!=cache,debug,!old`: labels as kubectl selects by them. */
export type Selector = readonly Term[];

const TERM = /^(!?)([\w./-]+)(?:\s*(==?|!=)\s*([\w.-]*))?$/;

const termOf = (text: string): Term | null => {
	const [, not, key, operator, value = ''] = TERM.exec(text.trim()) ?? [];
	if (key === undefined || (not === '!' && operator !== undefined)) return null;
	return operator === undefined
		? {key, value: null, isWanted: not !== '!'}
		: {key, value, isWanted: operator !== '!='};
};

/** Null for a text that is no selector. */
export const parseSelector = (text: string): Selector | null => {
	const terms = text.split(',').map(termOf);
	return terms.every(term => term !== null) ? terms : null;
};

export const isSelected = ({root}: ManifestObject, selector: Selector): boolean =>
	selector.every(({key, value, isWanted}) => {
		const label = quotedTextOf(at(root, 'metadata', 'labels', key));
		return (value === null ? label !== null : label === value) === isWanted;
	});
