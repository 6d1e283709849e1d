import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {type: 'json'};
import {Ajv} from 'ajv';
import {describe, expect, test} from 'vitest';
import {LINT_CASES} from '../../helpers/lint-corpus.ts';
import {run, type Scene} from '../../helpers/memory-world.ts';

/** The published schema is of draft 4, whose keywords here mean the same in draft 7 beside `id`. */
const {$schema: _draft, id: _id, ...body} = schema;
const isSarif = new Ajv({strict: false, validateFormats: false, unicodeRegExp: false}).compile(
	body,
);

type Log = {
	readonly runs: readonly {
		readonly columnKind: string;
		readonly tool: {readonly driver: {readonly rules: readonly {readonly id: string}[]}};
		readonly results: readonly {
			readonly ruleId: string;
			readonly ruleIndex: number;
			readonly level: string;
			readonly locations: readonly [
				{
					readonly physicalLocation: {
						readonly artifactLocation: {readonly uri: string; readonly uriBaseId?: string};
						readonly region: Readonly<Record<string, number>>;
					};
				},
			];
		}[];
	}[];
};

const sarif = async (args: readonly string[], scene: Scene) => {
	const {out} = await run(['lint', ...args, '-o', 'sarif'], scene);
	const log: unknown = JSON.parse(out);
	expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
	const [first] = (log as Log).runs;
	if (!first) throw new TypeError('no run');
	return first;
};

const DAEMON = 'kind: DaemonSet\nmetadata: {name: agent}\n';

const locationOf = async (file: string) => {
	const {results} = await sarif(['-f', file], {files: {[file]: DAEMON}});
	return results[0]?.locations[0].physicalLocation.artifactLocation;
};

describe('SARIF', () => {
	test('has rules, levels and columns in UTF-16', async () => {
		const text = `${DAEMON}---\nkind: Pod\nmetadata: {name: "😀", annotations: {k8s.aliyun.com/eci-spot-price-limit: "0.5"}}\nspec: {containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 3Gi}}}]}\n`;
		const {columnKind, results, tool} = await sarif(['-f', '-'], {stdin: text});
		expect(columnKind).toBe('utf16CodeUnits');
		expect(
			results.map(({ruleId, level, locations: [{physicalLocation}]}) => [
				ruleId,
				level,
				physicalLocation.region,
			]),
		).toEqual([
			['limit-daemonset', 'error', {startLine: 1, startColumn: 7, endLine: 1, endColumn: 16}],
			['size-rounded', 'note', {startLine: 5, startColumn: 18, endLine: 5, endColumn: 22}],
			['spot-limit-ignored', 'warning', {startLine: 5, startColumn: 75, endLine: 5, endColumn: 80}],
		]);
		for (const {ruleId, ruleIndex} of results)
			expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
	});

	test.each(LINT_CASES)('is valid for $name', async ({text, found, args = []}) => {
		const {results} = await sarif(['-f', '-', ...args], {stdin: text});
		expect(results).toHaveLength(found.length);
	});

	test.each([
		['manifests/a b.yaml', 'manifests/a%20b.yaml'],
		['./m/中文#1.yaml', 'm/%E4%B8%AD%E6%96%87%231.yaml'],
		['a:b%.yaml', 'a%3Ab%25.yaml'],
		['../m/a.yaml', '../m/a.yaml'],
	])('names %s relative to where it ran', async (file, uri) => {
		expect(await locationOf(file)).toEqual({uri, uriBaseId: '%SRCROOT%'});
	});

	test.each([
		['/srv/a b.yaml', 'file:///srv/a%20b.yaml'],
		['C:\\m\\a.yaml', 'file:///C:/m/a.yaml'],
	])('names %s as it is', async (file, uri) => {
		expect(await locationOf(file)).toEqual({uri});
	});
});
