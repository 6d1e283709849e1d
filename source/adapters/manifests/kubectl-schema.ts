import {defineScalarTag, mapTag, NOT_RESOLVED, Schema, seqTag, strTag} from 'js-yaml';
import {FIRST_CHARACTERS, plainValue} from '../../domain/manifest/source/plain-value.ts';
import {MERGE, MERGE_MARK, mergeInto, takesOver} from './merge-maps.ts';

const TAG = 'tag:yaml.org,2002:';

const plainTag = defineScalarTag(`${TAG}plain`, {
	implicit: true,
	implicitFirstChars: [...FIRST_CHARACTERS, MERGE_MARK.charAt(0)],
	resolve: text => {
		if (text === MERGE_MARK) return MERGE;
		const value = plainValue(text);
		return value === undefined ? NOT_RESOLVED : value;
	},
	identify: () => false,
});

/** `!!int "5"`: the text is read as if it stood without quotes, and has to be of the kind. */
const typedTag = (name: string, isKind: (value: unknown) => boolean) =>
	defineScalarTag(`${TAG}${name}`, {
		resolve: text => {
			const value = plainValue(text);
			return isKind(value) ? value : NOT_RESOLVED;
		},
		identify: () => false,
	});

const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';

/** The mark merges where it is a key, and is text everywhere else. */
export const asValue = (value: unknown): unknown => (value === MERGE ? MERGE_MARK : value);

const kubernetesSeqTag = {
	...seqTag,
	addItem: (list: unknown[], item: unknown, index: number) =>
		seqTag.addItem(list, asValue(item), index),
};

const kubernetesMapTag = {
	...mapTag,
	has: (map: Record<string, unknown>, key: unknown) =>
		key !== MERGE && mapTag.has(map, key) && !takesOver(map, String(key)),
	addPair: (map: Record<string, unknown>, key: unknown, value: unknown) => {
		if (key === MERGE) return mergeInto(map, value);
		if (key === null) return 'a key is null';
		return mapTag.addPair(map, key, asValue(value));
	},
};

/** Any other tag says nothing to Kubernetes. */
const ANY = {tagName: '', matchByTagPrefix: true};

const anyScalarTag = {
	...strTag,
	...ANY,
	resolve: (text: string, _isExplicit: boolean, tagName: string) =>
		tagName === `${TAG}merge` && text === MERGE_MARK ? MERGE : text,
};

/** Reads scalars, keys, merges and tags as kubectl does. */
export const KUBECTL_SCHEMA = new Schema([
	strTag,
	kubernetesSeqTag,
	kubernetesMapTag,
	plainTag,
	typedTag('int', isNumber),
	typedTag('float', isNumber),
	typedTag('bool', value => typeof value === 'boolean'),
	typedTag('null', value => value === null),
	anyScalarTag,
	{...kubernetesSeqTag, ...ANY},
	{...kubernetesMapTag, ...ANY},
]);
