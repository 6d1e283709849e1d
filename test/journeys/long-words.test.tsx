import {expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

test('a long name of a container leaves the other columns where they are', async () => {
	const name = `${'long-name-'.repeat(6)}end`;
	const initial = {containers: [{name, image: 'nginx:1.29', cpu: '2', memory: '3Gi'}]};
	const wizard = await startWizard({initial});
	await wizard.press('2');
	for (const text of ['nginx:1.29', '3Gi', 'GPU']) expect(wizard.screen()).toContain(text);
	expect(wizard.screen()).toContain(`Container ${name}`);
	await wizard.press(keys.ctrlC);
});

test('a command that would fail is not shown', async () => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '600Gi'}});
	await wizard.press('8');
	expect(wizard.screen()).not.toContain('eci-plan export');
	expect(wizard.screen()).toContain('None yet: it would stop at the same errors.');
	await wizard.press(keys.ctrlC);
});
