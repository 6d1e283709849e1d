import {expect} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {readSource, reread} from '../../source/adapters/manifests/read-source.ts';
import {editDocument} from '../../source/domain/manifest/annotate/edit-document.ts';
import type {Change, PodEdit} from '../../source/domain/manifest/annotate/intended.ts';
import {type Splice, spliced} from '../../source/domain/manifest/annotate/splice.ts';
import {objectsOf} from '../../source/domain/manifest/lint/manifest-object.ts';
import {podOf} from '../../source/domain/manifest/lint/pod-part.ts';

const editsOf = (value: unknown, change: Change): readonly PodEdit[] =>
	objectsOf([value]).flatMap(object => {
		const pod = podOf(object);
		return pod ? [{place: pod.metadata.place.slice(0, -1), change}] : [];
	});

/** The text with a change made to every pod of it, and why some were left. */
export const changeText = (
	text: string,
	change: Change,
): {readonly text: string; readonly left: readonly string[]} => {
	const splices: Splice[] = [];
	const left: string[] = [];
	for (const document of readSource('', text).file.documents) {
		const edited = editDocument(text, document, editsOf(document.value, change), reread);
		splices.push(...edited.splices);
		left.push(...edited.left.values());
	}
	return {text: spliced(text, splices), left};
};

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The object with annotations given to its pod, worked out on the bare object. */
export const annotated = (
	value: unknown,
	values: readonly (readonly [string, string])[],
): unknown => {
	const object = fields(value);
	const {kind} = object;
	const {items} = object;
	if (/List$/.test(String(kind)))
		return Array.isArray(items)
			? {...object, items: items.map(item => annotated(item, values))}
			: value;
	const withNotes = (pod: unknown) => {
		const metadata = fields(fields(pod)['metadata']);
		const annotations = {...fields(metadata['annotations']), ...Object.fromEntries(values)};
		return {...fields(pod), metadata: {...metadata, annotations}};
	};
	const spec = fields(object['spec']);
	if (kind === 'Pod') return withNotes(object);
	if (kind === 'Deployment')
		return {...object, spec: {...spec, template: withNotes(spec['template'])}};
	if (kind !== 'CronJob') return value;
	const job = fields(spec['jobTemplate']);
	const jobSpec = fields(job['spec']);
	const jobTemplate = {...job, spec: {...jobSpec, template: withNotes(jobSpec['template'])}};
	return {...object, spec: {...spec, jobTemplate}};
};

/** The documents of a text, as another parser reads them. */
export const otherReading = (text: string): readonly unknown[] =>
	parseAllDocuments(text.replace(/^\ufeff/, ''), {
		merge: true,
		uniqueKeys: false,
		logLevel: 'error',
	}).flatMap(document => {
		expect(document.errors).toEqual([]);
		const value: unknown = document.toJS();
		return value === null ? [] : [value];
	});

/** Where one text becomes the other: what of the first is gone, and what of the second is new. */
export const differenceOf = (
	one: string,
	other: string,
): {readonly gone: string; readonly added: string} => {
	const shorter = Math.min(one.length, other.length);
	let start = 0;
	while (start < shorter && one[start] === other[start]) start++;
	let end = 0;
	while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
	return {gone: one.slice(start, one.length - end), added: other.slice(start, other.length - end)};
};
