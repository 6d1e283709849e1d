import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {Simulation} from '../../source/domain/simulation/simulation-result.ts';
import {decimal} from '../../source/domain/units/fraction.ts';
import {csvText} from '../../source/present/csv.ts';
import {LANGUAGES, type LanguageId} from '../../source/present/language/language.ts';
import {markdownText} from '../../source/present/markdown.ts';
import {reportLines} from '../../source/present/report-lines.ts';
import {simulationReport} from '../../source/present/simulation-report.ts';
import {simulationTable} from '../../source/present/simulation-table.ts';
import {plainText} from '../../source/present/tone.ts';
import {
	certain,
	NOTHING,
	ON_DEMAND,
	PRICES,
	SIMULATION,
	SPOT,
	STOPPED,
	yuan,
} from '../helpers/simulations.ts';

const linesOf = (
	simulation: Simulation,
	language: LanguageId,
	width: number,
	isPlain = false,
): readonly string[] =>
	reportLines(simulationReport(simulation, PRICES, language), width, isPlain).map(plainText);

/** From the line that begins with `title` to the next empty one. */
const sectionOf = (lines: readonly string[], title: string): readonly string[] => {
	const from = lines.indexOf(title);
	if (from < 0) throw new Error(`no ${title}`);
	const rest = lines.slice(from + 1);
	const end = rest.indexOf('');
	return end < 0 ? rest : rest.slice(0, end);
};

const EN_80 = `
Cost over 30d, all pods, ¥
  Strategy           Mean   ± se       P10       P50       P90       P99
  on-demand      3,175.72   0.00  3,175.72  3,175.72  3,175.72  3,175.72
  spot             646.12   1.23    598.40    645.25    731.00    790.50
  spot-fallback    712.50  <0.01    650.00    710.50    780.00    850.00

  Strategy       vs baseline        %    Placed  Interrupted  Fallback  At worst
  on-demand                –        –     100 %          0.0     0.0 %  3,175.72
  spot             -2,529.59  -79.7 %   99.31 %         41.3     0.0 %  3,175.72
  spot-fallback    -2,463.22  -77.6 %  99.991 %         41.3     3.4 %  3,175.72

Cost over time
  ¥4,000 ┤
         │
         │                                                                     ━
  ¥3,000 ┤                                                              ━━━━━━━
         │                                                       ━━━━━━━
         │                                                ━━━━━━━
  ¥2,000 ┤                                        ━━━━━━━━
         │                                 ━━━━━━━
         │                          ━━━━━━━
  ¥1,000 ┤                   ━━━━━━━
         │           ━━━━━━━━                          ░░░░▲▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲
         │    ━━━━━━━    ░░▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅┅┅┅░░░░
      ¥0 ┤━┅▲━┅▲┅▲┅▲┅▲┅▲┅▲┅┅░░
         └────────────┬──────────┬───────────┬──────────┬───────────┬──────────┬
          0          5 d       10 d        15 d       20 d        25 d      30 d
  ━ on-demand   ┅ spot   ▲ spot-fallback   ░ P10 to P90 around the median

What the cost is due to
  spot           12.0 % spot prices, 0.4 % starting again
  spot-fallback  5.6 % pay-as-you-go as the fallback

Break-even and advice
  spot         costs what on-demand does when spot is at 98.8 % of pay-as-you-go
               on average
  reserved     pays for a pod that runs 16.4 h a day or more
  price limit  ¥0.142/h is the lowest that keeps a service running; set it with
               --spot-price-limit

Billed hours by spec, mean
  Strategy       Spec          Paid         Hours    Share
  on-demand      2-4Gi         on demand  7,200.0  100.0 %
  spot           ecs.c6.large  spot       6,435.5   90.0 %
                 2-4Gi         spot         715.0   10.0 %
  spot-fallback  ecs.c6.large  spot       6,907.4   96.6 %
                 2-4Gi         on demand    243.1    3.4 %

Assumptions
  Market        normal  [--market calm|normal|stress|FILE]
  Spot price    moves 5 % around its mean (σ), changes in 15 % of hours, keeps
                97 % of its distance an hour; from 10 % to 100 % of
                pay-as-you-go  [price]
  Spot ratio    ecs.c6.large costs 25 % of pay-as-you-go on average, assumed
                [price.ratio]
  Interruption  3 % of pods in 24 h, one in 787.94 h on average
                [--interruption-rate]
  Spot stock    200 h there and 1 h gone on average  [stock]
  Checks        every 5 min after protection, released 3 min later
                [checkMinutes, noticeMinutes]

This run
  Paths     1,000, seed 1
  Market    normal
  Baseline  on-demand

  Prices  2024-12-30, 1 day old
  Source  list of the test
`;

const ZH_80 = `
30d 内全部 Pod 的费用（¥）
  策略              均值  ± 标准误       P10       P50       P90       P99
  按量付费      3,175.72      0.00  3,175.72  3,175.72  3,175.72  3,175.72
  抢占式          646.12      1.23    598.40    645.25    731.00    790.50
  抢占式转按量    712.50     <0.01    650.00    710.50    780.00    850.00

  策略             较基准        %    在运行  中断  转按量      最坏
  按量付费              –        –     100 %   0.0   0.0 %  3,175.72
  抢占式        -2,529.59  -79.7 %   99.31 %  41.3   0.0 %  3,175.72
  抢占式转按量  -2,463.22  -77.6 %  99.991 %  41.3   3.4 %  3,175.72

累计费用
  ¥4,000 ┤
         │
         │                                                                     ━
  ¥3,000 ┤                                                              ━━━━━━━
         │                                                       ━━━━━━━
         │                                                ━━━━━━━
  ¥2,000 ┤                                        ━━━━━━━━
         │                                 ━━━━━━━
         │                          ━━━━━━━
  ¥1,000 ┤                   ━━━━━━━
         │           ━━━━━━━━                          ░░░░▲▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲
         │    ━━━━━━━    ░░▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅┅┅┅░░░░
      ¥0 ┤━┅▲━┅▲┅▲┅▲┅▲┅▲┅▲┅┅░░
         └────────────┬──────────┬───────────┬──────────┬───────────┬──────────┬
          0         5 天       10 天       15 天      20 天       25 天    30 天
  ━ 按量付费   ┅ 抢占式   ▲ 抢占式转按量   ░ 中位数两侧 P10 至 P90

费用来自
  抢占式        抢占式价格 12.0 %，重新启动 0.4 %
  抢占式转按量  回退到按量付费 5.6 %

盈亏平衡与建议
  抢占式      抢占式均价为按量付费的 98.8 % 时，费用与按量付费相同
  预留实例券  Pod 每天运行 16.4 小时及以上时划算
  价格上限    ¥0.142/小时是能让服务持续运行的最低值；用 --spot-price-limit 设置

各规格的计费小时数（均值）
  策略          规格          付费方式     小时     占比
  按量付费      2-4Gi         按量付费  7,200.0  100.0 %
  抢占式        ecs.c6.large  抢占式    6,435.5   90.0 %
                2-4Gi         抢占式      715.0   10.0 %
  抢占式转按量  ecs.c6.large  抢占式    6,907.4   96.6 %
                2-4Gi         按量付费    243.1    3.4 %

假设
  市场        normal  [--market calm|normal|stress|FILE]
  抢占式价格  围绕均值波动 5 %（σ），15 % 的小时内变化，每小时保留 97 % 的偏离；
              为按量付费的 10 % 至 100 %  [price]
  抢占式比例  ecs.c6.large 均价为按量付费的 25 %，为假设值  [price.ratio]
  中断        每 24 小时中断 3 % 的 Pod，平均 787.94 小时一次
              [--interruption-rate]
  抢占式库存  平均有库存 200 小时，缺货 1 小时  [stock]
  检查        保护期后每 5 分钟一次，3 分钟后释放  [checkMinutes, noticeMinutes]

本次模拟
  路径数  1,000，随机种子 1
  市场    normal
  基准    按量付费

  价格  2024-12-30，已过 1 天
  来源  list of the test
`;

const EN_120 = `
Cost over 30d, all pods, ¥
  Strategy           Mean   ± se       P10       P50       P90       P99
  on-demand      3,175.72   0.00  3,175.72  3,175.72  3,175.72  3,175.72
  spot             646.12   1.23    598.40    645.25    731.00    790.50
  spot-fallback    712.50  <0.01    650.00    710.50    780.00    850.00

  Strategy       vs baseline        %    Placed  Interrupted  Fallback  At worst
  on-demand                –        –     100 %          0.0     0.0 %  3,175.72
  spot             -2,529.59  -79.7 %   99.31 %         41.3     0.0 %  3,175.72
  spot-fallback    -2,463.22  -77.6 %  99.991 %         41.3     3.4 %  3,175.72

Cost over time
  ¥4,000 ┤
         │
         │                                                                                                             ━
  ¥3,000 ┤                                                                                                  ━━━━━━━━━━━
         │                                                                                      ━━━━━━━━━━━━
         │                                                                           ━━━━━━━━━━━
  ¥2,000 ┤                                                               ━━━━━━━━━━━━
         │                                                    ━━━━━━━━━━━
         │                                         ━━━━━━━━━━━
  ¥1,000 ┤                             ━━━━━━━━━━━━
         │                  ━━━━━━━━━━━                                         ░░░░░░░▲▲▲▲▲▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲
         │      ━━━━━━━━━━━━      ░░▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅┅┅┅┅┅┅░░░░░░░
      ¥0 ┤━┅▲━┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅░░
         └──────────────────┬─────────────────┬──────────────────┬─────────────────┬─────────────────┬─────────────────┬
          0                5 d              10 d               15 d              20 d              25 d             30 d
  ━ on-demand   ┅ spot   ▲ spot-fallback   ░ P10 to P90 around the median

What the cost is due to
  spot           12.0 % spot prices, 0.4 % starting again
  spot-fallback  5.6 % pay-as-you-go as the fallback

Break-even and advice
  spot         costs what on-demand does when spot is at 98.8 % of pay-as-you-go on average
  reserved     pays for a pod that runs 16.4 h a day or more
  price limit  ¥0.142/h is the lowest that keeps a service running; set it with --spot-price-limit

Billed hours by spec, mean
  Strategy       Spec          Paid         Hours    Share
  on-demand      2-4Gi         on demand  7,200.0  100.0 %
  spot           ecs.c6.large  spot       6,435.5   90.0 %
                 2-4Gi         spot         715.0   10.0 %
  spot-fallback  ecs.c6.large  spot       6,907.4   96.6 %
                 2-4Gi         on demand    243.1    3.4 %

Assumptions
  Market        normal  [--market calm|normal|stress|FILE]
  Spot price    moves 5 % around its mean (σ), changes in 15 % of hours, keeps 97 % of its distance an hour; from 10 %
                to 100 % of pay-as-you-go  [price]
  Spot ratio    ecs.c6.large costs 25 % of pay-as-you-go on average, assumed  [price.ratio]
  Interruption  3 % of pods in 24 h, one in 787.94 h on average  [--interruption-rate]
  Spot stock    200 h there and 1 h gone on average  [stock]
  Checks        every 5 min after protection, released 3 min later  [checkMinutes, noticeMinutes]

This run
  Paths     1,000, seed 1
  Market    normal
  Baseline  on-demand

  Prices  2024-12-30, 1 day old
  Source  list of the test
`;

const ZH_120 = `
30d 内全部 Pod 的费用（¥）
  策略              均值  ± 标准误       P10       P50       P90       P99
  按量付费      3,175.72      0.00  3,175.72  3,175.72  3,175.72  3,175.72
  抢占式          646.12      1.23    598.40    645.25    731.00    790.50
  抢占式转按量    712.50     <0.01    650.00    710.50    780.00    850.00

  策略             较基准        %    在运行  中断  转按量      最坏
  按量付费              –        –     100 %   0.0   0.0 %  3,175.72
  抢占式        -2,529.59  -79.7 %   99.31 %  41.3   0.0 %  3,175.72
  抢占式转按量  -2,463.22  -77.6 %  99.991 %  41.3   3.4 %  3,175.72

累计费用
  ¥4,000 ┤
         │
         │                                                                                                             ━
  ¥3,000 ┤                                                                                                  ━━━━━━━━━━━
         │                                                                                      ━━━━━━━━━━━━
         │                                                                           ━━━━━━━━━━━
  ¥2,000 ┤                                                               ━━━━━━━━━━━━
         │                                                    ━━━━━━━━━━━
         │                                         ━━━━━━━━━━━
  ¥1,000 ┤                             ━━━━━━━━━━━━
         │                  ━━━━━━━━━━━                                         ░░░░░░░▲▲▲▲▲▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲
         │      ━━━━━━━━━━━━      ░░▲▲▲▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅┅┅┅┅┅┅░░░░░░░
      ¥0 ┤━┅▲━┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅▲┅┅┅░░
         └──────────────────┬─────────────────┬──────────────────┬─────────────────┬─────────────────┬─────────────────┬
          0               5 天              10 天              15 天             20 天             25 天           30 天
  ━ 按量付费   ┅ 抢占式   ▲ 抢占式转按量   ░ 中位数两侧 P10 至 P90

费用来自
  抢占式        抢占式价格 12.0 %，重新启动 0.4 %
  抢占式转按量  回退到按量付费 5.6 %

盈亏平衡与建议
  抢占式      抢占式均价为按量付费的 98.8 % 时，费用与按量付费相同
  预留实例券  Pod 每天运行 16.4 小时及以上时划算
  价格上限    ¥0.142/小时是能让服务持续运行的最低值；用 --spot-price-limit 设置

各规格的计费小时数（均值）
  策略          规格          付费方式     小时     占比
  按量付费      2-4Gi         按量付费  7,200.0  100.0 %
  抢占式        ecs.c6.large  抢占式    6,435.5   90.0 %
                2-4Gi         抢占式      715.0   10.0 %
  抢占式转按量  ecs.c6.large  抢占式    6,907.4   96.6 %
                2-4Gi         按量付费    243.1    3.4 %

假设
  市场        normal  [--market calm|normal|stress|FILE]
  抢占式价格  围绕均值波动 5 %（σ），15 % 的小时内变化，每小时保留 97 % 的偏离；为按量付费的 10 % 至 100 %  [price]
  抢占式比例  ecs.c6.large 均价为按量付费的 25 %，为假设值  [price.ratio]
  中断        每 24 小时中断 3 % 的 Pod，平均 787.94 小时一次  [--interruption-rate]
  抢占式库存  平均有库存 200 小时，缺货 1 小时  [stock]
  检查        保护期后每 5 分钟一次，3 分钟后释放  [checkMinutes, noticeMinutes]

本次模拟
  路径数  1,000，随机种子 1
  市场    normal
  基准    按量付费

  价格  2024-12-30，已过 1 天
  来源  list of the test
`;

describe('the report of a simulation', () => {
	test.each([
		['en', 80, EN_80],
		['zh-CN', 80, ZH_80],
		['en', 120, EN_120],
		['zh-CN', 120, ZH_120],
	] as const)('in %s, %d cells wide', (language, width, text) => {
		expect(`\n${linesOf(SIMULATION, language, width).join('\n')}\n`).toBe(text);
	});

	test.each(LANGUAGES)('fits every width in %s', language => {
		for (const simulation of [SIMULATION, STOPPED, NOTHING])
			for (const width of [40, 60, 80, 100, 120, 160, 200])
				for (const text of linesOf(simulation, language, width))
					expect(stringWidth(text)).toBeLessThanOrEqual(width);
	});

	test('is one table where there is room for it', () => {
		const [heading = '', onDemand = ''] = sectionOf(
			linesOf(SIMULATION, 'en', 160),
			'Cost over 30d, all pods, ¥',
		);
		for (const word of ['Mean', 'P99', 'vs baseline', 'At worst']) expect(heading).toContain(word);
		expect(heading).not.toContain('In time');
		expect(onDemand).toMatch(/3,175\.72$/);
	});

	test('draws in ASCII where that is asked', () => {
		const chart = sectionOf(linesOf(SIMULATION, 'en', 80, true), 'Cost over time');
		expect(chart.join('').replaceAll('¥', '')).toMatch(/^[ -~]+$/);
		expect(chart.at(-1)).toBe(
			'  - on-demand   o spot   ^ spot-fallback   . P10 to P90 around the median',
		);
	});

	test('has the chance of the deadline with its range, limits and reserved instances', () => {
		const lines = linesOf(STOPPED, 'en', 120);
		expect(sectionOf(lines, 'How it is paid')).toEqual([
			'  on-demand         100 % of runs in time, 95 % confidence 99.14 % to 100 %',
			'  uniform-progress  99.55 % of runs in time, 95 % confidence 98.4 % to 99.87 %',
			'  spot-limit        price limit ¥0.142/h, as advised',
			'  spot-limit        50 % of runs in time, 95 % confidence 45.4 % to 54.6 %',
			'  reserved          3 reserved instances',
		]);
		expect(sectionOf(lines, 'Break-even and advice')).toEqual([
			'  spot        never costs the same as on-demand, whatever the spot price',
			"  reserved    a year's instance has paid after 8.2 months of full use",
			'  checkpoint  every 1h54m takes the least time, 109.58 h expected',
		]);
		expect(sectionOf(linesOf(STOPPED, 'zh-CN', 80), '付费细节')).toEqual([
			'  按量付费    100 % 的任务按时完成；95 % 置信区间 99.14 % 至 100 %',
			'  匀速推进    99.55 % 的任务按时完成；95 % 置信区间 98.4 % 至 99.87 %',
			'  抢占式限价  价格上限 ¥0.142/小时（建议值）',
			'  抢占式限价  50 % 的任务按时完成；95 % 置信区间 45.4 % 至 54.6 %',
			'  预留实例券  3 个预留实例',
		]);
	});

	test('has a dash for P99 of too few paths, and says how many there are', () => {
		const lines = linesOf(STOPPED, 'en', 80);
		expect(lines).toContain(
			'  uniform-progress    646.12   1.23    598.40    645.25    731.00         –',
		);
		expect(lines).toContain('  Paths     448 of the 1,000 asked for, seed 1');
		expect(linesOf(STOPPED, 'zh-CN', 80)).toContain('  路径数  448（要求 1,000），随机种子 1');
	});

	test('obeys nothing that the name of a market says', () => {
		const lines = linesOf({...SIMULATION, market: 'my\u001b[2J\n.yaml'}, 'en', 80);
		expect(lines).toContain('  Market    my\\u001b[2J\\n.yaml');
	});

	test('of nothing compares without dividing, and leaves out what is empty', () => {
		const lines = linesOf(NOTHING, 'en', 80);
		expect(lines).toContain('  spot              0.00  –     0 %         41.3     0.0 %  3,175.72');
		for (const title of [
			'Cost over time',
			'What the cost is due to',
			'Break-even and advice',
			'How it is paid',
			'Billed hours by spec, mean',
		])
			expect(lines).not.toContain(title);
	});

	test.each([
		['0.441072', '0.4411'],
		['12345.678', '12,345.68'],
		['1234567.8', '1,234,568'],
	])('shows %s as %s', (amount, text) => {
		const only = {...ON_DEMAND, cost: certain(amount), worstCase: yuan(amount)};
		const lines = linesOf({...SIMULATION, strategies: [only]}, 'en', 160);
		expect(lines[2]).toMatch(new RegExp(`^ {2}on-demand +${text} `));
	});
});

describe('the table of a simulation', () => {
	test('is one row a strategy in CSV, all figures raw, the same in every language', () => {
		const text = csvText(simulationTable(SIMULATION, 'en'));
		expect(text).toBe(csvText(simulationTable(SIMULATION, 'zh-CN')));
		const [head = '', onDemand = '', spot = '', ...rest] = text.split('\n');
		expect(head.split(',')).toEqual([
			...['name', 'mean', 'se', 'p10', 'p50', 'p90', 'p99', 'vsBaseline', 'vsBaselinePercent'],
			...['placedShare', 'interruptions', 'fallbackShare', 'deadlineMet', 'worstCase'],
			...['vsBaselineSe', 'billedHours', 'billedHoursSe', 'interruptionsSe'],
			...['p10Low', 'p10High', 'p50Low', 'p50High', 'p90Low', 'p90High', 'p99Low', 'p99High'],
			...['deadlineLow', 'deadlineHigh', 'currency', 'paths', 'seed'],
		]);
		expect(onDemand).toMatch(/^on-demand,3175\.7184,0,3175\.7184,.*,0,0,1,0,0,,3175\.7184,0,7200,/);
		expect(spot).toBe(
			'spot,646.123456789012,1.23456789,598.4,645.25,731,790.5,-2529.594943210988,-79.654258,0.9931,41.25,0,,3175.7184,1.23456789,7150.5,0.75,0.2,595.1,601.2,643,647.5,727.75,736,780,812.125,,,CNY,1000,1',
		);
		expect(rest).toHaveLength(1);
	});

	test('has the same columns in CSV with a deadline and without P99', () => {
		const [head = '', , spot = ''] = csvText(simulationTable(STOPPED, 'en')).split('\n');
		const row = new Map(head.split(',').map((key, index) => [key, spot.split(',')[index]]));
		expect(head).toBe(csvText(simulationTable(SIMULATION, 'en')).split('\n')[0]);
		expect(
			['p99', 'p99Low', 'deadlineMet', 'deadlineLow', 'deadlineHigh', 'paths'].map(key =>
				row.get(key),
			),
		).toEqual(['', '', '0.9955', '0.984', '0.9987', '448']);
	});

	test('has a plus where a strategy costs more', () => {
		const dearer = {
			...SPOT,
			vsBaseline: {mean: {currency: 'CNY', amount: decimal('12.5')} as const, se: 1, percent: 0.39},
		};
		const cells = simulationTable({...SIMULATION, strategies: [dearer]}, 'en').rows[0] ?? [];
		expect(cells[7]).toMatchObject({text: '+12.50', raw: '12.5'});
		expect(cells[8]).toMatchObject({text: '+0.4 %', raw: '0.39'});
	});
});

describe('Markdown of a simulation', () => {
	const text = markdownText(simulationReport(SIMULATION, PRICES, 'en'));

	test('has one table with a strategy a row', () => {
		expect(text).toContain(
			'| spot | 646.12 | 1.23 | 598.40 | 645.25 | 731.00 | 790.50 | -2,529.59 | -79.7 % | 99.31 % | 41.3 | 0.0 % | 3,175.72 |',
		);
	});

	test('has the drawing as a block of text', () => {
		const block = /### Cost over time\n\n```text\n(?<drawing>[^`]+)\n```/.exec(text);
		const drawing = block?.groups?.['drawing']?.split('\n');
		expect(drawing).toEqual(sectionOf(linesOf(SIMULATION, 'en', 80), 'Cost over time'));
	});
});
