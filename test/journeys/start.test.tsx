import {describe, expect, test} from 'vitest';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {presets} from '../helpers/wizard-request.ts';

const {enter, down, ctrlU, ctrlC} = keys;
const mine = {
	name: 'mine',
	origin: 'saved',
	input: {name: 'mine', cpu: '2', memory: '4Gi'},
} as const;
const recent = [
	{input: {name: 'shop', cpu: '4', memory: '8Gi'}, day: '2025-01-08', path: 'shop.yaml'},
] as const;
const squeezed = (text: string) => text.replace(/\s/g, '');

describe.each(LANGUAGES)('in %s', language => {
	const {habits, messages} = wizardTextsOf(language);

	test.each([
		{columns: 80, rows: 24},
		{columns: 140, rows: 45},
	])('presets are renamed, copied and deleted at $columns×$rows', async size => {
		const wizard = await startWizard({...size, language, presets: [mine, ...presets]});
		await wizard.press(down, 'd');
		expect(squeezed(wizard.screen())).toContain(squeezed(messages.presetShipped('api')));
		await wizard.press(keys.up, 'r', ctrlU);
		expect(wizard.screen()).toContain(habits.start.ask.rename('mine'));
		await wizard.type('ours');
		await wizard.press(enter);
		expect(wizard.screen()).toContain(messages.presetRenamed('ours'));
		expect(wizard.line('❯ ours')).not.toBe('');
		await wizard.press('d', 'n', 'c', enter);
		await wizard.press('d');
		expect(wizard.tasks.map(({kind}) => kind)).toEqual(['rename', 'copy']);
		await wizard.press('y');
		expect(wizard.tasks.at(-1)?.kind).toBe('delete');
		await wizard.press(ctrlC);
	});

	test('the last plans stand below the presets', async () => {
		const wizard = await startWizard({language, recent});
		expect(wizard.screen()).toContain(habits.start.recentFile('2025-01-08', 'shop.yaml'));
		await wizard.press('/');
		await wizard.type('shop');
		await wizard.press(enter);
		expect(wizard.line(' eci-plan · ')).toContain('shop');
		await wizard.press(ctrlC);
	});
});

test('a path that can’t be read stays to be corrected', async () => {
	const wizard = await startWizard();
	await wizard.press('/');
	await wizard.type('from a file');
	await wizard.press(enter);
	await wizard.type('gone.yaml');
	await wizard.press(enter);
	expect(wizard.line('✗')).toContain('gone.yaml');
	expect(wizard.line('❯ gone.yaml')).not.toBe('');
	await wizard.press(keys.escape);
	expect(wizard.screen()).toContain('Start from a preset, a plan');
	await wizard.press(ctrlC);
});

test('a plan that came to its end is kept as the last one', async () => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '3Gi'}});
	await wizard.press('8', down, down, enter);
	expect((await wizard.result).kind).toBe('finished');
	expect(wizard.recent).toMatchObject([{input: {name: 'web'}, path: null}]);
});
