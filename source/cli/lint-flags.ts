import {SEVERITIES} from '../domain/diagnostics.ts';
import {THRESHOLDS} from '../present/lint/threshold.ts';
import type {FaceFlag} from './command.ts';

/** Flags of the lint alone. */
export const LINT_FLAGS: readonly FaceFlag[] = [
	{name: 'region', kind: 'text', value: 'cn-hangzhou'},
	{name: 'fail-on', kind: 'text', value: THRESHOLDS.join('|'), choices: THRESHOLDS},
	{name: 'severity', kind: 'text', value: SEVERITIES.join('|'), choices: SEVERITIES},
	{name: 'rules', kind: 'boolean', value: ''},
	{name: 'explain', kind: 'text', value: 'RULE'},
];
