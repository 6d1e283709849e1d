import {spawnSync} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Measure} from './measure.ts';
import {commandTime, inPairs, programTime} from './program.ts';

const DOCUMENTS = 60;
const CHARACTERS = 34_000;

/** A Deployment with comments and a long list of settings, as charts write them. */
const deployment = (index: number): string => {
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
		'          resources: {limits: {cpu: 500m, memory: 1Gi}}',
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

const inFile = async <T>(work: (file: string, size: string) => Promise<T>): Promise<T> => {
	const folder = await mkdtemp(join(tmpdir(), 'eci-plan-bench-'));
	try {
		const text = Array.from({length: DOCUMENTS}, (_, index) => deployment(index)).join('---\n');
		const file = join(folder, 'all.yaml');
		await writeFile(file, text);
		return await work(file, `${(text.length / 1e6).toFixed(1)} MB, ${DOCUMENTS} documents`);
	} finally {
		await rm(folder, {recursive: true});
	}
};

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

/** The same file annotated, to be faster than kubectl does it; null where there is no kubectl. */
export const annotateSpeed = (): Promise<Measure | null> =>
	inFile(async (file, size) => {
		if (spawnSync('kubectl', ['version', '--client']).status !== 0) return null;
		const [ours, theirs] = await inPairs(programTime(['annotate', '-f', file]), kubectl(file));
		const note = `kubectl annotate --local ${theirs.toFixed(0)} ms`;
		return {name: `annotate -f: ${size}`, value: ours, unit: 'ms', note};
	});
