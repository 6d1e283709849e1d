import {describe, expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, tab, down} = keys;
const given = {initial: {name: 'web', cpu: '2', memory: '3Gi', image: 'nginx:1.29'}};

/** Keys over a slow line: all of them arrive in one read. */
const together = async (...sequence: readonly string[]) => {
	const wizard = await startWizard(given);
	await wizard.press(sequence.join(''));
	return wizard;
};

describe('keys that arrive together', () => {
	test('type, and go on', async () => {
		const wizard = await together(down, keys.ctrlU, ...'shop', enter);
		expect(wizard.screen()).toContain('❯2 Containers');
		expect(wizard.screen()).toContain(' eci-plan · shop ·');
		await wizard.press(keys.ctrlC);
	});

	test.each(['\r', '\n', '\r\n'])('go on once with %j', async ending => {
		const wizard = await together(down, 'x', ending);
		expect(wizard.screen()).toContain('❯2 Containers');
		expect(wizard.screen()).toContain(' eci-plan · webx ·');
		await wizard.press(keys.ctrlC);
	});

	test('move between fields and on, each as often as it was pressed', async () => {
		const wizard = await together(tab, tab, tab);
		expect(wizard.line('❯ ')).toContain('Replicas');
		await wizard.press(enter + enter + enter);
		expect(wizard.screen()).toContain('❯4 Chain');
		await wizard.press('J' + 'J' + 'd' + 'd');
		expect(wizard.screen()).toContain('Dropped');
		expect(wizard.screen()).toMatch(/ 2 {2}\S+/);
		expect(wizard.screen()).not.toMatch(/ 3 {2}\S+ +\d/);
		await wizard.press(keys.ctrlC);
	});

	test('mean what they mean where the keys before them have led', async () => {
		const wizard = await together(down, ...'xyz', tab, '4');
		expect(wizard.screen()).toContain('❯4 Chain');
		expect(wizard.screen()).toContain(' eci-plan · webxyz ·');
		await wizard.press(keys.ctrlC);
	});

	test('filter a list and choose from it', async () => {
		const wizard = await startWizard();
		await wizard.press('/web\r');
		expect(wizard.screen()).toContain('Started from web');
		await wizard.press(keys.ctrlC);
	});

	test('edit a text with control keys', async () => {
		const wizard = await together(down, 'end', keys.backspace, '\u0001', 'my-', '\u0005', '!');
		expect(wizard.line('Name')).toContain('my-weben!');
		await wizard.press(keys.ctrlC);
	});

	test('keep characters of several code points whole', async () => {
		const wizard = await together(down, '👩‍💻e\u0301', keys.left, keys.backspace);
		expect(wizard.line('Name')).toContain('webe\u0301');
		await wizard.press(keys.ctrlC);
	});

	test('a paste is one text, whatever is in it', async () => {
		const wizard = await together(down, keys.ctrlU);
		await wizard.paste('a\tb\rc');
		expect(wizard.line('Name')).toContain('a b c');
		expect(wizard.screen()).toContain('❯1 Workload');
		await wizard.press(keys.ctrlC);
	});
});
