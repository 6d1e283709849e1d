import {defineScalarTag, mapTag, mergeTag, NOT_RESOLVED, Schema, seqTag, strTag} from 'js-yaml';
import {FIRST_CHARACTERS, plainValue} from '../../domain/manifest/source/plain-value.ts';

const TAG = 'tag:yaml.org,2002:';

const plainTag = defineScalarTag(`${TAG}plain`, {
	implicit: true,
	implicitFirstChars: FIRST_CHARACTERS,
	resolve: text => {
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

const kubernetesMapTag = {
	...mapTag,
	addPair: (map: Record<string, unknown>, key: unknown, value: unknown) =>
		key === null ? 'a key is null' : mapTag.addPair(map, key, value),
};

/** Any other tag says nothing to Kubernetes. */
const ANY = {tagName: '', matchByTagPrefix: true};

/** Reads scalars, keys and tags as kubectl does. */
export const KUBECTL_SCHEMA = new Schema([
	strTag,
	seqTag,
	kubernetesMapTag,
	mergeTag,
	plainTag,
	typedTag('int', isNumber),
	typedTag('float', isNumber),
	typedTag('bool', value => typeof value === 'boolean'),
	typedTag('null', value => value === null),
	{...strTag, ...ANY},
	{...seqTag, ...ANY},
	{...kubernetesMapTag, ...ANY},
]);
