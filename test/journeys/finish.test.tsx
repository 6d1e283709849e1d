import {describe, expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {presets} from '../helpers/wizard-request.ts';

const {enter, tab, down, right, left, up} = keys;

const webYaml = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        alibabacloud.com/eci: "true"
      annotations:
        k8s.aliyun.com/eci-use-specs: "ecs.c6.large,ecs.c7.large,2-4Gi,ecs.g6.large"
    spec:
      containers:
      - name: app
        image: nginx:1.29
        resources:
          limits:
            cpu: "2"
            memory: "3Gi"
`;

describe.each([
	{columns: 80, rows: 24, language: 'en'},
	{columns: 80, rows: 24, language: 'zh-CN'},
	{columns: 120, rows: 40, language: 'en'},
	{columns: 120, rows: 40, language: 'zh-CN'},
] as const)('at $columns×$rows in $language', given => {
	test('a preset leads to YAML and the command in nine keys', async () => {
		const wizard = await startWizard(given);
		await wizard.type('/web');
		await wizard.press(...Array(8).fill(enter), tab, tab, enter);
		expect(await wizard.result).toEqual({
			kind: 'finished',
			yaml: webYaml,
			path: null,
			command: 'eci-plan export --preset web',
			caveat: null,
			saved: null,
		});
		expect(wizard.isAlternateScreen()).toBe(false);
		expect(wizard.isCursorShown()).toBe(true);
		expect(wizard.isRaw()).toBe(false);
	});

	test('from scratch, two containers', async () => {
		const wizard = await startWizard(given);
		await wizard.press(keys.escape, down, keys.ctrlU);
		await wizard.type('shop');
		await wizard.press(down, down, keys.ctrlU);
		await wizard.type('4');
		await wizard.press(enter, tab, down);
		await wizard.paste('nginx:1.29\n');
		await wizard.press(down);
		await wizard.type('500m');
		await wizard.press(down);
		await wizard.type('1Gi');
		await wizard.press(up, up, up, up, enter);
		await wizard.press(keys.ctrlU);
		await wizard.type('proxy');
		await wizard.press(down);
		await wizard.type('envoy:1');
		await wizard.press(down);
		await wizard.type('250m');
		await wizard.press(down);
		await wizard.type('512Mi');
		expect(wizard.line('proxy ')).toMatch(/proxy +envoy:1 +250m +512Mi +0/);
		await wizard.press(enter);
		expect(wizard.line('0.75')).toMatch(/0\.75 +1\.5 /);
		expect(wizard.screen()).toMatch(/1-2Gi +1 +2 +0\.2205 +160\.99/);
		await wizard.press('8', tab, tab, enter);
		const result = await wizard.result;
		expect(result).toMatchObject({
			kind: 'finished',
			command:
				'eci-plan export --name shop ' +
				'--container name=app,image=nginx:1.29,cpu=500m,memory=1Gi ' +
				'--container name=proxy,image=envoy:1,cpu=250m,memory=512Mi --replicas 4',
		});
	});
});

describe('a file', () => {
	const toFile = async (files: readonly string[] = []) => {
		const wizard = await startWizard({files});
		await wizard.type('/web');
		await wizard.press(enter, enter, '8', right, down);
		return wizard;
	};

	test('named like the workload unless another path is typed', async () => {
		const wizard = await toFile();
		expect(wizard.line('File')).toContain('web.yaml');
		await wizard.press(tab, tab, enter);
		expect(await wizard.result).toMatchObject({kind: 'finished', path: 'web.yaml'});
		expect(wizard.files.get('web.yaml')).toBe(webYaml);
	});

	test('that is there already is asked about, and no keeps it', async () => {
		const wizard = await toFile(['pods/web.yaml']);
		await wizard.type('pods/web.yaml');
		await wizard.press(tab, tab, enter);
		expect(wizard.screen()).toContain('pods/web.yaml exists. Overwrite it?');
		await wizard.press('n');
		expect(wizard.files.get('pods/web.yaml')).toBe('old');
		expect(wizard.line('File')).toContain('pods/web.yaml');
		await wizard.press(enter, 'y');
		expect(await wizard.result).toMatchObject({kind: 'finished', path: 'pods/web.yaml'});
		expect(wizard.files.get('pods/web.yaml')).toBe(webYaml);
	});

	test('that can’t be written is said, and the wizard stays', async () => {
		const wizard = await toFile();
		await wizard.type('/root/web.yaml');
		await wizard.press(tab, tab, enter);
		expect(wizard.screen()).toContain('/root/web.yaml');
		expect(wizard.screen()).toContain('✗');
		expect(wizard.isAlternateScreen()).toBe(true);
		await wizard.press(keys.ctrlC);
		expect(await wizard.result).toEqual({kind: 'left'});
	});
});

test('the answers become a preset', async () => {
	const wizard = await startWizard();
	await wizard.type('/web');
	await wizard.press(enter, enter, '8', down);
	await wizard.type('web');
	await wizard.press(enter);
	expect(wizard.screen()).toContain('✗');
	await wizard.press(keys.ctrlU);
	await wizard.type('web-small');
	await wizard.press(enter);
	expect(wizard.screen()).toContain('✓ Saved the preset web-small.');
	expect(wizard.saved.get('web-small')).toMatchObject({name: 'web', workload: {replicas: 3}});
	await wizard.press(keys.ctrlC);
});

test('a preset that was named is saved before the wizard ends', async () => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '3Gi'}});
	await wizard.press(enter, '8', down);
	await wizard.type('mine');
	await wizard.press(down, enter);
	expect(await wizard.result).toMatchObject({kind: 'finished'});
	expect(wizard.saved.has('mine')).toBe(true);
});

describe('a preset of one’s own', () => {
	const mine = {name: 'mine', origin: 'saved', input: {name: 'old', cpu: '1'}} as const;
	const named = async () => {
		const wizard = await startWizard({
			presets: [...presets, mine],
			initial: {name: 'web', cpu: '2', memory: '3Gi', workload: {}},
		});
		await wizard.press(enter, '8', down);
		await wizard.type('mine');
		return wizard;
	};

	test('is not replaced without a yes', async () => {
		const wizard = await named();
		await wizard.press(enter);
		expect(wizard.screen()).toContain('The preset mine exists. Overwrite it?');
		await wizard.press('n');
		expect(wizard.saved.size).toBe(0);
		await wizard.press(enter, 'y');
		expect(wizard.saved.get('mine')).toMatchObject({name: 'web'});
		await wizard.press(enter);
		expect(wizard.screen()).not.toContain('Overwrite');
		await wizard.press(keys.ctrlC);
	});

	test('is asked about at the finish too, which follows the yes', async () => {
		const wizard = await named();
		await wizard.press(down, enter);
		expect(wizard.screen()).toContain('The preset mine exists. Overwrite it?');
		await wizard.press('y');
		expect(await wizard.result).toMatchObject({kind: 'finished'});
		expect(wizard.saved.get('mine')).toMatchObject({name: 'web'});
	});
});

describe('a preset saved at the finish', () => {
	const from = async (...sequence: readonly string[]) => {
		const wizard = await startWizard();
		await wizard.press('/web\r', ...sequence, '8', down);
		await wizard.type('mine');
		return wizard;
	};
	const replicas = [down, down, down, keys.ctrlU];

	test('is what the command starts from', async () => {
		const wizard = await from(...replicas, '7', enter);
		await wizard.press(down, enter);
		expect(await wizard.result).toMatchObject({
			command: 'eci-plan export --preset mine',
			caveat: null,
			saved: {name: 'mine', replaces: false},
		});
		expect(wizard.saved.get('mine')).toMatchObject({workload: {replicas: 7}});
		expect(wizard.saved.get('mine')).not.toHaveProperty('description');
	});

	test('keeps its description where the work is the same', async () => {
		const wizard = await from(enter);
		await wizard.press(down, enter);
		await wizard.result;
		expect(wizard.saved.get('mine')).toMatchObject({description: 'Web front end, 3 small pods'});
	});

	test('is saved again where it was changed after the saving', async () => {
		const wizard = await from(enter);
		await wizard.press(enter, '\u001B[A', '1', ...replicas, '9', enter, '8', enter);
		await wizard.press(tab, enter);
		expect(await wizard.result).toMatchObject({command: 'eci-plan export --preset mine'});
		expect(wizard.saved.get('mine')).toMatchObject({workload: {replicas: 9}});
	});

	test('isn’t saved with an error in it', async () => {
		const wizard = await from(...replicas, 'a', enter);
		await wizard.press(enter);
		expect(wizard.screen()).toContain('A preset with errors isn’t saved.');
		expect(wizard.saved.size).toBe(0);
		await wizard.press(keys.ctrlC);
	});
});

test('a bad quantity says so under its field and keeps the wizard from finishing', async () => {
	const wizard = await startWizard({initial: {cpu: '2', memory: '3Gi'}});
	await wizard.press(enter, tab, down, down, down, keys.ctrlU);
	await wizard.type('3');
	expect(wizard.screen()).toContain('2 Containers✗');
	expect(wizard.line('✗ "3"')).not.toBe('');
	await wizard.press(enter, '8');
	expect(wizard.screen()).toContain('One answer keeps this from working:');
	await wizard.press(down, down, down, enter);
	expect(wizard.isAlternateScreen()).toBe(true);
	expect(wizard.screen()).toContain('The errors above come first.');
	await wizard.press(up, enter);
	expect(wizard.line('❯ Memory')).not.toBe('');
	await wizard.type('Gi');
	await wizard.press(enter, '8', enter);
	expect(await wizard.result).toMatchObject({kind: 'finished'});
});

test('what no flag can say is named', async () => {
	const wizard = await startWizard({
		initial: {containers: [{name: 'app', cpu: '1', memory: '2Gi', env: {MODE: 'fast'}}]},
	});
	await wizard.press(enter, '8');
	expect(wizard.screen()).toContain(
		'No flag says what you answered here: environment variable MODE of app.',
	);
	await wizard.press(keys.ctrlC);
});

test('left and right choose, and nothing is written when the wizard is left', async () => {
	const wizard = await startWizard({initial: {cpu: '2', memory: '3Gi'}});
	await wizard.press(down, down, right, right, left);
	expect(wizard.line('Kind')).toContain('statefulset');
	await wizard.press(keys.ctrlC);
	expect(await wizard.result).toEqual({kind: 'left'});
	expect(wizard.files.size).toBe(0);
});

test('the review shows the whole YAML, page by page', async () => {
	const wizard = await startWizard();
	await wizard.type('/web');
	await wizard.press(enter, enter, '7');
	expect(wizard.screen()).toContain('│ on demand │ ecs.c6.large │  1.1700 │   854.10 │        – │');
	await wizard.press(tab);
	expect(wizard.screen()).toContain(' Notes');
	await wizard.press(tab);
	expect(wizard.screen()).toMatch(/^ YAML\n {3}apiVersion: apps\/v1$/m);
	await wizard.press(keys.pageDown);
	expect(wizard.screen()).toContain(
		'k8s.aliyun.com/eci-use-specs: "ecs.c6.large,ecs.c7.large,2-4Gi,',
	);
	await wizard.press(keys.pageDown, down, down);
	expect(wizard.screen()).toContain('memory: "3Gi"');
	await wizard.press(keys.pageUp, keys.pageUp, keys.pageUp, keys.pageUp, keys.pageUp);
	await wizard.press(keys.pageUp);
	expect(wizard.screen()).toContain('┌');
	await wizard.press(keys.ctrlC);
});

test.each([
	['none', false],
	['SpotAsPriceGo', true],
] as const)('the review says what its totals are for, with spot %s', async (strategy, isSpot) => {
	const initial = {
		name: 'web',
		cpu: '2',
		memory: '3Gi',
		spot: {strategy},
		chain: {useSpecs: ['ecs.c6.large']},
	};
	const wizard = await startWizard({initial, rows: 60});
	await wizard.press('7');
	const lines = wizard.screen().split('\n');
	const at = lines.indexOf(' Total on demand');
	expect(lines[at + 2]).toBe('   An hour   ¥0.3900/h on average');
	const spot = lines.indexOf(' Total on spot, ecs.c6.large');
	expect(spot > at).toBe(isSpot);
	if (isSpot) {
		// A quarter of ¥0.3900 by assumption; a month has 730 h.
		expect(lines[spot + 1]).toBe('   An hour  ~¥0.0975/h on average');
		expect(lines[spot + 2]).toBe('   A month  ~¥71.18/month (730 h)');
	}
	await wizard.press(keys.ctrlC);
});

test('prices that nobody quoted have their mark in the review, those that somebody did have none', async () => {
	const wizard = await startWizard();
	await wizard.type('/web');
	await wizard.press(enter, enter, '7');
	expect(wizard.line('│ spot      │ ecs.c6.large')).toContain('│ ~0.2925 │  ~213.52 │');
	expect(wizard.line('│ spot      │ ecs.c7.large')).toMatch(/│ +\d\.\d{4} │ +\d+\.\d\d │/);
	await wizard.press(keys.ctrlC);
});

test.each([
	[80, 24],
	[60, 15],
])('a long command is read to its end, page by page, at %i×%i', async (columns, rows) => {
	const containers = Array.from({length: 9}, (_, index) => ({
		name: `container-${index}`,
		image: `registry.example.com/team/image-${index}:1`,
		cpu: '250m',
		memory: '512Mi',
	}));
	const wizard = await startWizard({columns, rows, initial: {name: 'web', containers}});
	await wizard.press('8');
	const seen = new Map<number, string>();
	const read = () => {
		const lines = wizard.screen().split('\n');
		const at = lines.findIndex(line => line.includes('The same without the wizard'));
		const [, from = 0, to = 0] = /lines (\d+)–(\d+) of/.exec(lines[at] ?? '') ?? [];
		for (let line = Number(from); line <= Number(to); line++)
			seen.set(line, lines[at + 1 + line - Number(from)] ?? '');
	};
	read();
	for (let page = 0; page < 20; page++) {
		await wizard.press(keys.pageDown);
		read();
	}
	await wizard.press(tab, tab, enter);
	const result = await wizard.result;
	const command = result.kind === 'finished' ? result.command : '';
	const all = Array.from(seen.values(), line => line.trim()).join('');
	expect(all.replaceAll(' ', '')).toContain(command.replaceAll(' ', ''));
});

test('a long error is read whole where the wizard ends', async () => {
	const wizard = await startWizard({initial: {cpu: '2', memory: '3'}});
	await wizard.press('8');
	expect(wizard.screen()).toMatch(/✗ "3"[^✗]*\S\.$/m);
	expect(wizard.screen()).toContain('[ Finish ]');
	await wizard.press(keys.ctrlC);
});

test.each([
	[80, 24],
	[120, 40],
])(
	'the last step has the way to do the same without the wizard, at %i×%i',
	async (columns, rows) => {
		const wizard = await startWizard({columns, rows});
		await wizard.type('/web');
		await wizard.press(enter, down, down, down, keys.ctrlU, '7', enter, '8');
		expect(wizard.line('The same without the wizard')).not.toBe('');
		expect(wizard.line('eci-plan export')).toContain('eci-plan export --preset web --replicas 7');
		await wizard.press(keys.ctrlC);
	},
);
