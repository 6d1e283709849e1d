import {parseAllDocuments} from 'yaml';
import type {Ruleset} from '../../source/domain/catalogue/rulesets.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {Finding} from '../../source/domain/manifest/lint/finding.ts';
import {lintManifests} from '../../source/domain/manifest/lint/lint-manifests.ts';
import {summaryOf} from './domain-fixtures.ts';

export const readYaml = (text: string): readonly unknown[] =>
	parseAllDocuments(text).map(document => document.toJS() as unknown);

/** What the lint says about a YAML text. */
export const lintYaml = (text: string, ruleset: Ruleset = 'current'): readonly Finding[] =>
	lintManifests(readYaml(text), ruleset);

export const diagnosticsIn = (findings: readonly Finding[]): readonly Diagnostic[] =>
	findings.map(({diagnostic}) => diagnostic);

/** `rule severity path` of each finding. */
export const foundIn = (text: string, ruleset: Ruleset = 'current'): readonly string[] =>
	summaryOf(diagnosticsIn(lintYaml(text, ruleset)));

const indented = (text: string, blanks: number): string =>
	text
		.trim()
		.split('\n')
		.map(line => `${' '.repeat(blanks)}${line}`)
		.join('\n');

/** A Pod with this spec and these annotations, as YAML. */
export const podYaml = (spec: string, annotations = ''): string => `
apiVersion: v1
kind: Pod
metadata:
  name: web
${annotations === '' ? '' : `  annotations:\n${indented(annotations, 4)}\n`}spec:
${indented(spec, 2)}
`;

/** A Deployment likewise. */
export const deploymentYaml = (spec: string, annotations = '', replicas = 1): string => `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
${annotations === '' ? '' : `      annotations:\n${indented(annotations, 8)}\n`}    spec:
${indented(spec, 6)}
`;
