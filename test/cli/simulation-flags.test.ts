import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fails, ok} from '../helpers/memory-world.ts';

const BATCH = 'export --as job --name night --image busybox:1.37 --cpu 2 --memory 4Gi --work 10h';

describe('flags of the simulation', () => {
	test('are taken where a simulation can be exported, and change no manifest', async () => {
		const plain = await ok(BATCH);
		const flags =
			'--deadline 12h --checkpoint-every 30m --checkpoint-cost 1m --restore-cost 2m --strategies spot,uniform-progress --baseline ecs --market stress --interruption-rate 3% --paths 10 --seed 0';
		expect(parse(await ok(`${BATCH} ${flags}`))).toEqual(parse(plain));
	});

	test('are of no use elsewhere', async () => {
		await fails('size --paths 10', 2, "error: eci-plan size doesn't use --paths. Remove it.");
	});
});

type Case = readonly [line: string, said: string];

const CASES: readonly Case[] = [
	[
		`${BATCH} --strategies spot,sport`,
		'error: --strategies: "sport" isn\'t one of the choices. You probably mean spot; the choices are on-demand, spot, spot-limit, spot-fallback, ecs, reserved, greedy or uniform-progress.',
	],
	[
		`${BATCH} --baseline spott`,
		'error: --baseline: "spott" isn\'t one of the choices. You probably mean spot; the choices are on-demand, spot, spot-limit, spot-fallback, ecs, reserved, greedy or uniform-progress.',
	],
	[
		`${BATCH} --strategies greedy`,
		'error: --strategies: The strategy greedy needs a deadline to work towards. Add the work and the deadline of a run, such as --work 10h and --deadline 12h, or leave greedy out.',
	],
	[
		`${BATCH} --deadline 8h`,
		'error: --deadline: No run can finish within 8h: its work alone takes 10h. Use a deadline of more than 10h.',
	],
	[
		`${BATCH} --checkpoint-cost 1m`,
		'error: --checkpoint-cost: --checkpoint-cost means nothing without --checkpoint-every. Add --checkpoint-every, or remove --checkpoint-cost.',
	],
	[
		`${BATCH} --interruption-rate 3`,
		'error: --interruption-rate: "3" isn\'t a share between 0% and 100%. You probably mean 3%.',
	],
	[
		`${BATCH} --interruption-rate 3% --mtbf 24h`,
		'error: --mtbf: Both a rate and a mean time say how often spot pods are interrupted. Remove --interruption-rate or --mtbf.',
	],
	[
		`${BATCH} --paths 0`,
		'error: --paths: 0 is outside the range from 1 to 1000000. Use a whole number from 1 to 1000000.',
	],
	[
		`${BATCH} --seed 4294967296`,
		'error: --seed: 4294967296 is outside the range from 0 to 4294967295. Use a whole number from 0 to 4294967295.',
	],
];

describe('a bad value is told under its flag', () => {
	test.each(CASES)('%s', async (line, said) => {
		await fails(line, 2, said);
	});
});
