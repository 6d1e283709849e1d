import {describe, expect, test} from 'vitest';
import {report} from '../../source/domain/rules/rules.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {failed} from '../helpers/wizard-request.ts';

const initial = {
	name: 'web',
	containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
};
const SIZES = [
	{columns: 80, rows: 24},
	{columns: 140, rows: 45},
];
const squeezed = (text: string) => text.replace(/[\s│]/g, '');

describe.each(LANGUAGES)('in %s', language => {
	const texts = wizardTextsOf(language);
	const {habits, messages} = texts;

	test.each(SIZES)('kinds, YAML, diff and copy at $columns×$rows', async size => {
		const wizard = await startWizard({...size, language, initial, files: ['web.yaml']});
		await wizard.press('8', 'k', 'k');
		expect(squeezed(wizard.screen())).toContain('--asdeployment');
		await wizard.press('y');
		expect(wizard.screen()).toContain(habits.pages.yaml);
		expect(wizard.screen()).toContain('kind: Deployment');
		await wizard.press(keys.escape, 'v');
		expect(wizard.screen()).toContain(habits.pages.diff('web.yaml'));
		expect(wizard.line('-old')).not.toBe('');
		expect(wizard.line('+apiVersion')).not.toBe('');
		await wizard.press(keys.escape, 'c');
		expect(wizard.screen()).toContain('OSC 52');
		await wizard.press(keys.ctrlC);
	});

	test.each(SIZES)('an edit comes back and is told at $columns×$rows', async size => {
		const editor = async (text: string) => text.replace('replicas: 1', 'replicas: 7');
		const wizard = await startWizard({...size, language, initial, editor});
		await wizard.press('8', 'e');
		expect(squeezed(wizard.screen())).toContain(squeezed(messages.edited()));
		expect(wizard.isAlternateScreen()).toBe(true);
		await wizard.press(keys.down, keys.down, keys.enter);
		expect(await wizard.result).toMatchObject({
			yaml: expect.stringContaining('replicas: 7'),
			caveat: habits.edited,
		});
	});
});

test('an edit that is no YAML any more is refused with its line', async () => {
	const facts = {file: 'YAML', line: 3, column: 1, detail: 'bad indentation'} as const;
	const wizard = await startWizard({
		initial,
		editor: async () => 'broken',
		checkYaml: async () => failed(report('file-malformed', facts)),
	});
	await wizard.press('8', 'e');
	expect(wizard.line('✗')).toContain('3');
	await wizard.press(keys.down, keys.down, keys.enter);
	expect(await wizard.result).toMatchObject({caveat: null});
});

test('an editor that fails changes nothing', async () => {
	const wizard = await startWizard({initial, editor: async () => null});
	await wizard.press('8', 'e');
	expect(wizard.screen()).toContain('The editor ended with an error');
	await wizard.press(keys.ctrlC);
});
