import {describe, expect, test} from 'vitest';
import {STEPS} from '../../source/ui/state/wizard-types.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, down, tab, ctrlC} = keys;

type Size = readonly [columns: number, rows: number];

/** Narrower by one, narrower and back, lower, higher, with the panel and without, too small and back. */
const SEQUENCES: readonly (readonly Size[])[] = [
	[
		[100, 24],
		[99, 24],
	],
	[
		[80, 24],
		[100, 24],
		[80, 24],
	],
	[
		[90, 18],
		[80, 24],
	],
	[
		[140, 45],
		[80, 24],
		[120, 40],
	],
	[
		[120, 40],
		[59, 14],
		[80, 24],
	],
	[
		[80, 24],
		[200, 60],
		[61, 15],
	],
];

const given = {
	initial: {
		name: 'web',
		containers: [
			{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'},
			{name: 'log', image: 'fluent/fluent-bit:4.1', cpu: '500m', memory: '512Mi'},
		],
		volumes: [{name: 'data', type: 'empty-dir', mountPath: '/data'}],
	},
} as const;

const PLACES: readonly (readonly [name: string, presses: readonly string[]])[] = [
	...STEPS.map((step, index) => [step, [enter, String(index + 1)]] as const),
	['a text field', [enter, tab, down, down]],
	['the list of presets', [' ']],
	['the help', [enter, '?']],
];

const nameOf = (sequence: readonly Size[]) =>
	sequence.map(([columns, rows]) => `${columns}×${rows}`).join(' → ');

const openedAt = async ([columns, rows]: Size, presses: readonly string[]) => {
	const wizard = await startWizard({...given, columns, rows});
	await wizard.press(...presses);
	return wizard;
};

describe.each(PLACES)('%s looks after a resize like after a start at that size', (_, presses) => {
	test.each(SEQUENCES.map(sequence => [nameOf(sequence), sequence] as const))(
		'%s',
		async (_name, sequence) => {
			const [first = [80, 24] as const, ...further] = sequence;
			const wizard = await openedAt(first, presses);
			for (const [columns, rows] of further) await wizard.resize({columns, rows});
			const fresh = await openedAt(sequence.at(-1) ?? first, presses);
			expect(wizard.screen()).toBe(fresh.screen());
			// What stays torn after the next keys is torn worse.
			await wizard.press(down);
			await fresh.press(down);
			expect(wizard.screen()).toBe(fresh.screen());
			await wizard.press(ctrlC);
			await fresh.press(ctrlC);
		},
	);
});
