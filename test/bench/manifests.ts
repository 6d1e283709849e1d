import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Measure} from './measure.ts';
import {inPairs} from './program.ts';

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

/** The whole command on 60 documents, 2 MB; to be under 0.6 s. */
export const manifestSpeed = async (): Promise<readonly Measure[]> => {
	const folder = await mkdtemp(join(tmpdir(), 'eci-plan-bench-'));
	try {
		const text = Array.from({length: DOCUMENTS}, (_, index) => deployment(index)).join('---\n');
		const file = join(folder, 'all.yaml');
		await writeFile(file, text);
		const [whole, bare] = await inPairs(['plan', '-f', file], ['--version']);
		return [
			{
				name: `plan -f: ${(text.length / 1e6).toFixed(1)} MB, ${DOCUMENTS} documents`,
				value: whole,
				unit: 'ms',
				note: `--version ${bare.toFixed(0)} ms`,
			},
		];
	} finally {
		await rm(folder, {recursive: true});
	}
};
