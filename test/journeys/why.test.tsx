import {describe, expect, test} from 'vitest';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const initial = {
	name: 'web',
	containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
	chain: {useSpecs: ['2-4Gi', 'ecs.c7.large']},
};

describe.each(LANGUAGES)('in %s', language => {
	const {habits, keys: words, steps} = wizardTextsOf(language);

	test.each([
		{columns: 80, rows: 24},
		{columns: 140, rows: 45},
	])('w shows how a number is made, and goes back, at $columns×$rows', async size => {
		const wizard = await startWizard({...size, language, initial});
		await wizard.press('4', 'w');
		expect(wizard.screen()).toContain(habits.pages.why);
		expect(wizard.screen()).toContain('2 × ¥0.000049 + 4 × ¥0.00000613 = ¥0.00012252');
		await wizard.press(keys.escape, keys.down, 'w');
		expect(wizard.screen()).toContain(habits.why.listed('¥0.4077', 'ecs.c7.large'));
		await wizard.press('w', '3', 'w');
		expect(wizard.screen()).toContain(habits.why.size);
		await wizard.press(keys.escape, '5', 'w', keys.pageDown);
		expect(wizard.screen()).toContain(habits.pages.why);
		await wizard.press(keys.ctrlC);
	});

	test.each([
		{columns: 80, rows: 24},
		{columns: 140, rows: 45},
	])('the palette finds a command and runs it at $columns×$rows', async size => {
		const wizard = await startWizard({...size, language, initial});
		await wizard.press('4', ':');
		expect(wizard.screen()).toContain(habits.palette.title);
		await wizard.type(words.take);
		expect(wizard.line('❯ t ')).toContain(steps.size);
		await wizard.press(keys.enter);
		expect(wizard.line('▲ t')).toContain(words.take);
		await wizard.press(keys.escape, '\u0010');
		await wizard.type(steps.review);
		await wizard.press(keys.enter);
		expect(wizard.screen()).toContain('❯7');
		await wizard.press(keys.ctrlC);
	});
});
