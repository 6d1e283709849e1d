import {describe, expect, test} from 'vitest';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const initial = {
	name: 'web',
	containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
	pod: {annotations: {team: 'shop', stage: 'live'}},
};
const SIZES = [
	{columns: 80, rows: 24},
	{columns: 140, rows: 45},
];

describe.each(LANGUAGES)('in %s', language => {
	const {habits, messages, titles} = wizardTextsOf(language);

	test.each(SIZES)('annotations are found by typing at $columns×$rows', async size => {
		const wizard = await startWizard({...size, language, initial});
		await wizard.press('6', '/');
		await wizard.type('shop');
		expect(wizard.line(` ${habits.filtering.label} `)).toContain('shop');
		expect(wizard.screen()).toContain('team=shop');
		expect(wizard.screen()).not.toContain('stage=live');
		await wizard.press(keys.enter);
		expect(wizard.line('team=shop')).toContain('❯');
		expect(wizard.line(titles.pod.slice(0, 6))).toContain('/shop  1 ');
		await wizard.press(keys.escape);
		expect(wizard.screen()).toContain('❯6');
		expect(wizard.line(titles.pod.slice(0, 6))).not.toContain('/shop');
		await wizard.press(keys.ctrlC);
	});

	test('what nothing is called is said', async () => {
		const wizard = await startWizard({language, initial});
		await wizard.press('6', '/');
		await wizard.type('zzz');
		expect(wizard.screen()).toContain(messages.nothingFits('zzz'));
		await wizard.press(keys.escape, '3', '/');
		await wizard.type('zzz');
		expect(wizard.screen()).toContain(messages.nothingFits('zzz'));
		await wizard.press(keys.ctrlC);
	});
});

test('the chain counts its candidates and opens them for a filter', async () => {
	const wizard = await startWizard({initial: {...initial, chain: {useSpecs: ['2-4Gi']}}});
	await wizard.press('4');
	const [, count = ''] = /add from (\d+) candidates/.exec(wizard.screen()) ?? [];
	await wizard.press('/');
	expect(wizard.screen()).toContain(`${count} specs fit`);
	await wizard.type('c7');
	expect(wizard.line(' ❯ ')).toContain('c7');
	await wizard.press(keys.escape);
	expect(wizard.screen()).toContain(`${count} specs fit`);
	await wizard.press(keys.escape);
	expect(wizard.screen()).toContain('❯4 Chain');
	await wizard.press(keys.ctrlC);
});
