import {describe, expect, test} from 'vitest';
import {fails, run, type Scene} from '../helpers/memory-world.ts';

const BROKEN_YAML = 'apiVersion: eci-plan/v1\ncpu: 2\n  memory: 3Gi\n';

type Case = readonly [line: string, code: number, said: string, scene?: Scene];

const VALUES: readonly Case[] = [
	['size --cpu 2 --memory 3', 2, 'error: --memory: "3" has no unit. Use 3Gi.'],
	[
		'size --cpu 2 --memory -3Gi',
		2,
		'error: --memory: "-3Gi" is negative. Use a number with its unit, such as 3Gi or 512Mi.',
	],
	[
		'size --cpu 2 --memory=-3Gi',
		2,
		'error: --memory: "-3Gi" is negative. Use a number with its unit, such as 3Gi or 512Mi.',
	],
	[
		'size --cpu NaN --memory 3Gi',
		2,
		'error: --cpu: "NaN" isn\'t a quantity. Use a number of vCPU, such as 2, 0.5 or 500m.',
	],
	[
		'size --cpu 200 --memory 3Gi',
		2,
		'error: --cpu: 200 vCPU is more than one ECI pod can have (64 vCPU). Split the pod or lower it.',
	],
	[
		'size --cpu 2 --memory 600Gi',
		2,
		'error: --memory: Memory 600Gi is more than one ECI pod can have (512 GiB). Split the pod or lower it.',
	],
	[
		'size --region cn-hangzho',
		2,
		'error: --region: No prices are known for region "cn-hangzho". You probably mean cn-hangzhou.',
	],
	[
		'size --replicas 1.5',
		2,
		'error: --replicas: "1.5" isn\'t a whole number. Use a whole number from 0 to 100000.',
	],
	[
		'size --replicas -1',
		2,
		'error: --replicas: -1 is outside the range from 0 to 100000. Use a whole number from 0 to 100000.',
	],
	[
		'size --ruleset 2021',
		2,
		'error: --ruleset: "2021" isn\'t one of the choices. You probably mean 2020; the choices are 2020 or current.',
	],
	[
		'size --annotation team',
		2,
		'error: --annotation: "team" doesn\'t have the form that is needed. Write it like "key=value".',
	],
	['size --container cpu=1,memory=2,name=app', 2, 'error: --container: "2" has no unit. Use 2Gi.'],
	[
		'size --quiet=yes',
		2,
		'error: --quiet: This takes true or false, not text. Use true or false, without quotes.',
	],
	[
		'size --spot-fallback=yes',
		2,
		'error: --spot-fallback: This takes true or false, not text. Use true or false, without quotes.',
	],
];

const FLAGS: readonly Case[] = [
	['size --cpus 2', 2, 'error: eci-plan size has no flag --cpus. You probably mean --cpu.'],
	['size --CPU 2', 2, 'error: eci-plan size has no flag --CPU. You probably mean --cpu.'],
	[
		'--use_specs 2-4Gi',
		2,
		'error: eci-plan has no flag --use_specs. You probably mean --use-specs.',
	],
	[
		'size --zzz',
		2,
		'error: eci-plan size has no flag --zzz. Run eci-plan size --help to see the flags.',
	],
	['size -x', 2, 'error: eci-plan size has no flag -x. Run eci-plan size --help to see the flags.'],
	['size --cpu', 2, "error: There's no value after --cpu. Write it as --cpu=VALUE."],
	['size --cpu --memory 3Gi', 2, "error: There's no value after --cpu. Write it as --cpu=VALUE."],
	['size --cpu=', 2, "error: There's no value after --cpu=. Write it as --cpu=VALUE."],
	['size -o', 2, "error: There's no value after --output. Write it as --output=VALUE."],
	['size --as pod', 2, "error: eci-plan size doesn't use --as. Remove it."],
	['presets list --cpu 2', 2, "error: eci-plan presets list doesn't use --cpu. Remove it."],
	[
		'size -o xml',
		2,
		'error: --output: "xml" isn\'t one of the choices. Use one of table, json, yaml, csv, markdown, html, svg, sarif or junit.',
	],
	[
		'export -o csv',
		2,
		'error: --output: eci-plan export can\'t print "csv". Use one of yaml or json.',
	],
	[
		'size extra',
		2,
		'error: "extra" is one argument too many. Remove it, or put a value that contains blanks in quotes.',
	],
];

const COMMANDS: readonly Case[] = [
	['sise', 2, 'error: eci-plan has no command "sise". You probably mean size.'],
	[
		'frobnicate',
		2,
		'error: eci-plan has no command "frobnicate". Run eci-plan --help to see the commands.',
	],
	[
		'presets',
		2,
		'error: A word is missing after the command. Use one of list, show, save or delete.',
	],
	[
		'presets shwo',
		2,
		'error: "shwo" isn\'t one of the choices for presets. You probably mean show; the choices are list, show, save or delete.',
	],
	['completion', 2, 'error: A word is missing after the command. Use one of bash, zsh or fish.'],
	['schema Quot', 2, 'error: There\'s no schema "Quot". You probably mean Quote.'],
];

const FILES: readonly Case[] = [
	[
		'size --plan plan.yaml',
		4,
		"error: --plan: Can't read plan.yaml: it doesn't exist. Check the path.",
	],
	[
		'size --plan plan.yaml',
		4,
		"error: --plan: Can't read plan.yaml: you aren't allowed to. Check the permissions of the file and its folder.",
		{forbidden: ['plan.yaml']},
	],
	[
		'size --plan folder',
		4,
		"error: --plan: Can't read folder: it's a folder. Name a file inside it.",
		{folders: ['folder']},
	],
	[
		'size --plan plan.yaml',
		2,
		'error: --plan: plan.yaml is larger than 16 MiB. Split it into smaller files.',
		{files: {'plan.yaml': 'x'.repeat(2 ** 24 + 1)}},
	],
	[
		'size --plan plan.yaml',
		2,
		"error: --plan: Can't understand plan.yaml at line 2, column 6: Nested mappings are not allowed in compact mappings. Correct line 2 and try again.",
		{files: {'plan.yaml': BROKEN_YAML}},
	],
	[
		'size --plan plan.yaml',
		2,
		"error: --plan: Can't understand plan.yaml at line 3, column 1: Map keys must be unique. Correct line 3 and try again.",
		{files: {'plan.yaml': 'cpu: 2\nmemory: 3Gi\ncpu: 4\n'}},
	],
	[
		'size --plan deploy.yaml',
		2,
		'error: deploy.yaml: A document of kind "Deployment" isn\'t a plan. Use a document with kind: PlanInput; eci-plan schema PlanInput shows its fields.',
		{files: {'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\n'}},
	],
	[
		'size --plan empty.yaml',
		2,
		'error: empty.yaml: This takes a group of fields, not nothing. Write one field a line, such as name: value.',
		{files: {'empty.yaml': '# nothing\n'}},
	],
	[
		'size --plan words.yaml',
		2,
		'error: words.yaml: This takes a group of fields, not text. Write one field a line, such as name: value.',
		{files: {'words.yaml': 'just words\n'}},
	],
	[
		'size --plan plan.yaml',
		2,
		'error: plan.yaml: worklod: There\'s no field "worklod" here. You probably mean workload.',
		{files: {'plan.yaml': 'worklod: {replicas: 2}\n'}},
	],
	[
		'size --plan -',
		2,
		'error: --plan -: memory: "3" has no unit. Use 3Gi.',
		{stdin: '{"cpu": 2, "memory": 3}'},
	],
];

const PLACES: readonly Case[] = [
	[
		'size',
		4,
		"error: ECI_PLAN_PLAN: Can't read /nope: it doesn't exist. Check the path.",
		{env: {ECI_PLAN_PLAN: '/nope'}},
	],
	[
		'size',
		2,
		'error: ECI_PLAN_PRESET: There\'s no preset "wbe". You probably mean web; the choices are api, batch, ci-runner, cron, gpu-inference, spark or web.',
		{env: {ECI_PLAN_PRESET: 'wbe'}},
	],
	[
		'size --plan -',
		2,
		'error: --plan: Standard input is empty. It should hold a PlanInput, as eci-plan presets show web prints one.',
		{stdin: ' \n'},
	],
	[
		'size',
		2,
		'error: ECI_PLAN_PLAN: plan.yaml is empty. It should hold a PlanInput, as eci-plan presets show web prints one.',
		{env: {ECI_PLAN_PLAN: 'plan.yaml'}, files: {'plan.yaml': ''}},
	],
	[
		"size --runs-per-day 4 --work 1h --cron '0 2 * * *'",
		2,
		'error: --cron: Both --runs-per-day and --cron say when the pods run. Remove --runs-per-day or --cron.',
	],
	[
		'size --plan plan.yaml --region=',
		2,
		"error: There's no value after --region=. Write it as --region=VALUE.",
	],
];

const TWICE: readonly Case[] = [
	[
		'size --container name=a,cpu=1,cpu=2',
		2,
		'error: --container: "cpu" is given twice. Keep one of them.',
	],
	[
		'size --annotation foo=bar --annotation foo=baz',
		2,
		'error: --annotation: "foo" is given twice. Keep one of them.',
	],
	[
		'size --log a=stdout --log a=/x/*.log',
		2,
		'error: --log: "a" is given twice. Keep one of them.',
	],
	[
		'size --container name=a,request-cpu=1,name=b',
		2,
		'error: --container: "name" is given twice. Keep one of them.',
	],
];

const EMPTY_LISTS: readonly Case[] = [
	[
		"size --use-specs ' '",
		2,
		'error: --use-specs: " " doesn\'t have the form that is needed. Write it like "2-4Gi,ecs.c6.xlarge".',
	],
	[
		'size --families ,',
		2,
		'error: --families: "," doesn\'t have the form that is needed. Write it like "c6,c7".',
	],
	[
		'size --families u11,ecs.u11,u11',
		2,
		'error: --families: ECI has no instance family "u11". You probably mean u1.',
	],
	[
		'size --use-specs 2-4Gi,,',
		2,
		'error: --use-specs: An entry is empty. Remove the comma that is too many.',
	],
	[
		'size --plan plan.yaml',
		2,
		'error: plan.yaml: chain.useSpecs: The value is empty. Write it like "2-4Gi,4-8Gi,ecs.c6.xlarge", or remove it.',
		{files: {'plan.yaml': 'chain: {useSpecs: [""]}'}},
	],
];

const HINTS: readonly Case[] = [
	[
		'size --use-specs ecs.c6-xlarge',
		2,
		'error: --use-specs: "ecs.c6-xlarge" isn\'t a spec. Use ecs.c6.xlarge.',
	],
	[
		'size --cpu 2 --memory 1000000000000m',
		2,
		'error: --memory: "1000000000000m" counts in fractions of a byte. Use a number with its unit, such as 3Gi or 512Mi.',
	],
	[
		'size --cpu 2 --memory 512m',
		2,
		'error: --memory: "512m" counts in fractions of a byte. Use 512Mi.',
	],
	[
		'size --plan plan.yaml',
		2,
		'error: plan.yaml: cpu: This takes a number or text, not .nan. Write one value, such as 2 or 500m.',
		{files: {'plan.yaml': 'cpu: .nan'}},
	],
	[
		'size --plan plan.yaml',
		2,
		'error: plan.yaml: memory: This takes a number or text, not -.inf. Write one value, such as 2 or 500m.',
		{files: {'plan.yaml': 'memory: -.inf'}},
	],
	[
		'size --time-zone Mars/X',
		2,
		'error: --time-zone: "Mars/X" isn\'t the name of a time zone. Use a name such as Asia/Shanghai or UTC.',
	],
	[
		'size --time-zone Asia/Shanghia',
		2,
		'error: --time-zone: "Asia/Shanghia" isn\'t the name of a time zone. You probably mean Asia/Shanghai.',
	],
];

const PRESETS: readonly Case[] = [
	[
		'size --preset wob',
		2,
		'error: --preset: There\'s no preset "wob". You probably mean web; the choices are api, batch, ci-runner, cron, gpu-inference, spark or web.',
	],
	[
		'size --preset shop',
		2,
		'error: preset shop: memory: "3" has no unit. Use 3Gi.',
		{saved: {shop: {cpu: '2', memory: '3'}}},
	],
	[
		'cost --preset shop',
		2,
		'error: preset shop: cpus: There\'s no field "cpus" here. You probably mean cpu.',
		{saved: {shop: {cpus: 2}}},
	],
	[
		'export --preset shop',
		2,
		'error: preset shop: This takes a group of fields, not a number. Write one field a line, such as name: value.',
		{saved: {shop: 7}},
	],
];

const table = (name: string, cases: readonly Case[]) =>
	describe(name, () => {
		for (const [line, code, said, scene] of cases) {
			test(`${line}: ${said.slice(0, 90)}`, async () => {
				await fails(line, code, said, scene);
			});

			test(`${line} -o json ends in the same way`, async () => {
				if (/-o\b|^(?:presets|completion)/.test(line)) return;
				await fails(`${line} -o json`, code, said, scene);
			});
		}
	});

table('a value that can not be read', VALUES);
table('a flag that is not there', FLAGS);
table('a command that is not there', COMMANDS);
table('a plan file that does not work', FILES);
table('a preset that does not work', PRESETS);
table('a value that came from somewhere', PLACES);
table('a key that is given twice', TWICE);
table('a mistake that would make two lines', EMPTY_LISTS);
table('a value of which we know what was meant', HINTS);

describe('several mistakes', () => {
	test('are told one a line, without the notes of what is right', async () => {
		const {code, out, err} = await run(['size', '--cpu', 'two', '--memory', '3'], {columns: 1000});
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toBe(
			'error: --cpu: "two" isn\'t a quantity. Use a number of vCPU, such as 2, 0.5 or 500m.\nerror: --memory: "3" has no unit. Use 3Gi.\n',
		);
	});

	test('are told with what else there is to know about their fields', async () => {
		const region = 'cn-shenzhen-finance-1';
		const apart = "ACK Serverless isn't offered in cn-shenzhen-finance-1.";
		const said = async (...line: readonly string[]) =>
			(await run([...line, '--region', region], {columns: 1000})).err;
		for (const line of [['size'], ['export'], ['prices', 'list']]) {
			expect(await said(...line)).toMatch(/^error: --region: No prices/);
			expect(await said(...line)).toContain(`\nnote: --region: ${apart}`);
			expect(await said(...line, '--quiet')).not.toContain(apart);
		}
		expect(await said('size', '--ruleset', 'current')).toContain(`\nwarning: --region: ${apart}`);
	});

	test('a flood of them is cut', async () => {
		const text = Array.from({length: 500}, (_, index) => `wrong${index}: 1\n`).join('');
		const {err} = await run(['size', '--plan', 'p'], {files: {p: text}, columns: 1000});
		const lines = err.trimEnd().split('\n');
		expect(lines).toHaveLength(21);
		expect(lines.at(-1)).toBe('… and 480 more');
	});

	test('a key as long as its file is cut as well', async () => {
		const {err} = await run(['size', '--plan', 'p'], {files: {p: `${'x'.repeat(900)}: 1`}});
		expect(err.length).toBeLessThan(600);
	});
});

describe('a bug', () => {
	test('ends with exit code 1 and one line, without a stack', async () => {
		const ended = await run([], {isTerminal: true});
		expect(ended).toMatchObject({
			code: 1,
			out: '',
			err: 'eci-plan 1.2.3 has a bug: the wizard was opened\n',
		});
	});
});

describe('a price file that can not be used', () => {
	test('is named by the flag or the variable that it came from', async () => {
		expect((await run(['size', '--prices', '/nope'])).err).toMatch(/^error: --prices: Can't read/);
		expect((await run(['size'], {env: {ECI_PLAN_PRICES: '/nope'}})).err).toMatch(
			/^error: ECI_PLAN_PRICES: Can't read/,
		);
		const files = {'p.json': '[{"a": 1}, {"b"'};
		expect((await run(['size', '--prices', 'p.json'], {files})).err).toMatch(/^error: --prices: /);
	});
});
