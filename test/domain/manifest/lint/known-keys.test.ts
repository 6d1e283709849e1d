import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {KNOWN_KEYS} from '../../../../source/domain/manifest/lint/known-keys.ts';
import {ROOT} from '../../../helpers/memory-world.ts';

const MODULES = join(ROOT, 'node_modules');

/** Where the schemas of Kubernetes have a type. */
const schemaOf = (type: string): string => {
	if (type === 'ObjectMeta')
		return '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgApisMetaV1ObjectMeta.js';
	const isOfApps = /^(?:Deployment|StatefulSet|ReplicaSet|DaemonSet)Spec$/.test(type);
	const group = isOfApps ? 'Apps' : /^(?:Cron)?Job/.test(type) ? 'Batch' : 'Core';
	return `kubernetes-models/_schemas/IoK8sApi${group}V1${type}.js`;
};

/** The fields that a compiled schema looks at, those of what it holds left out. */
const fieldsOf = (text: string): readonly string[] => {
	const [, name = ''] = /export const validate=(\w+);/.exec(text) ?? [];
	const body = text.slice(
		text.indexOf(`function ${name}(`),
		text.indexOf(`return ${name}.errors=`),
	);
	return [...body.matchAll(/void 0!==data\.(\w+)&&/g)].map(([, field = '']) => field);
};

test.each(Object.entries(KNOWN_KEYS))('%s is as Kubernetes has it', (type, keys) => {
	const fields = fieldsOf(readFileSync(join(MODULES, schemaOf(type)), 'utf8'));
	expect([...keys].sort()).toEqual([...new Set(fields)].sort());
});
