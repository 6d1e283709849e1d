import {describe, expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {type Answers, converse} from '../helpers/dialogue.ts';
import {smallPriceBook} from '../helpers/price-book.ts';

const web: PlanInput = {
	name: 'web',
	containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
};

test('a conversation from the first question to the command', async () => {
	const {said, result} = await converse({
		answers: {'Start from': ['web'], Memory: ['3GB', '3Gi'], Replicas: ['2']},
	});
	expect(said.slice(0, said.indexOf('Step 3'))).toMatchInlineSnapshot(`
		"Enter takes the answer in brackets, - clears it, ? explains the question, < goes
		back to the one before. Ctrl-C leaves, and nothing is written.

		Step 1 of 7: Workload

		Start from (api, web, from scratch) [nothing]: web
		Name [web]: 
		Kind (pod, deployment, statefulset, job, cronjob) [deployment]: 
		Replicas [3]: 2
		Schedule [not set]: 
		Region [cn-hangzhou]: 
		Ruleset (2020, current) [2020]: 
		Currency (CNY, USD) [CNY]: 

		Step 2 of 7: Containers

		Name [app]: 
		Image [nginx:1.29]: 
		CPU [2]: 
		Memory [3Gi]: 3GB
		error: "3GB" has a unit that Kubernetes doesn't know here. Use 3Gi.
		Memory [3GB]: 3Gi
		GPU [0]: 
		Add a container? (yes, no) [no]: 

		"
	`);
	expect(result).toMatchObject({
		kind: 'finished',
		path: null,
		command: 'eci-plan export --preset web --replicas 2',
		caveat: null,
	});
});

describe('answers', () => {
	const inputOf = async (answers: Answers, initial: PlanInput = web) => {
		const {saved} = await converse({
			initial,
			answers: {...answers, 'Save as preset': ['mine']},
		});
		return saved.get('mine');
	};

	test('Enter everywhere leaves all as it was given', async () => {
		expect(await inputOf({})).toEqual(web);
	});

	test('choices are told by their word, by its beginning, and in capitals', async () => {
		for (const word of ['statefulset', 'st', 'StatefulSet'])
			expect((await inputOf({Kind: [word]}))?.workload?.kind).toBe('statefulset');
	});

	test('a choice that could be two, or none, is asked for again', async () => {
		const answers = {'Spot strategy': ['spot', 'x', 'spota']};
		const {said} = await converse({initial: web, answers});
		expect(said).toContain('"spot" isn\'t one of the choices.');
		expect(said).toContain('"x" isn\'t one of the choices.');
		expect(said.match(/^Spot strategy /gm)).toHaveLength(3);
	});

	test('- clears an answer', async () => {
		const input = {...web, workload: {schedule: '*=2'}};
		expect((await inputOf({Schedule: ['-']}, input))?.workload?.schedule).toBeUndefined();
		expect((await inputOf({}, input))?.workload?.schedule).toBe('*=2');
	});

	test('yes and no, in the words of the language', async () => {
		const at = await inputOf({'Answer the questions about Pod?': ['y'], 'Image cache': ['yes']});
		expect(at?.pod?.imageCache).toBe(true);
		const {saved} = await converse({
			language: 'zh-CN',
			initial: web,
			answers: {'回答关于Pod的问题？': ['是'], 镜像缓存: ['否'], 另存为预设: ['mine']},
		});
		expect(saved.get('mine')?.pod?.imageCache).toBe(false);
	});

	test('containers, volumes, logs and annotations come one after the other', async () => {
		const input = await inputOf({
			'Add a container?': ['yes'],
			Name: ['', '', 'proxy', 'data'],
			Image: ['', 'envoy:1'],
			'Add a volume?': ['yes', 'no'],
			'Log as name=stdout, or as name=/path/*.log': ['web=stdout'],
			'Annotation as key=value': ['team=web'],
		});
		expect(input?.containers?.map(({name}) => name)).toEqual(['app', 'proxy']);
		expect(input?.containers?.[1]?.image).toBe('envoy:1');
		expect(input?.volumes).toEqual([{name: 'data', type: 'empty-dir', mountPath: '/data'}]);
		expect(input?.logs).toEqual({web: 'stdout'});
		expect(input?.pod?.annotations).toEqual({team: 'web'});
	});

	test('what is not kept goes', async () => {
		const two = {
			...web,
			containers: [...(web.containers ?? []), {name: 'proxy', image: 'envoy:1'}],
			volumes: [{name: 'data', type: 'empty-dir' as const, mountPath: '/data'}],
			logs: {web: 'stdout'},
		};
		const input = await inputOf(
			{
				'Keep proxy?': ['no'],
				'Keep data?': ['n'],
				'Log as name=stdout, or as name=/path/*.log': ['-'],
			},
			two,
		);
		expect(input).toEqual(web);
	});

	test('a spec goes first, and a chain of one’s own takes the place of the picked one', async () => {
		const taken = await inputOf({'Spec to put first in the chain': ['2-8Gi']});
		expect(taken?.chain?.useSpecs?.[0]).toBe('2-8Gi');
		const given = await inputOf({Chain: ['ecs.c6.large, 2-4Gi']});
		expect(given?.chain?.useSpecs).toEqual(['ecs.c6.large', '2-4Gi']);
		const picked = await inputOf({Chain: ['-']}, {...web, chain: {useSpecs: ['2-4Gi']}});
		expect(picked?.chain?.useSpecs).toBeUndefined();
	});
});

describe('the way', () => {
	test('? explains, < goes back and asks with the new answer in brackets', async () => {
		const {said} = await converse({
			initial: web,
			answers: {Name: ['?', 'shop'], Kind: ['<', 'job'], Work: ['10h']},
		});
		expect(said).toContain('Name of the workload: a-z, 0-9 and -\n');
		expect(said).toContain('Name [shop]: ');
		expect(said).toContain('Kind (pod, deployment, statefulset, job, cronjob) [deployment]: ');
	});

	test('before the first question there is none', async () => {
		const {said} = await converse({initial: web, answers: {'Start from': ['<']}});
		expect(said).toContain('This is the first question.');
	});

	test('an error that Enter lets stand leads back before the end', async () => {
		const {said, result} = await converse({
			initial: web,
			answers: {Memory: ['600Gi', '', '3Gi']},
		});
		const [first = '', ...rest] = said.split('One answer keeps this from working:');
		expect(first).toContain('Memory [600Gi]: \n');
		expect(rest.join('')).toContain('Memory [600Gi]: 3Gi\n');
		expect(result.kind).toBe('finished');
	});

	test('no at the end asks everything again', async () => {
		const {prompts} = await converse({
			initial: web,
			answers: {'Finish and print the YAML?': ['no', 'yes']},
		});
		expect(prompts.filter(one => one.startsWith('Start from'))).toHaveLength(2);
	});

	test('the end of the input leaves, wherever it comes', async () => {
		for (const label of ['Start from', 'CPU', 'Chain', 'Finish and print the YAML?']) {
			const {result, files, saved} = await converse({initial: web, answers: {[label]: [null]}});
			expect(result).toEqual({kind: 'left'});
			expect([...files, ...saved]).toEqual([]);
		}
	});

	test('another region has its own prices', async () => {
		const asked: string[] = [];
		await converse({
			initial: web,
			answers: {Region: ['mars', 'cn-beijing']},
			loadPrices: async (region, currency) => {
				asked.push(region);
				return smallPriceBook(region, currency);
			},
		});
		expect(asked).toEqual(['cn-hangzhou', 'cn-beijing']);
	});
});

describe('the end', () => {
	test('a file that is there is asked about before it is replaced', async () => {
		const answers = {'Write to': ['file'], File: ['old.yaml', 'new.yaml']};
		const kept = await converse({initial: web, answers, files: ['old.yaml']});
		expect(kept.files.get('old.yaml')).toBe('old');
		expect(kept.said).toContain('old.yaml exists. Overwrite it? (yes, no) [no]: ');
		const replaced = await converse({
			initial: web,
			answers: {...answers, 'old.yaml exists. Overwrite it?': ['yes']},
			files: ['old.yaml'],
		});
		expect(replaced.files.get('old.yaml')).toBe(replaced.yaml);
		expect(replaced.result).toMatchObject({path: 'old.yaml'});
	});

	test('a file that can not be written is asked for again', async () => {
		const {said, files} = await converse({
			initial: web,
			answers: {'Write to': ['file'], File: ['/root/x.yaml', 'ok.yaml']},
		});
		expect(said).toContain("Can't write /root/x.yaml");
		expect([...files.keys()]).toEqual(['ok.yaml']);
	});
});

test.each(LANGUAGES)('asks in %s for every field of the wizard', async language => {
	const texts = wizardTextsOf(language);
	const {prompts} = await converse({
		language,
		initial: {...web, workload: {kind: 'cronjob', cron: '0 2 * * *', work: '1h'}},
		answers: {
			[texts.plain.more(texts.pod.headings.network)]: [texts.plain.yes],
			[texts.plain.more(texts.pod.headings.pod)]: [texts.plain.yes],
			[texts.plain.addVolume]: [texts.plain.yes],
		},
	});
	const {fields} = texts;
	for (const field of [
		...[fields.cron, fields.timeZone, fields.region, fields.containerName, fields.gpu],
		...[fields.spotStrategy, fields.reservedHours, fields.placement, fields.volumeType],
		...[fields.vswitchCidr, fields.service, fields.ntpServer, fields.ramRole, fields.presetName],
	])
		expect(prompts.some(prompt => prompt.startsWith(field.label))).toBe(true);
});
