import fc from 'fast-check';
import {expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const given = {
	initial: {
		name: 'web',
		containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
		pod: {annotations: {team: 'shop'}},
	},
} as const;

type Event =
	| {readonly key: string}
	| {readonly size: {readonly columns: number; readonly rows: number}};

const key = fc.constantFrom(
	...['1', '2', '3', '4', '5', '6', '8', '/', ':', 'w', '?', 'a', 'u', 's', 'x', ' '],
	...[keys.down, keys.up, keys.right, keys.tab, keys.enter, keys.backspace, keys.ctrlU],
);
/** Too small, narrow, low, and wide enough for the panel. */
const size = fc.record({
	columns: fc.constantFrom(40, 60, 79, 80, 109, 110, 140),
	rows: fc.constantFrom(10, 15, 20, 24, 28, 45),
});
const event: fc.Arbitrary<Event> = fc.oneof(
	{weight: 2, arbitrary: key.map(one => ({key: one}))},
	{weight: 1, arbitrary: size.map(one => ({size: one}))},
);

/** Scrolling depends on the size by its nature; no key here scrolls. */
test('resizes between keys leave the frame that a fresh start at the last size has', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(event, {minLength: 2, maxLength: 8}), size, async (events, last) => {
			const resized = await startWizard({...given, columns: 80, rows: 24});
			for (const one of events)
				if ('key' in one) await resized.press(one.key);
				else await resized.resize(one.size);
			await resized.resize(last);
			const fresh = await startWizard({...given, ...last});
			for (const one of events) if ('key' in one) await fresh.press(one.key);
			const [shown, expected] = [resized.screen(), fresh.screen()];
			await resized.press(keys.ctrlC);
			await fresh.press(keys.ctrlC);
			expect(shown).toBe(expected);
		}),
		{
			numRuns: 25,
			examples: [
				[
					[{size: {columns: 80, rows: 15}}, {size: {columns: 40, rows: 28}}],
					{columns: 109, rows: 28},
				],
			],
		},
	);
}, 120_000);
