import {describe, expect, test} from 'vitest';
import {ok, run, type Scene} from '../helpers/memory-world.ts';
import {documentOf} from './document.ts';

type Strategy = {
	readonly name: string;
	readonly cost: Readonly<Record<'mean' | 'p50' | 'p99', string | null>>;
	readonly billedHours: {readonly mean: number};
	readonly interruptions: {readonly mean: number};
	readonly placedShare: number;
	readonly fallbackShare: number;
	readonly deadlineMet: number | null;
	readonly vsBaseline: {readonly mean: string; readonly percent: number | null};
};

type Simulated = {
	readonly strategies: readonly Strategy[];
	readonly assumptions: readonly {readonly id: string}[];
	readonly series: {readonly hours: readonly number[]};
	readonly diagnostics: readonly {readonly rule: string}[];
};

const simulate = async (flags: readonly string[], scene: Scene = {}): Promise<Simulated> =>
	(await documentOf(['simulate', ...flags], 'Simulation', scene)) as unknown as Simulated;

const strategy = ({strategies}: Simulated, name: string): Strategy => {
	const found = strategies.find(each => each.name === name);
	if (!found) throw new Error(`No strategy ${name}`);
	return found;
};

const quoted = async (flags: readonly string[]): Promise<string> => {
	const {total} = (await documentOf(['cost', ...flags], 'Quote')) as unknown as {
		readonly total: {readonly horizon: string};
	};
	return total.horizon;
};

const SIZE = ['--cpu=2', '--memory=4Gi', '--use-specs=2-4Gi'];
const FEW = ['--paths=20'];
/** Facts §4-H: the price of 2-4Gi an hour. */
const PER_HOUR = 0.441072;

describe('pay-as-you-go', () => {
	test.each([
		['always on', ['--replicas=3', '--horizon=30d'], 3 * 720 * PER_HOUR],
		['in office hours', ['--schedule=Mon-Fri 09:00-18:00=10; *=2', '--horizon=7d'], 306.986112],
		[
			'a job',
			['--kind=job', '--work=10h', '--pull=60s', '--replicas=2', '--horizon=7d'],
			(2 * 36_060 * PER_HOUR) / 3600,
		],
		[
			'a cron job whose last run goes on beyond the horizon',
			['--kind=cronjob', '--cron=0 20 * * *', '--work=10h', '--pull=60s', '--horizon=7d'],
			(7 * 36_060 * PER_HOUR) / 3600,
		],
		[
			'several runs a day',
			['--kind=job', '--runs-per-day=4', '--work=1h', '--pull=0s', '--horizon=1d'],
			4 * PER_HOUR,
		],
	])('costs what the quote says, exactly: %s', async (_, flags, expected) => {
		const all = [...SIZE, ...flags];
		const onDemand = strategy(await simulate([...all, ...FEW]), 'on-demand');
		expect(onDemand.cost.mean).toBe(await quoted(all));
		expect(Number(onDemand.cost.mean)).toBeCloseTo(expected, 8);
		expect(Number(onDemand.cost.p50)).toBeCloseTo(expected, 6);
		expect(onDemand.placedShare).toBe(1);
		expect(onDemand.interruptions.mean).toBe(0);
	});
});

describe('the same seed', () => {
	const LINE = [...SIZE, '--replicas=2', '--horizon=7d', '-o', 'csv'];

	test('gives the same bytes, and another one others', async () => {
		const first = await ok(['simulate', ...LINE, ...FEW]);
		expect(await ok(['simulate', ...LINE, ...FEW])).toBe(first);
		expect(await ok(['simulate', ...LINE, ...FEW, '--seed=2'])).not.toBe(first);
	});

	test('a strategy has the same row whatever is listed with it', async () => {
		const rowOf = async (strategies: string): Promise<string | undefined> =>
			(await ok(['simulate', ...LINE, ...FEW, `--strategies=${strategies}`]))
				.split('\n')
				.find(row => row.startsWith('spot-fallback,'));
		const alone = await rowOf('spot-fallback');
		expect(alone).toBeDefined();
		expect(await rowOf('ecs,spot-fallback,spot,reserved')).toBe(alone);
	});
});

describe('strategies', () => {
	test('only those that were asked for are listed, beside a baseline that is computed all the same', async () => {
		const simulated = await simulate([...SIZE, ...FEW, '--strategies=spot']);
		expect(simulated.strategies.map(({name}) => name)).toEqual(['spot']);
		const {vsBaseline, cost} = strategy(simulated, 'spot');
		const onDemand = Number(cost.mean) - Number(vsBaseline.mean);
		expect(onDemand).toBeCloseTo(720 * PER_HOUR, 6);
	});

	test('a chain without an ECS type takes the cheapest that fits for ecs and reserved', async () => {
		const simulated = await simulate([...SIZE, ...FEW, '--strategies=ecs,reserved,on-demand']);
		const [ecs, reserved] = ['ecs', 'reserved'].map(name => strategy(simulated, name));
		// 500 pay-as-you-go hours a month, and a horizon of 720 of its 730 hours.
		expect(Number(reserved?.cost.mean)).toBeCloseTo((Number(ecs?.cost.mean) * 500) / 730, 4);
		expect(Number(ecs?.cost.mean)).toBeLessThan(720 * PER_HOUR);
	});

	test('a limit below every price places nothing, one above all is no limit', async () => {
		const flags = [...SIZE, ...FEW, '--spot-strategy=SpotWithPriceLimit'];
		const low = await simulate([...flags, '--spot-price-limit=0.001']);
		expect(strategy(low, 'spot-limit')).toMatchObject({placedShare: 0, cost: {mean: '0'}});
		const high = await simulate([
			...flags,
			'--spot-price-limit=99',
			'--strategies=spot,spot-limit',
		]);
		expect(strategy(high, 'spot-limit').cost).toEqual(strategy(high, 'spot').cost);
	});

	test('with a deadline, the safety net meets it', async () => {
		const simulated = await simulate([
			...SIZE,
			'--kind=job',
			'--work=10h',
			'--deadline=14h',
			'--paths=200',
			'--market=stress',
			'--strategies=on-demand,spot,greedy,uniform-progress',
		]);
		expect(strategy(simulated, 'greedy').deadlineMet).toBe(1);
		expect(strategy(simulated, 'uniform-progress').deadlineMet).toBe(1);
		expect(strategy(simulated, 'on-demand').deadlineMet).toBe(1);
		expect(strategy(simulated, 'spot').deadlineMet).toBeLessThan(0.9);
	});
});

describe('the market', () => {
	const meanOf = async (flags: readonly string[], name = 'spot') =>
		strategy(await simulate([...SIZE, '--paths=100', ...flags]), name);

	test('is rougher from calm to stress', async () => {
		const interruptions = await Promise.all(
			['calm', 'normal', 'stress'].map(
				async market => (await meanOf([`--market=${market}`])).interruptions.mean,
			),
		);
		expect(interruptions).toEqual(interruptions.toSorted((a, b) => a - b));
	});

	test('a rate of interruption is one a day, a mean time is as it says', async () => {
		const calm = [...SIZE, '--paths=400', '--horizon=100d', '--strategies=spot', '--market=m.yaml'];
		const scene = {
			files: {
				'm.yaml':
					'{stock: {law: always}, protectionHours: 0, checkMinutes: 0, noticeMinutes: 0, retryMinutes: 0, trySeconds: 0}',
			},
		};
		const countBy = async (flag: string) =>
			strategy(await simulate([...calm, flag], scene), 'spot').interruptions.mean;
		// 100 days: −100 ln(1 − r) interruptions, or 2,400 h over the mean; the error of 400 Poisson counts.
		const byRate = -100 * Math.log(1 - 0.03);
		expect(Math.abs((await countBy('--interruption-rate=3%')) - byRate)).toBeLessThan(
			4 * Math.sqrt(byRate / 400),
		);
		expect(Math.abs((await countBy('--mtbf=24h')) - 100)).toBeLessThan(4 * Math.sqrt(100 / 400));
	});

	test('a market that can place nothing costs nothing', async () => {
		const scene = {files: {'m.yaml': '{stock: {law: bernoulli, inStock: {"2-4Gi": 0}}}'}};
		const simulated = await simulate([...SIZE, ...FEW, '--market=m.yaml'], scene);
		expect(strategy(simulated, 'spot')).toMatchObject({
			cost: {mean: '0'},
			placedShare: 0,
			billedHours: {mean: 0},
		});
		expect(strategy(simulated, 'spot-fallback')).toMatchObject({fallbackShare: 1});
	});

	test('a bad one is refused with the field named, and nothing is printed', async () => {
		const scene = {files: {'m.yaml': '{interruption: {law: exponential, meanHours: -3}}'}};
		const ended = await run(['simulate', ...SIZE, '--market=m.yaml'], scene);
		expect(ended).toMatchObject({code: 2, out: ''});
		expect(ended.err).toContain('m.yaml: interruption.meanHours');
	});
});

test('P99 of fewer than 1,000 paths is left open, and said', async () => {
	const {out} = await run(['simulate', ...SIZE, '--paths=999', '--strategies=spot', '-o', 'json']);
	const document = JSON.parse(out) as Simulated;
	expect(strategy(document, 'spot').cost.p99).toBeNull();
	expect(document.diagnostics.map(({rule}) => rule)).toContain('paths-too-few');
});

test('imported spot prices are followed unasked, and a market that has its own price is not', async () => {
	const HOUR = 3600;
	const start = Date.UTC(2026, 10, 1) / 1000;
	const rows = Array.from({length: 48}, (_, hour) => {
		const at = new Date((start + hour * HOUR) * 1000).toISOString().slice(0, 19);
		return `{"ZoneId":"cn-hangzhou-h","InstanceType":"ecs.c6.large","SpotPrice":0.1,"OriginPrice":0.39,"Timestamp":"${at}Z","NetworkType":"vpc"}`;
	});
	const page = `{"Currency":"CNY","SpotPrices":{"SpotPriceType":[${rows.join(',')}]}}`;
	const imported = await run(['prices', 'import', 'history.json'], {files: {'history.json': page}});
	expect(imported.code).toBe(0);
	const flags = [
		'--cpu=2',
		'--memory=4Gi',
		'--use-specs=ecs.c6.large',
		...FEW,
		'--strategies=spot',
	];
	const scene = {imported: imported.imported};
	const followed = await simulate(flags, scene);
	expect(followed.assumptions.map(({id}) => id)).toContain('price-history');
	expect(followed.diagnostics.map(({rule}) => rule)).not.toContain('spot-ratio-assumed');
	const own = await simulate([...flags, '--market=calm'], scene);
	expect(own.assumptions.map(({id}) => id)).not.toContain('price-history');
});

test('tells the records that prices are drawn from, their sources, and that they are old', async () => {
	const csv = (rows: readonly string[]) => ['zone,type,spot,currency,asOf', ...rows, ''].join('\n');
	const row = (price: string, asOf: string) => `cn-hangzhou-h,ecs.c6.large,${price},CNY,${asOf}`;
	const files = {
		'old.csv': csv([row('0.05', '2018-12-01'), row('0.06', '2018-12-11')]),
		'new.csv': csv([row('0.039', '2026-11-20')]),
	};
	const first = await run(['prices', 'import', 'old.csv'], {files});
	const {imported} = await run(['prices', 'import', 'new.csv'], {files, imported: first.imported});
	const flags = ['--cpu=2', '--memory=4Gi', '--use-specs=ecs.c6.large', ...FEW];
	const {out} = await run(['simulate', ...flags, '--strategies=spot', '-o', 'json'], {imported});
	expect(out).toContain(
		'Spot prices are drawn from those of ecs.c6.large in cn-hangzhou-h, recorded from 2018-12-01 to 2026-11-20 (new.csv; old.csv).',
	);
	expect(out).toContain('The oldest price used is from 2018-12-01');
	// Ten days of record, and of the silence behind them the last day.
	const recorded = 10 * 24 + 24;
	expect(out).toContain(`drawn from ${recorded} h of record`);
});
