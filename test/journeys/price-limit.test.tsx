import {describe, expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, ctrlC, left, right, down, shiftLeft, shiftRight} = keys;

/** One type at ¥0.39 an hour: its spot price is taken to be a quarter of that. */
const start = async (given: Parameters<typeof startWizard>[0] = {}) => {
	const wizard = await startWizard({
		isLive: true,
		initial: {
			name: 'web',
			cpu: '2',
			memory: '3Gi',
			workload: {replicas: 3},
			chain: {useSpecs: ['ecs.c6.large']},
		},
		...given,
	});
	await wizard.press(enter, '5', left, down);
	return wizard;
};

test('the price limit on its scale', async () => {
	const wizard = await start();
	await wizard.press(...Array.from({length: 9}, () => shiftRight));
	expect(wizard.screen().split('\n').slice(3, 19).join('\n')).toMatchInlineSnapshot(`
		" How the pods are paid for
		   Spot strategy  SpotWithPriceLimit
		 ❯ Price limit    0.204
		                  0.039 ├────────▲─────────●─────────────────────┤ 0.390
		                  ecs.c6.large is under it 100 % of the time · 0.57
		                  interruptions a day · ¥209.54 on average
		                  ▲ 0.114 is the lowest that keeps a service running
		  ↓ 3

		   All pods   Spec              ¥/h  ¥/month  vs first  Why
		   on demand  ecs.c6.large   1.1700   854.10         –  list price
		   spot       ecs.c6.large  ~0.2925  ~213.52   -75.0 %  assumed 25 % of on dema…
		   reserved   ecs.c6.large   0.8014   585.00   -31.5 %  3 × 500 h, rest on dema…
		 k8s.aliyun.com/eci-spot-price-limit  an hour: spot ~¥0.0975, on demand ¥0.3900
		 Highest price an hour for the whole pod, at most 3 decimals
		────────────────────────────────────────────────────────────────────────────────"
	`);
	await wizard.press(ctrlC);
});

describe.each([
	{columns: 80, rows: 24, language: 'en'},
	{columns: 80, rows: 24, language: 'zh-CN'},
	{columns: 140, rows: 45, language: 'en'},
	{columns: 140, rows: 45, language: 'zh-CN'},
] as const)('at $columns×$rows in $language', size => {
	const label = size.language === 'en' ? 'Price limit' : '价格上限';

	test('arrows move it by a thousandth, with shift by a hundredth', async () => {
		const wizard = await start(size);
		await wizard.type('0.2');
		await wizard.press(right);
		expect(wizard.line(label)).toContain('0.201');
		await wizard.press(shiftRight, left);
		expect(wizard.line(label)).toContain('0.210');
		await wizard.press(shiftLeft, shiftLeft);
		expect(wizard.line(label)).toContain('0.190');
		await wizard.press(ctrlC);
	});

	test('it ends at the lowest spot price and at pay-as-you-go', async () => {
		const wizard = await start(size);
		await wizard.type('0.385');
		await wizard.press(shiftRight);
		expect(wizard.line(label)).toContain('0.390');
		await wizard.press(keys.ctrlU);
		await wizard.type('0.04');
		await wizard.press(shiftLeft);
		// A tenth of ¥0.39, which no spot price goes below.
		expect(wizard.line(label)).toContain('0.039');
		expect(wizard.screen()).toMatch(/0\.039 ├●─+▲─+┤ 0\.390/);
		await wizard.press(ctrlC);
	});

	test('slides are one step to undo, and the command has what they end at', async () => {
		const wizard = await start(size);
		await wizard.type('0.25');
		await wizard.press(right, right, keys.ctrlZ);
		expect(wizard.line(label)).not.toContain('0.25');
		await wizard.press(keys.ctrlR, down, '8');
		expect(wizard.screen().replace(/\s+/g, ' ')).toContain('--spot-price-limit 0.252');
		await wizard.press(ctrlC);
	});
});
