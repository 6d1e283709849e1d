import {expect, test} from 'vitest';
import {shippedPrices} from '../../source/adapters/package-files.ts';
import {ROOT} from '../helpers/memory-world.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const prices = shippedPrices(ROOT);

/** The picker of specs over a whole region, with one entry left in the chain. */
const atSpecs = async () => {
	const wizard = await startWizard({
		initial: {name: 'app', cpu: '2', memory: '4Gi', chain: {useSpecs: ['2-4Gi']}},
		loadPrices: prices.book,
	});
	await wizard.press('4', 'a');
	return wizard;
};

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1]);

test('the spec that is marked is the one that is added, however far down', async () => {
	const wizard = await atSpecs();
	const count = numberIn(wizard.screen(), /(\d+) specs fit/);
	expect(count).toBeGreaterThan(250);
	await wizard.press(keys.down.repeat(230));
	const [, marked = ''] = /❯ (\S+)/.exec(wizard.line('❯ ecs')) ?? [];
	const [above, below] = [/↑ (\d+)/, /↓ (\d+)/].map(edge => numberIn(wizard.screen(), edge));
	const shown = wizard
		.screen()
		.split('\n')
		.filter(line => /^ [❯ ] (?:ecs\.|\d+-)\S+ +\d/.test(line)).length;
	expect((above ?? 0) + shown + (below ?? 0)).toBe(count);
	await wizard.press(keys.enter);
	expect(wizard.line('❯ 2')).toContain(marked);
	await wizard.press(keys.ctrlC);
});
