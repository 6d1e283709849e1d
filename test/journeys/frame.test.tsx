import {expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {displayWidth} from '../../source/present/display-width.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, ctrlC} = keys;

const SIZES = [
	{columns: 120, rows: 40},
	{columns: 140, rows: 45},
	{columns: 200, rows: 60},
];

/** Answers that leave no plan, or one from before the error. */
const BAD: Readonly<Record<string, PlanInput>> = {
	'more vCPU than a pod can have': {containers: [{name: 'app', cpu: '200', memory: '4Gi'}]},
	'more GPUs than there are': {containers: [{name: 'app', cpu: '2', memory: '4Gi', gpu: 17}]},
	'a chain of nothing': {cpu: '2', memory: '4Gi', chain: {useSpecs: ['2–4Gi', 'x'.repeat(60)]}},
	'a long name': {name: 'x'.repeat(120), cpu: 'abc', memory: '3', image: 'y'.repeat(150)},
};

/** Cells before the rule that stands between the step and the panel; -1 where there is none. */
const ruleAt = (line: string): number => {
	const index = line.lastIndexOf('│');
	return index < 0 ? -1 : displayWidth(line.slice(0, index));
};

test.each(
	SIZES.flatMap(size => Object.entries(BAD).map(([name, initial]) => ({...size, name, initial}))),
)('$name leaves the frame of $columns×$rows as it is', async ({columns, rows, initial}) => {
	const wizard = await startWizard({columns, rows, initial: {workload: {}, ...initial}});
	await wizard.press(enter);
	for (const step of ['2', '3', '4', '5', '6', '7', '8']) {
		await wizard.press(step);
		const lines = wizard.screen().split('\n');
		expect(lines).toHaveLength(rows);
		for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
		const body = lines.slice(3, -2);
		expect(body.map(ruleAt)).toEqual(body.map(() => columns - (columns < 180 ? 46 : 66)));
	}
	await wizard.press(ctrlC);
});

test('an answer that leaves no plan is shown whole, and no command that would fail', async () => {
	const [size] = SIZES;
	const wizard = await startWizard({...size, initial: {cpu: '2', memory: '4Gi', gpu: 17}});
	await wizard.press(enter, '8');
	expect(wizard.screen()).toContain(
		'17 is outside the range from 0 to 8. Use a whole number from 0 to 8.',
	);
	expect(wizard.screen()).not.toContain('eci-plan export');
	await wizard.press(ctrlC);
});
