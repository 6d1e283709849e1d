import {spawnSync} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Measure} from './measure.ts';
import {commandTime, inPairs, programTime} from './program.ts';

const DOCUMENTS = 60;
const CHARACTERS = 34_000;

/** A Deployment with comments and a long list of settings, as charts write them. */
const deployment = (index: number, limits = 'cpu: 500m, memory: 1Gi'): string => {
	const name = `web-${index}`;
	const lines = [
		'apiVersion: apps/v1',
		'kind: Deployment',
		`metadata: {name: ${name}, labels: {app: ${name}}}`,
		'spec:',
		'  replicas: 3',
		'  template:',
		'    spec:',
		'      containers:',
		'        - name: app # the only one',
		'          image: nginx:1.29',
		`          resources: {limits: {${limits}}}`,
		'          env:',
	];
	let size = lines.join('\n').length;
	for (let setting = 0; size < CHARACTERS; setting++) {
		const entry = [
			`            - name: SETTING_${setting}`,
			`              value: "value ${setting} of a long list of settings"`,
		];
		lines.push(...entry);
		size += entry.join('\n').length + 1;
	}
	return `${lines.join('\n')}\n`;
};

const NUMBERS = Array.from({length: DOCUMENTS}, (_, index) => index);

/** No two of them need the same. */
const differing = (index: number): string =>
	deployment(index, `cpu: ${250 * (1 + (index % 12))}m, memory: ${512 * (1 + index)}Mi`);

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
	const folder = await mkdtemp(join(tmpdir(), 'eci-plan-bench-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, {recursive: true});
	}
};

const inFile = <T>(
	work: (file: string, size: string) => Promise<T>,
	document: (index: number) => string = index => deployment(index),
): Promise<T> =>
	inFolder(async folder => {
		const text = NUMBERS.map(document).join('---\n');
		const file = join(folder, 'all.yaml');
		await writeFile(file, text);
		return await work(file, `${(text.length / 1e6).toFixed(1)} MB, ${DOCUMENTS} documents`);
	});

/** The whole command on 60 documents, 2 MB; to be under 0.6 s. */
export const manifestSpeed = (): Promise<readonly Measure[]> =>
	inFile(async (file, size) => {
		const [whole, bare] = await inPairs(
			programTime(['plan', '-f', file]),
			programTime(['--version']),
		);
		const note = `--version ${bare.toFixed(0)} ms`;
		return [{name: `plan -f: ${size}`, value: whole, unit: 'ms', note}];
	});

const kubectl = (file: string) =>
	commandTime('kubectl', ['annotate', '--local', '-f', file, 'a=b', '-o', 'yaml']);

/** Two folders of 60 files, 2 MB each, of which every second workload needs more. */
export const diffSpeed = (): Promise<readonly Measure[]> =>
	inFolder(async folder => {
		const sides = ['old', 'new'].map(side => join(folder, side));
		for (const side of sides) await mkdir(side);
		const [old = '', next = ''] = sides;
		for (const index of NUMBERS) {
			await writeFile(join(old, `${index}.yaml`), deployment(index));
			const changed = index % 2 === 0 ? deployment(index) : differing(index);
			await writeFile(join(next, `${index}.yaml`), changed);
		}
		const [whole, bare] = await inPairs(
			programTime(['diff', old, next]),
			programTime(['--version']),
		);
		const size = `2 times ${((DOCUMENTS * CHARACTERS) / 1e6).toFixed(1)} MB, ${DOCUMENTS} files`;
		const note = `--version ${bare.toFixed(0)} ms`;
		return [{name: `diff: ${size}`, value: whole, unit: 'ms', note}];
	});

const annotating = (what: string, document?: (index: number) => string): Promise<Measure> =>
	inFile(async (file, size) => {
		const [ours, theirs] = await inPairs(programTime(['annotate', '-f', file]), kubectl(file));
		const note = `kubectl annotate --local ${theirs.toFixed(0)} ms`;
		return {name: `annotate -f: ${size}, ${what}`, value: ours, unit: 'ms', note};
	}, document);

/** The same file annotated, to be faster than kubectl does it; null where there is no kubectl. */
export const annotateSpeeds = async (): Promise<readonly Measure[] | null> => {
	if (spawnSync('kubectl', ['version', '--client']).status !== 0) return null;
	return [await annotating('one need'), await annotating(`${DOCUMENTS} needs`, differing)];
};
