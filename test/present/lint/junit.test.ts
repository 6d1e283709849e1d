import {SaxesParser} from 'saxes';
import {describe, expect, test} from 'vitest';
import {LINT_CASES} from '../../helpers/lint-corpus.ts';
import {run, type Scene} from '../../helpers/memory-world.ts';

type Element = {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
};

/** The elements of a well-formed document; throws for any other. */
const elementsOf = (xml: string): readonly Element[] => {
	const elements: Element[] = [];
	const parser = new SaxesParser();
	parser.on('error', error => {
		throw error;
	});
	parser.on('opentag', ({name, attributes}) => elements.push({name, attributes}));
	parser.write(xml).close();
	return elements;
};

const junit = async (args: readonly string[], scene: Scene) => {
	const {out} = await run(['lint', ...args, '-o', 'junit'], scene);
	return elementsOf(out);
};

const named = (elements: readonly Element[], name: string) =>
	elements.filter(element => element.name === name).map(({attributes}) => attributes);

const ROUNDED =
	'kind: Pod\nmetadata: {name: one}\nspec: {containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 3Gi}}}]}\n';
const TEXT = `${ROUNDED}---\nkind: DaemonSet\nmetadata: {name: agent}\n---\nkind: Service\nmetadata: {name: web}\n`;

describe('JUnit', () => {
	test('has a suite a file, a case a finding and one a clean object', async () => {
		const elements = await junit(['-f', 'a.yaml', '-f', 'b.yaml'], {
			files: {'a.yaml': TEXT, 'b.yaml': ''},
		});
		expect(named(elements, 'testsuites')).toMatchObject([{tests: '3', failures: '1'}]);
		expect(named(elements, 'testsuite')).toMatchObject([
			{name: 'a.yaml', tests: '3', failures: '1'},
			{name: 'b.yaml', tests: '0', failures: '0'},
		]);
		expect(named(elements, 'testcase')).toEqual([
			{name: 'size-rounded Pod one a.yaml:2:18', classname: 'a.yaml', file: 'a.yaml', line: '2'},
			{
				name: 'limit-daemonset DaemonSet agent a.yaml:5:7',
				classname: 'a.yaml',
				file: 'a.yaml',
				line: '5',
			},
			{name: 'Service web', classname: 'a.yaml', file: 'a.yaml'},
		]);
		expect(named(elements, 'failure')).toMatchObject([{type: 'limit-daemonset'}]);
		expect(named(elements, 'system-out')).toHaveLength(1);
	});

	test('fails what --fail-on counts', async () => {
		const scene = {stdin: TEXT};
		const failures = async (failOn: string) =>
			named(await junit(['-f', '-', '--fail-on', failOn], scene), 'failure').length;
		expect(await Promise.all(['info', 'error', 'never'].map(failures))).toEqual([2, 1, 0]);
	});

	test.each(LINT_CASES)('is well-formed for $name', async ({text, args = []}) => {
		expect(named(await junit(['-f', '-', ...args], {stdin: text}), 'testsuite')).toHaveLength(1);
	});

	test('escapes what XML can not have', async () => {
		const evil = '<a & "b">]]>\\u0001\\ufffe\\ud800\\x1b';
		const text = `kind: DaemonSet\nmetadata: {name: ${JSON.stringify(evil).replaceAll('\\\\', '\\')}}\n`;
		const elements = await junit(['-f', '-'], {stdin: text});
		expect(named(elements, 'testcase')[0]?.['name']).toContain('<a & "b">]]>');
	});
});
