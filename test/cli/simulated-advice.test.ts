import {describe, expect, test} from 'vitest';
import {run} from '../helpers/memory-world.ts';

describe('spot advice that was imported', () => {
	/** Of every 100 pods 3 to 5 are interrupted a day: a life of 24 ÷ −ln(1 − 0.04) = 588 hours. */
	const advice = {
		RegionId: 'cn-hangzhou',
		AvailableSpotZones: {
			AvailableSpotZone: [
				{
					ZoneId: 'cn-hangzhou-h',
					AvailableSpotResources: {
						AvailableSpotResource: [
							{
								InstanceType: 'ecs.c6.large',
								AverageSpotDiscount: 12,
								InterruptRateDesc: '3-5%',
							},
						],
					},
				},
			],
		},
	};
	const interruptionsOf = async (specs: string, ...more: readonly string[]) => {
		const files = {'advice.json': JSON.stringify(advice)};
		const {imported} = await run(['prices', 'import', 'advice.json'], {files});
		const given = ['--cpu', '2', '--memory', '4Gi', '--use-specs', specs, '--paths', '10', ...more];
		const {out} = await run(['simulate', ...given, '-o', 'json'], {imported});
		const {assumptions} = JSON.parse(out) as {
			readonly assumptions: readonly {readonly id: string; readonly facts: unknown}[];
		};
		return assumptions
			.filter(({id}) => id.startsWith('interruption-'))
			.map(({id, facts}) => [id, facts]);
	};
	const ADVISED = [
		'interruption-advised',
		{spec: 'ecs.c6.large', meanHours: expect.closeTo(24 / -Math.log(0.96), 2)},
	];
	const OTHERS = ['interruption-mean', {law: 'exponential', meanHours: 308}];

	test('is an assumption of the types that it is about, in place of what the market says', async () => {
		expect(await interruptionsOf('ecs.c6.large')).toEqual([ADVISED]);
		expect(await interruptionsOf('ecs.c6.large,ecs.c7.large')).toEqual([ADVISED, OTHERS]);
		expect(await interruptionsOf('ecs.c7.large')).toEqual([OTHERS]);
	});

	test('gives way to what somebody knows', async () => {
		expect(await interruptionsOf('ecs.c6.large', '--mtbf', '24h')).toEqual([
			['interruption-mean', {law: 'exponential', meanHours: 24}],
		]);
	});
});

test('an assumed limit has its currency, and one path is one', async () => {
	const line = 'simulate --use-specs ecs.c6.large --strategies spot-limit --spot-price-limit 0.114';
	const {out} = await run(`${line} --horizon 1d --paths 1 -o json`.split(' '));
	const {assumptions} = JSON.parse(out) as {
		readonly assumptions: readonly {readonly id: string; readonly message: string}[];
	};
	expect(assumptions.find(({id}) => id === 'price-limit')?.message).toBe(
		'0.114 CNY an hour, as given',
	);
	expect(out).toContain("P99 isn't told: 1 path is too few to estimate it.");
});

test('a deadline that no run can meet is told of', async () => {
	const told = async (deadline: string, ...more: readonly string[]) => {
		const line = `simulate --use-specs 2-4Gi --kind job --work 10h --pull 60s --deadline ${deadline} --paths 2`;
		const {out} = await run([...line.split(' '), ...more, '-o', 'json']);
		const {diagnostics} = JSON.parse(out) as {
			readonly diagnostics: readonly {readonly rule: string}[];
		};
		return diagnostics.some(({rule}) => rule === 'deadline-unreachable');
	};
	// The work and a minute of start; with checkpoints of a minute, ten minutes more.
	expect(await told('10h')).toBe(true);
	expect(await told('10h1m')).toBe(false);
	const checkpoints = ['--checkpoint-every', '1h', '--checkpoint-cost', '1m'];
	expect(await told('10h10m', ...checkpoints)).toBe(true);
	expect(await told('10h11m', ...checkpoints)).toBe(false);
});
