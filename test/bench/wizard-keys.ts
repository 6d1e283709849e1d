import {setTimeout} from 'node:timers/promises';
import '../helpers/learn-languages.ts';
import type {PriceBook} from '../../source/domain/pricing/price-book.ts';
import {realSimulator} from '../helpers/simulator.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import type {Measure} from './measure.ts';

const WARM_UP = 40;
const PRESSES = 200;
/** A fast typist; a simulation takes longer, so that every key finds one at work. */
const BETWEEN_MILLISECONDS = 40;
const PATIENCE_MILLISECONDS = 5000;
const PERCENTILE = 0.95;

/** Milliseconds from a key to the screen that shows what it did. */
const screenAfter = async (
	wizard: Awaited<ReturnType<typeof startWizard>>,
	key: string,
	wanted: RegExp,
): Promise<number> => {
	const {stdin, stdout} = wizard;
	const write = stdout.write.bind(stdout);
	const late = new AbortController();
	const shown = new Promise<number>((resolve, reject) => {
		late.signal.addEventListener('abort', () => reject(new Error(`No screen has ${wanted}`)));
		stdout.write = (data: string | Uint8Array, ...rest: readonly unknown[]) =>
			write(data as string, () => {
				if (wanted.test(wizard.line('Replicas'))) resolve(performance.now());
				const done = rest.at(-1);
				if (typeof done === 'function') done();
			});
	});
	const timer = globalThis.setTimeout(() => late.abort(), PATIENCE_MILLISECONDS);
	const pressed = performance.now();
	(stdin as unknown as {send: (data: string) => void}).send(key);
	const taken = (await shown) - pressed;
	clearTimeout(timer);
	stdout.write = write;
	return taken;
};

/** Replicas typed and erased with the simulation under way: each key plans, simulates and draws anew. */
export const keySpeed = async (book: PriceBook): Promise<Measure> => {
	const wizard = await startWizard({
		columns: 140,
		rows: 45,
		simulator: realSimulator().simulator,
		loadPrices: async () => book,
		initial: {name: 'web', cpu: '2', memory: '4Gi', workload: {replicas: 3}},
	});
	await wizard.press('1', keys.down, keys.down, keys.down);
	const times: number[] = [];
	for (let press = 0; press < WARM_UP + PRESSES; press++) {
		const isTyped = press % 2 === 0;
		const [key, wanted] = isTyped ? ['1', /Replicas +31\b/] : [keys.backspace, /Replicas +3\b/];
		const taken = await screenAfter(wizard, key, wanted);
		if (press >= WARM_UP) times.push(taken);
		await setTimeout(BETWEEN_MILLISECONDS);
	}
	await wizard.press(keys.ctrlC);
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
	return {
		name: 'wizard: key to new frame, live simulation on, 95th percentile',
		value: at(PERCENTILE),
		unit: 'ms',
		note: `at most 16 ms; half of them ${at(0.5).toFixed(1)}, the slowest ${at(1).toFixed(1)}`,
	};
};
