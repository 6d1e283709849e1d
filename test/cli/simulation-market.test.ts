import {describe, expect, it} from 'vitest';
import {hourAt} from '../../source/adapters/time-zones.ts';
import {yamlDocuments} from '../../source/adapters/yaml-documents.ts';
import {type Failure, failureOf} from '../../source/cli/failure.ts';
import type {MarketWorld} from '../../source/cli/market-document.ts';
import {simulationMarket} from '../../source/cli/simulation-market.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {NOTHING_OVERLAID, type SpotSeries} from '../../source/domain/pricing/overlay.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {factsOf, requestOfInput, summaryOf} from '../helpers/domain-fixtures.ts';
import {memoryOverlays} from '../helpers/memory-overlays.ts';
import {smallPriceBook} from '../helpers/price-book.ts';
import {openBytes, priceBytes} from '../helpers/price-bytes.ts';

type Scene = {
	readonly files?: Readonly<Record<string, string>>;
	readonly series?: SpotSeries;
	/** What isn't in its folder, links followed. */
	readonly outside?: readonly (readonly [folder: string, path: string])[];
};

const worldOf = ({files = {}, series = [], outside = []}: Scene): MarketWorld => {
	const read: MarketWorld['files']['read'] = path => {
		const text = files[path];
		return Promise.resolve(
			text === undefined
				? {
						ok: false,
						problem: {
							exitCode: 4,
							diagnostics: [report('file-unreadable', {file: path, reason: 'missing'})],
						},
					}
				: {ok: true, value: text},
		);
	};
	return {
		files: {
			read,
			isWithin: (folder, path) =>
				Promise.resolve(!outside.some(([of, file]) => of === folder && file === path)),
			write: () => Promise.reject(new Error('a market is never written')),
		},
		documents: yamlDocuments,
		priceFiles: {
			open: async (path, options) => {
				const text = await read(path);
				return text.ok ? openBytes(priceBytes(path, text.value), options) : text;
			},
		},
		overlays: memoryOverlays({
			regions: new Map([['cn-hangzhou', {...NOTHING_OVERLAID, series}]]),
			notes: [],
		}),
		hourAt,
		today: '2026-11-23',
	};
};

const read = (
	simulation: PlanInput['simulation'],
	scene: Scene = {},
	types: readonly string[] = [],
) =>
	simulationMarket(
		requestOfInput({region: 'cn-hangzhou', ...(simulation && {simulation})}),
		{book: smallPriceBook(), types, place: '--market'},
		worldOf(scene),
	);

const inFile = (text: string, files: Readonly<Record<string, string>> = {}, scene: Scene = {}) =>
	read({market: 'markets/m.yaml'}, {...scene, files: {'markets/m.yaml': text, ...files}});

const failing = async (attempt: Promise<unknown>): Promise<Failure> => {
	const error = await attempt.then(
		() => null,
		(thrown: unknown) => failureOf(thrown),
	);
	if (!error) throw new Error('it went well');
	return error;
};

const problemOf = async (attempt: Promise<unknown>) => {
	const {exitCode, diagnostics} = await failing(attempt);
	return [exitCode, ...summaryOf(diagnostics)];
};

describe('a market by its name', () => {
	it('is normal unless somebody says', async () => {
		expect(await read({})).toMatchObject({
			name: 'normal',
			hasOwnInterruption: false,
			market: {interruption: {law: 'exponential', meanHours: 308}},
			diagnostics: [],
		});
	});

	it('comes with its own interruptions', async () => {
		expect(await read({market: 'stress'})).toMatchObject({
			name: 'stress',
			hasOwnInterruption: true,
			market: {interruption: {law: 'weibull'}, commonShock: 0.95},
		});
	});

	it('is overruled by what somebody knows about interruptions', async () => {
		expect(await read({market: 'stress', mtbf: '24h'})).toMatchObject({
			hasOwnInterruption: true,
			market: {interruption: {law: 'exponential', meanHours: 24}, commonShock: 0.95},
		});
		const {market} = await read({interruptionRate: '1.5%'});
		expect(market.interruption).toMatchObject({meanHours: expect.closeTo(1588, 0)});
	});

	it('that is misspelled is told from a file that is missing', async () => {
		const {exitCode, diagnostics} = await failing(read({market: 'strss'}));
		expect(exitCode).toBe(4);
		expect(factsOf('market-unknown', diagnostics)).toMatchObject([{suggestion: 'stress'}]);
		expect(await problemOf(read({market: 'strss.yaml'}))).toEqual([
			4,
			'file-unreadable error --market',
		]);
	});
});

describe('a market file', () => {
	it('is read over normal', async () => {
		const {market, name} = await inFile('kind: Market\ncommonShock: 0.5\n');
		expect(name).toBe('markets/m.yaml');
		expect(market).toMatchObject({commonShock: 0.5, checkSeconds: 300});
	});

	it.each([
		['', [2, 'file-empty error --market']],
		['kind: PlanInput', [2, 'document-kind error markets/m.yaml']],
		['a: [', [2, 'file-malformed error --market']],
		['['.repeat(100), [2, 'file-malformed error --market']],
		['price: {sigma: -1}', [2, 'field-number error markets/m.yaml: price.sigma']],
		[
			'{price: {floor: 2}, interruption: {shape: 1}}',
			[
				2,
				'market-bounds error markets/m.yaml: price.floor',
				'market-field-unused error markets/m.yaml: interruption.shape',
			],
		],
	])('%s is refused', async (text, problem) => {
		expect(await problemOf(inFile(text))).toEqual(problem);
	});
});

describe('a trace beside the market', () => {
	const STOCK = 'stock: {law: trace, file: data/t.json}';

	it('is read from the folder of the market', async () => {
		const text = '{"metadata": {"gap_seconds": 300}, "data": [2, 0]}';
		const {market} = await inFile(STOCK, {'markets/data/t.json': text});
		expect(market.stock).toEqual({
			law: 'trace',
			start: 'random',
			trace: {stepSeconds: 300, up: [true, false]},
		});
	});

	it('behind a link that leads out of the folder is refused', async () => {
		const files = {'markets/data/t.json': '{"metadata": {"gap_seconds": 300}, "data": [1]}'};
		const outside = [['markets/', 'markets/data/t.json']] as const;
		expect(await problemOf(inFile(STOCK, files, {outside}))).toEqual([
			2,
			'market-file-path error markets/m.yaml: stock.file',
		]);
	});

	it('may be YAML', async () => {
		const text = 'polarity: unavailable\nstepSeconds: 60\ndata: [0, 1]\n';
		const {market} = await inFile(STOCK, {'markets/data/t.json': text});
		expect(market.stock).toMatchObject({trace: {stepSeconds: 60, up: [true, false]}});
	});

	it('that is read the other way round comes with a warning', async () => {
		const {diagnostics} = await inFile('stock: {law: trace, file: t.json, polarity: unavailable}', {
			'markets/t.json': '{"metadata": {"gap_seconds": 300}, "data": [1, 0]}',
		});
		expect(summaryOf(diagnostics)).toEqual([
			'trace-polarity-doubtful warning markets/m.yaml: stock.polarity',
		]);
	});

	it.each([
		[STOCK, undefined, [4, 'file-unreadable error markets/m.yaml: stock.file']],
		[STOCK, '{"data": [1, 0', [2, 'file-malformed error markets/m.yaml: stock.file']],
		[STOCK, `[${'1,'.repeat(2 ** 20)}`, [2, 'file-malformed error markets/m.yaml: stock.file']],
		[STOCK, '{"metadata": {}, "data": []}', [2, 'trace-invalid error markets/m.yaml: stock.file']],
		[
			STOCK,
			'[1, 0]',
			[
				2,
				'trace-step-missing error markets/m.yaml: stock.stepSeconds',
				'trace-polarity-unknown error markets/m.yaml: stock.polarity',
			],
		],
		[
			'onDemandStock: {law: trace, file: ../t.json}',
			'[1]',
			[2, 'market-file-path error markets/m.yaml: onDemandStock.file'],
		],
	])('%s with %.30s is refused', async (market, text, problem) => {
		const files = text === undefined ? {} : {'markets/data/t.json': text};
		expect(await problemOf(inFile(market, files))).toEqual(problem);
	});
});

describe('prices of the past', () => {
	const HISTORY = 'price: {law: history, file: spot.json}';
	const row = (zone: string, price: number, time: string, type = 'ecs.c6.large') => ({
		ZoneId: zone,
		InstanceType: type,
		SpotPrice: price,
		OriginPrice: 0.4,
		Timestamp: time,
		NetworkType: 'vpc',
		IoOptimized: 'optimized',
	});
	const pageOf = (...rows: readonly object[]) =>
		JSON.stringify({Currency: 'CNY', SpotPrices: {SpotPriceType: rows}});
	const PAGE = pageOf(
		row('cn-hangzhou-h', 0.1, '2026-11-20T02:00:00Z'),
		row('cn-hangzhou-h', 0.12, '2026-11-20T05:00:00Z'),
		row('cn-hangzhou-h', 0.12, '2026-11-20T12:00:00Z'),
		row('cn-beijing-a', 0.1, '2026-11-20T02:00:00Z', 'ecs.c7.large'),
	);

	it('come from a file, as ratios to the price that stands beside them', async () => {
		const {histories, diagnostics} = await inFile(HISTORY, {'markets/spot.json': PAGE});
		expect(diagnostics).toEqual([]);
		expect([...histories.keys()]).toEqual(['ecs.c6.large']);
		expect(histories.get('ecs.c6.large')?.get('cn-hangzhou-h')).toEqual({
			// 02:00 in UTC is 10:00 in Shanghai.
			startHour: 10,
			seconds: 10 * 3600,
			steps: [
				[0, 0.25],
				[3 * 3600, 0.3],
			],
		});
	});

	it('come from what was imported, as ratios to the list price', async () => {
		const series: SpotSeries = [
			[
				'CNY',
				'ecs.c6.large',
				'cn-hangzhou-h',
				[
					[Date.UTC(2026, 10, 20) / 1000, '0.039'],
					[Date.UTC(2026, 10, 21) / 1000, '0.039'],
				],
			],
		];
		const {histories} = await inFile('price: {law: history}', {}, {series});
		expect(histories.get('ecs.c6.large')?.get('cn-hangzhou-h')).toEqual({
			startHour: 8,
			seconds: 86_400,
			steps: [[0, expect.closeTo(0.1, 12)]],
		});
	});

	it.each([
		['price: {law: history}', {}, [2, 'market-history-empty error markets/m.yaml: price.file']],
		[HISTORY, {}, [4, 'file-unreadable error markets/m.yaml: price.file']],
		[
			HISTORY,
			{'markets/spot.json': pageOf()},
			[2, 'market-history-empty error markets/m.yaml: price.file'],
		],
		[
			HISTORY,
			{'markets/spot.json': pageOf(row('cn-hangzhou-h', 0.1, '2026-11-20T02:00:00Z'))},
			[2, 'market-history-empty error markets/m.yaml: price.file'],
		],
		[
			'price: {law: history, file: /spot.json}',
			{},
			[2, 'market-file-path error markets/m.yaml: price.file'],
		],
		[
			HISTORY,
			{'markets/spot.json': 'no prices'},
			[2, 'import-file-unknown error markets/m.yaml: price.file'],
		],
	])('%s with %o are refused', async (market, files, problem) => {
		expect(await problemOf(inFile(market, files))).toEqual(problem);
	});

	it('of other types and regions are of no use, and said to be there', async () => {
		const files = {'m.yaml': HISTORY, 'spot.json': PAGE};
		const {diagnostics} = await failing(read({market: 'm.yaml'}, {files}, ['ecs.c7.large']));
		expect(factsOf('market-history-empty', diagnostics)).toEqual([
			{
				file: 'spot.json',
				region: 'cn-hangzhou',
				others: ['cn-beijing'],
				types: ['ecs.c7.large'],
			},
		]);
	});

	it('of which some rows are broken come with a warning', async () => {
		const page = pageOf(
			row('cn-hangzhou-h', -1, '2026-11-20T02:00:00Z'),
			row('cn-hangzhou-h', 0.1, '2026-11-20T02:00:00Z'),
			row('cn-hangzhou-h', 0.1, '2026-11-20T12:00:00Z'),
		);
		const {diagnostics} = await inFile(HISTORY, {'markets/spot.json': page});
		expect(factsOf('prices-file-broken', diagnostics)).toMatchObject([{count: 1}]);
	});
});
